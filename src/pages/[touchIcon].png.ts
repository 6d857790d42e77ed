import { readFileSync } from "node:fs";
import type { APIRoute } from "astro";
import sharp from "sharp";
import { iconsOf, markFiles, markOf } from "#outputs/mark.ts";
import { site } from "#site.config.ts";

const mark = markOf(site);
const path = mark && "path" in mark && iconsOf(site).touch === markFiles.touch ? mark.path : undefined;

export const getStaticPaths = () =>
  path === undefined ? [] : [{ params: { touchIcon: markFiles.touch.slice(1, -".png".length) }, props: { path } }];

export const GET: APIRoute<{ path: string }> = async ({ props }) => {
  const drawn = sharp(readFileSync(`public${props.path}`), { density: 400 });
  const box = { width: 180, height: 180, fit: "contain", background: "#fff" } as const;
  return new Response(new Uint8Array(await drawn.resize(box).flatten({ background: "#fff" }).png().toBuffer()));
};
