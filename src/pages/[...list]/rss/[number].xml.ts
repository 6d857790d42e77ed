import type { APIRoute } from "astro";
import { rss } from "#outputs/feed-formats.ts";
import { feedFormats } from "#outputs/feed-address.ts";
import { answer, archivePaths } from "#site/feed-paths.ts";
import { openLibraries, openLibrary } from "#site/library.ts";

export const getStaticPaths = async () => archivePaths(await openLibraries());

export const GET: APIRoute<{ path: string; number: number }> = async ({ props }) => {
  const { feeds } = await openLibrary(props.path);
  return answer(await rss(await feeds.archived(props.number)), feedFormats.rss.type);
};
