import type { APIRoute } from "astro";
import { markFiles } from "#outputs/mark.ts";
import { answer } from "#outputs/answer.ts";
import { drawnMark, letters } from "#site/drawn-mark.ts";

export const getStaticPaths = () =>
  letters === undefined ? [] : [{ params: { mark: markFiles.letters.slice(1, -".svg".length) } }];

export const GET: APIRoute = async () => answer(await drawnMark(), "image/svg+xml");
