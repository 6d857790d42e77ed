import type { APIRoute } from "astro";
import { openSearch, openSearchPath } from "#outputs/search-engines.ts";
import { site } from "#site.config.ts";
import { answer } from "#outputs/answer.ts";

export const getStaticPaths = () =>
  site.search === "own" ? [{ params: { openSearch: openSearchPath.slice(1, -".xml".length) } }] : [];

export const GET: APIRoute = () => answer(openSearch(site), "application/opensearchdescription+xml");
