import type { APIRoute } from "astro";
import sharp from "sharp";
import { markFiles } from "#outputs/mark.ts";
import { site } from "#site.config.ts";
import { drawnMark } from "#site/drawn-mark.ts";

export const getStaticPaths = () =>
  site.mark === false ? [] : [{ params: { touchIcon: markFiles.touch.slice(1, -".png".length) } }];

export const GET: APIRoute = async () => {
  const box = { width: 180, height: 180, fit: "contain", background: "#fff" } as const;
  const drawn = sharp(Buffer.from(await drawnMark()), { density: 400 }).resize(box);
  return new Response(new Uint8Array(await drawn.flatten({ background: "#fff" }).png().toBuffer()));
};
