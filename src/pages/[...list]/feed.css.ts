import type { APIRoute } from "astro";
import { feedStyle } from "#outputs/feed-formats.ts";
import rules from "#styles/feed.css?raw";
import { answer, homes } from "#site/feed-paths.ts";
import { openLibraries, openLibrary } from "#site/library.ts";

export const getStaticPaths = async () => homes(await openLibraries());

export const GET: APIRoute<{ path: string }> = async ({ props }) =>
  answer(feedStyle(rules, (await openLibrary(props.path)).catalogue.site.language), "text/css");
