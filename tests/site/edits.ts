import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { smallPicture } from "../../bench/small-picture.ts";
import { type Edit, inFile, inPost, keepingTimes, number, png, type Random, setField, write } from "./edit-tools.ts";
import { oneOf } from "../../bench/random.ts";
import { postEdits } from "./post-edits.ts";

const settings = [
  `timeZone: "America/New_York"`,
  `lineBreaks: "commonmark"`,
  `postPattern: "/:year/:slug/"`,
  `feedItems: 5`,
  `quotes: "keep"`,
  `list: "pictures"`,
  `card: ""`,
  `tocFrom: 1`,
  `language: "en"`,
  `outputs: { sources: false, feeds: ["rss"], tagFeeds: false }`,
  `menu: ["tags", "posts", { label: "밖", href: "https://e.example/" }]`,
  `home: { summaries: 0, byYear: false }`,
  `words: { tags: "꼬리표" }`,
  `modelCrawlers: "deny"`,
];

/** What is done to pictures. */
const pictureEdits: Readonly<Record<string, Edit>> = {
  picture: (folder, random) => {
    write(folder, "src/content/posts/그림.png", png(1 + number(random, 40)));
    return inPost(folder, random, [/$/u, "\n![그림](그림.png)\n"]);
  },
  photo: (folder, random) => {
    const name = `사진-${number(random, 2)}.png`;
    write(folder, `src/content/posts/${name}`, smallPicture(number(random, 2) * 700 + 600, 40, number(random, 256)));
    const link = random() < 0.3 ? `[원본](${name})` : `![사진](${name})`;
    return inPost(folder, random, [/$/u, `\n${link}\n`]);
  },
  cover: (folder, random) => {
    const name = `표지-${number(random, 2)}.png`;
    write(folder, `src/content/posts/${name}`, smallPicture(number(random, 2) * 700 + 600, 40, number(random, 256)));
    return setField("image", () => name)(folder, random);
  },
  uncover: setField("image"),
  repaint: (folder, random) => {
    const file = join(folder, "src/content/posts/그림.png");
    if (!existsSync(file)) return "–";
    const before = readFileSync(file);
    const size = before.readUInt32BE(16);
    const first = number(random, 256);
    const colours = Array.from({ length: 256 }, (_, index) => (first + index) % 256);
    const other = colours.map((colour) => png(size, colour)).find((bytes) => isOtherOfSize(bytes, before));
    if (other === undefined) return "–";
    keepingTimes(file, () => writeFileSync(file, other));
    return `${String(size)} pixels`;
  },
};

/** What is done to the site around its posts. */
const siteEdits: Readonly<Record<string, Edit>> = {
  setting: (folder, random) =>
    inFile(folder, "src/site.config.ts", [/description: ".*?"/u, `description: "새 소개 ${number(random, 99)}"`]),
  settings: (folder, random) =>
    inFile(folder, "src/site.config.ts", [/postsPerPage: 3.*$/mu, `postsPerPage: 3, ${oneOf(settings, random)} });`]),
  "second language": (folder, random) =>
    inFile(folder, "src/site.config.ts", [
      /defineSite\(\{(?: languages: \{.*?\} \},)?/u,
      `defineSite({ languages: { en: { title: "Two ${number(random, 99)}" } },`,
    ]),
  page: (folder, random) =>
    write(
      folder,
      `src/content/pages/쪽-${number(random, 3)}.md`,
      `---\ntitle: 쪽 ${number(random, 99)}\n---\n\n쪽입니다.\n`,
    ),
  "page away": (folder, random) => {
    const file = oneOf(globSync("src/content/pages/*.md", { cwd: folder }).sort(), random);
    if (file === undefined) return "–";
    rmSync(join(folder, file));
    return file;
  },
  "written redirect": (folder, random) => {
    const old = existsSync(join(folder, "src/content/moves.txt"))
      ? readFileSync(join(folder, "src/content/moves.txt"), "utf8")
      : "";
    return write(folder, "src/content/moves.txt", `${old}/옛-목록-${number(random, 1e9)}/ /posts/\n`);
  },
  "public file": (folder, random) =>
    write(folder, `public/파일-${number(random, 3)}.txt`, `파일 ${number(random, 99)}\n`),
  "public file away": (folder, random) => {
    rmSync(join(folder, `public/파일-${number(random, 3)}.txt`), { force: true });
    return "public/";
  },
  style: (folder, random) =>
    write(folder, "src/styles/owner.css", `@layer owner { main { --n: ${number(random, 99)}; } }\n`),
  slot: (folder, random) => write(folder, "src/owner/Footer.astro", `<p>바닥글 ${number(random, 99)}</p>\n`),
  "own page": (folder, random) =>
    write(
      folder,
      `src/pages/나의-${number(random, 2)}.astro`,
      `<html lang="ko"><head><meta charset="utf-8" /><title>나의 쪽</title><meta name="description" content="나의 쪽 ${number(random, 99)}"></head><body><h1>쪽</h1></body></html>\n`,
    ),
  endpoint: (folder, random) =>
    write(
      folder,
      "src/pages/수.txt.ts",
      `export const GET = () => new Response("${number(random, 99)}", { headers: { "content-type": "text/plain" } });\n`,
    ),
  template: (folder, random) =>
    inFile(folder, "src/text/interface.ts", [/newest: ".*?"/u, `newest: "새 글 ${number(random, 99)}"`]),
  layout: (folder, random) =>
    inFile(folder, "src/layouts/ArticlePage.astro", [
      /<article(?: data-n="\d+")?/u,
      `<article data-n="${number(random, 99)}"`,
    ]),
};

/** What may befall a build's own files between two builds. */
const accidents: Readonly<Record<string, Edit>> = {
  "page lost": (folder, random) => lost(folder, ".seogo/staging/**/*.html", random),
  "body lost": (folder, random) => lost(folder, ".seogo/bodies/*", random),
  "memory lost": (folder, random) => lost(folder, ".seogo/*.{json,jsonl}", random),
  "published page lost": (folder, random) => lost(folder, "dist/posts/**/*.html", random),
};

const edits: Readonly<Record<string, Edit>> = { ...postEdits, ...pictureEdits, ...siteEdits, ...accidents };

/** Names of all kinds of edit. */
export const kindsOfEdit: readonly string[] = Object.keys(edits);

/** Draws kinds of edit in random order, each once before any comes again, and does them; gives back what was done. */
export function randomEditor(folder: string, random: Random): (count: number) => string[] {
  let left: string[] = [];
  return (count) =>
    Array.from({ length: count }, () => {
      if (left.length === 0) left = [...kindsOfEdit];
      const [name = ""] = left.splice(number(random, left.length), 1);
      return `${name}: ${edits[name]?.(folder, random) ?? ""}`;
    });
}

/** Colours pack to different lengths. */
function isOtherOfSize(bytes: Uint8Array, before: Buffer): boolean {
  return bytes.length === before.length && !before.equals(bytes);
}

function lost(folder: string, pattern: string, random: Random): string {
  const file = oneOf(globSync(pattern, { cwd: folder }).sort(), random);
  if (file === undefined) return "–";
  rmSync(join(folder, file));
  return file;
}
