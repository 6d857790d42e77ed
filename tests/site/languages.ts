import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { smallPicture } from "../../bench/small-picture.ts";
import { build, layOut } from "./sites.ts";

const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({
  address: "https://two.example/blog/", title: "두 말", description: "두 말로 쓰는 블로그", postsPerPage: 2, feedItems: 2,
  menu: ["posts", "/about/"], words: { tags: "꼬리표" }, footer: { text: "한국어 푸터" }, author: { name: "가온" },
  languages: { en: { title: "Two Tongues", description: "A blog in two languages", author: { name: "Gaon" }, words: { tags: "Labels" } } },
});
`;

const files: Readonly<Record<string, string>> = {
  "pages/about.md": "---\ntitle: 소개\n---\n\n소개합니다.\n",
  "pages/about.en.md": "---\ntitle: About\n---\n\nWho we are.\n",
  "posts/여행/index.md":
    "---\ntitle: 여행\ndate: 2024-05-01\ntags: [AI, 길]\ncategories: [나날]\nslug: trip\n---\n\n걸었다.\n\n![길](road.png)\n\n[각주](../홀로.md)\n",
  "posts/여행/index.en.md":
    "---\ntitle: The trip\ndate: 2024-05-02\ntags: [AI, Road]\ncategories: [Days]\nslug: trip\n---\n\nI walked.\n\n![Road](road.png)\n\n> [!NOTE]\n> Slowly.\n",
  "posts/홀로.md": "---\ntitle: 홀로\ndate: 2024-04-01\ntags: [AI, ai]\n---\n\n짝이 없는 글.\n",
  "posts/셋.md": "---\ntitle: 셋\ndate: 2024-03-01\n---\n\n셋째.\n",
  "posts/열쇠.md": "---\ntitle: 열쇠\ndate: 2023-01-01\ntranslationKey: key\nlang: ko\n---\n\n열쇠.\n",
  "posts/lock.md": "---\ntitle: The key\ndate: 2023-01-02\ntranslationKey: key\nlang: en-US\n---\n\nA key.\n",
  "posts/alone.en.md": "---\ntitle: Alone\ndate: 2022-01-01\nurl: /elsewhere/\ntags: [road]\n---\n\nNo pair.\n",
};

/** Lays out the site without content. */
function laidOut(name: string): string {
  return layOut({ name, posts: {}, settings });
}

/** Lays out and builds a site in Korean and English; returns its folder. */
export function bilingual(): string {
  const folder = laidOut("languages");
  for (const [file, source] of Object.entries(files)) write(join(folder, "src/content", file), source);
  write(join(folder, "src/content/posts/여행/road.png"), smallPicture(300, 40, 9));
  build(folder);
  return folder;
}

/** What a built file says. */
export function built(folder: string, file: string): string {
  return readFileSync(join(folder, "dist", file), "utf8");
}

function write(file: string, source: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
}
