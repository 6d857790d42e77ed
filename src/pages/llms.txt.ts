import type { APIRoute } from "astro";
import { llms } from "#outputs/llms.ts";
import { answer } from "#feed-paths.ts";
import { openLibrary } from "#library.ts";

export const GET: APIRoute = async () => answer(llms((await openLibrary()).catalogue), "text/plain");
