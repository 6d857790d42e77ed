import type { APIRoute } from "astro";
import { llms } from "#outputs/llms.ts";
import { answer } from "#site/feed-paths.ts";
import { openLibrary } from "#site/library.ts";

export const GET: APIRoute = async () => answer(llms((await openLibrary()).catalogue), "text/plain");
