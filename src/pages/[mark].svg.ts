import type { APIRoute } from "astro";
import { markFiles, markLetters } from "#outputs/mark.ts";
import { answer } from "#outputs/answer.ts";
import { site } from "#site.config.ts";
import { drawnMark } from "#site/drawn-mark.ts";

export const getStaticPaths = () =>
  markLetters(site) === "" ? [] : [{ params: { mark: markFiles.letters.slice(1, -".svg".length) } }];

export const GET: APIRoute = async () => answer(await drawnMark(), "image/svg+xml");
