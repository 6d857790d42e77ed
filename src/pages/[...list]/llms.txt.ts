import type { APIRoute } from "astro";
import { llms } from "#outputs/llms.ts";
import { answer, homes } from "#site/feed-paths.ts";
import { openLibraries, openLibrary } from "#site/library.ts";

export const getStaticPaths = async () => homes(await openLibraries());

export const GET: APIRoute<{ path: string }> = async ({ props }) =>
  answer(llms((await openLibrary(props.path)).catalogue), "text/plain");
