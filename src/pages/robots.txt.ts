import type { APIRoute } from "astro";
import { robots } from "#outputs/search-engines.ts";
import { site } from "#site.config.ts";
import { answer } from "#outputs/answer.ts";

export const GET: APIRoute = () => answer(robots(site), "text/plain");
