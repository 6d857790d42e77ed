import type { APIRoute } from "astro";
import { atom } from "#outputs/atom.ts";
import { feedFormats } from "#outputs/feed-address.ts";
import { answer, archivePaths } from "../../feed-paths.ts";
import { openLibrary } from "../../library.ts";

export const getStaticPaths = async () => archivePaths(await openLibrary());

export const GET: APIRoute<{ number: number }> = async ({ props }) => {
  const { feeds, catalogue } = await openLibrary();
  return answer(atom(await feeds.archived(props.number), catalogue.site), feedFormats.atom.type);
};
