import type { APIRoute } from "astro";
import { rss } from "#outputs/rss.ts";
import { feedFormats } from "#outputs/feed-address.ts";
import { answer, archivePaths } from "#site/feed-paths.ts";
import { openLibrary } from "#site/library.ts";

export const getStaticPaths = async () => archivePaths(await openLibrary());

export const GET: APIRoute<{ number: number }> = async ({ props }) => {
  const { feeds } = await openLibrary();
  return answer(await rss(await feeds.archived(props.number)), feedFormats.rss.type);
};
