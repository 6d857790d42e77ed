import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before } from "node:test";
import sharp from "sharp";
import { build, layOut } from "./sites.ts";

/** A photo as a phone leaves it: lying on its side, with the turn to give it, its maker and where it was taken. */
export async function phonePhoto(shade: string, width = 1600): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 20 } as const;
  const picture = sharp({ create: { width, height: width * 0.75, channels: 3, background: shade, noise } });
  const exif = {
    IFD0: { Make: "Example", Orientation: "6" },
    IFD3: { GPSLatitudeRef: "N", GPSLatitude: "37/1 33/1 59/1" },
  };
  return picture.withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
}

/** Fine lines and flat colours, as on a screen. */
const table = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"><path d="M0 0h800v500H0z" fill="#fff"/><path d="M40 60.5h720M40 90.5h720M40 120l300 200" stroke="#26211c"/><circle cx="500" cy="300" r="90" fill="#ae2f1b"/></svg>`;
/** A film's frame: what it is, words beside its pixels, its pixels. */
export const film = (words: string) =>
  ["ftypisom\0\0\0\0", `udta${words}`, "mdat0123"].reduce((all, part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(4 + part.length);
    return Buffer.concat([all, length, Buffer.from(part, "latin1")]);
  }, Buffer.alloc(0));
/** A drawing as an editor leaves it. */
const drawn = table.replace("<path", "<!-- /home/example/표.svg --><path");
const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: "https://user.example/blog/", list: "pictures" });
`;
/** Every way in which an `.mdx` file shows a picture that stands beside it. */
const tags = `---
title: 태그
description: 그림 넷
---
import { Image } from "astro:assets";
import 가 from "./가.jpg";
import 나 from "./나.jpg";

<Image src={가} alt="가" />

<img src={나.src} alt="나" />

![다](다.jpg)

<img src="./라.jpg" alt="라" />
`;
export const folder = layOut({ name: "photos", posts: {}, settings });
export const post = join(folder, "src/content/posts/제주");
export const cached = join(folder, ".seogo/pictures");
export let photo: Buffer;

before(async () => {
  photo = await phonePhoto("#668");
  mkdirSync(post, { recursive: true });
  writeFileSync(join(post, "바다.jpg"), photo);
  writeFileSync(join(post, "표.png"), await sharp(Buffer.from(table)).flatten().png().toBuffer());
  writeFileSync(join(folder, "public/big.jpg"), photo);
  mkdirSync(join(folder, "shared"));
  writeFileSync(join(folder, "shared/big.jpg"), photo);
  writeFileSync(join(folder, "public/photo.jpe"), photo);
  symlinkSync(join(folder, "shared"), join(folder, "public/linked"), "junction");
  writeFileSync(join(folder, "public/film.mp4"), film("37.56653"));
  writeFileSync(join(post, "film.mp4"), film("37.56653"));
  writeFileSync(join(post, "none.mp4"), "x");
  writeFileSync(join(folder, "public/drawn.svg"), drawn);
  writeFileSync(join(post, "drawn.svg"), drawn);
  const body =
    "![바다](바다.jpg)\n\n![작게|300](바다.jpg)\n\n![함께](/big.jpg)\n\n![표](표.png)\n\n[원본](바다.jpg)\n\n![영상](film.mp4)\n\n![빈 영상](none.mp4)\n\n![그림](drawn.svg)\n";
  writeFileSync(
    join(post, "index.md"),
    `---\ntitle: 제주\ndate: 2026-11-01\ncategories: [여행]\nimage: 바다.jpg\n---\n\n${body}`,
  );
  const tagged = join(folder, "src/content/pages/태그");
  mkdirSync(tagged, { recursive: true });
  for (const name of ["가", "나", "다", "라"])
    writeFileSync(join(tagged, `${name}.jpg`), await phonePhoto("#686", 400));
  writeFileSync(join(tagged, "index.mdx"), tags);
  build(folder);
});

export const dist = (path: string) => join(folder, "dist", path);
export const published = (address = "") => dist(address.replace("/blog/", ""));
const page = () => readFileSync(dist("posts/제주/index.html"), "utf8");
export const images = () => [...page().matchAll(/<img [^>]*\/pictures\/[^>]*>/gu)].map(([tag]) => tag);
export const attribute = (tag: string | undefined, name: string) =>
  new RegExp(` ${name}="([^"]*)"`, "u").exec(tag ?? "")?.[1];
