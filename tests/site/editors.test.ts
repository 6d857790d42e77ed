import assert from "node:assert/strict";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { before, test } from "node:test";
import sharp from "sharp";
import { parse, stringify } from "yaml";
import { reportedIn } from "./picture-facts.ts";
import { build, layOut, root } from "./sites.ts";

const folder = layOut({ name: "editors", posts: {} });
const dist = (path: string) => join(folder, "dist", path);
const read = (path: string) => readFileSync(join(root, path), "utf8");
const now = { year: "2026", month: "11", day: "20", hour: "09", minute: "15", second: "30" };

function put(path: string, bytes: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}

async function phonePhoto(): Promise<Buffer> {
  const exif = { IFD0: { Make: "Example" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "37/1 33/1 59/1" } };
  const create = { width: 1600, height: 1200, channels: 3, background: "#668" } as const;
  return sharp({ create }).withExif(exif).jpeg().toBuffer();
}

interface Collection {
  readonly path: string;
  readonly filename: { readonly template: string };
  readonly fields: readonly { readonly name: string }[];
}

/** A post as Pages CMS commits it by our `.pages.yml`: fields in the form's order, the body after them, empty ones left out. */
function byPagesCms(values: Readonly<Record<string, unknown>>, body: string): string {
  const [posts] = parse(read(".pages.yml")).content as [Collection];
  const name = posts.filename.template.replace(/\{(\w+)\}/gu, (_, token: string) => now[token as keyof typeof now]);
  const fields = posts.fields.filter((field) => field.name in values).map((field) => [field.name, values[field.name]]);
  assert.equal(fields.length, Object.keys(values).length);
  put(join(posts.path, name), `---\n${stringify(Object.fromEntries(fields))}---\n${body}`);
  return basename(name, ".md");
}

/** The file that Obsidian's core plugin makes of our template. */
function byObsidian(title: string): string {
  const filled = read("docs/editors/obsidian/글.md")
    .replace("{{title}}", title)
    .replace("{{date:YYYY-MM-DD[T]HH:mm}}", "2026-11-21T10:00");
  return filled.replace("draft: true", "draft: false");
}

let name = "";
before(async () => {
  const { media } = parse(read(".pages.yml"));
  put(`${media.input}/IMG_0001.jpg`, await phonePhoto());
  const photo = `${media.output}/IMG_0001.jpg`;
  const written = {
    title: "전화기로 쓴 글",
    date: "2026-11-20 09:15",
    draft: false,
    image: photo,
    imageAlt: "한강",
    tags: ["산책"],
  };
  name = byPagesCms(written, `강가를 **천천히(아주)** 걸었다.\n\n![한강](${photo})\n`);
  put(
    "src/content/posts/옵시디언에서.md",
    `${byObsidian("옵시디언에서")}[[전화기로 쓴 글]]을 읽었다.\n\n![[IMG_0001.jpg]]\n`,
  );
  put("src/content/.obsidian/types.json", read("docs/editors/obsidian/types.json"));
  build(folder);
});

test("a post of Pages CMS is published at its time, with the photo in sizes and without where it was taken", () => {
  const html = readFileSync(dist(`posts/${name}/index.html`), "utf8");
  assert.match(html, /<h1[^>]*>전화기로 쓴 글<\/h1>/u);
  assert.match(html, /datetime="2026-11-20T09:15:00\+09:00"/u);
  assert.match(html, /<strong>천천히<span class="j"><\/span>\(아주\)<\/strong>/u);
  assert.match(
    html,
    /<img [^>]*srcset="[^"]*\.webp 320w[^>]*alt="한강"|<img [^>]*alt="한강"[^>]*srcset="[^"]*\.webp 320w/u,
  );
  assert.equal(existsSync(dist("images")), false);
  const pictures = globSync("dist/pictures/*.{webp,jpg}", { cwd: folder });
  assert.ok(pictures.length > 2);
  for (const picture of pictures) assert.deepEqual(reportedIn(readFileSync(join(folder, picture))), [], picture);
});

test("a note that begins with our template for Obsidian links to it, and shows a pasted picture", () => {
  const html = readFileSync(dist("posts/옵시디언에서/index.html"), "utf8");
  assert.match(html, /datetime="2026-11-21T10:00:00\+09:00"/u);
  assert.ok(html.includes(`href="/posts/${name}/"`));
  assert.match(html, /<img [^>]*\.webp/u);
});
