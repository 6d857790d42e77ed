import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesIn } from "#tools/prove/site-files.ts";
import { writeCompressed } from "#tools/publish/compress.ts";
import { hostFiles, serverFiles } from "#tools/publish/server-files.ts";
import { oddPaths, shownFrom } from "./moves.ts";

const site = { address: "https://seogo.example/", language: "ko", title: "서고", pictureOrigins: shownFrom } as const;
const redirects = [
  { from: "/옛 글/", to: "/posts/한글-주소/" },
  { from: "/post/old/", to: "/tags/.net/" },
  { from: "/index.xml", to: "/rss.xml" },
  { from: "/feed/", to: "/rss.xml" },
  // Addresses that differ by case alone, from the page that stands and from each other.
  { from: "/Tags/.NET/", to: "/tags/.net/" },
  { from: "/Alpha/", to: "/posts/한글-주소/" },
  { from: "/alpha/", to: "/tags/.net/" },
  ...oddPaths.map((path) => ({ from: `/from-${path}/`, to: `/to-${path}/` })),
];
const gone = ["/posts/거둔 글/", "/2019/old.html", "/Tags/node.js/", "/2020/$old;/"];

const page = (title: string) =>
  `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><p>${"가나다라 ".repeat(100)}</p></body></html>`;

/** A small site with every kind of file and address, ready to serve: `site` is the folder, `server` what servers include. */
export async function siteToServe(folder: string): Promise<{ readonly site: string; readonly server: string }> {
  const root = join(folder, "site");
  const server = join(folder, "server");
  const files = new Map<string, string | Uint8Array>([
    ["index.html", page("첫 화면")],
    ["404.html", page("없는 화면")],
    ["posts/한글-주소/index.html", page("한글 주소")],
    ["posts/한글-주소/index.md", `# 한글 주소\n\n${"글 ".repeat(200)}`],
    ["tags/.net/index.html", page(".NET")],
    ["tags/node.js/index.html", page("Node.js")],
    ["tags/.net/rss.xml", `<rss version="2.0"><!-- ${"가".repeat(200)} --></rss>`],
    ["rss.xml", `<rss version="2.0"><!-- ${"가".repeat(200)} --></rss>`],
    ["atom.xml", `<feed xmlns="http://www.w3.org/2005/Atom"><!-- ${"가".repeat(200)} --></feed>`],
    ["feed.json", JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "가".repeat(300) })],
    ["sitemap-index.xml", `<sitemapindex><!-- ${"가".repeat(200)} --></sitemapindex>`],
    ["assets/style.a1b2c3d4.css", "body{margin:0}".repeat(100)],
    ["pictures/a-0123456789.png", Uint8Array.from({ length: 3000 }, (_, index) => (index * 37) % 251)],
    ["favicon.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["robots.txt", "User-agent: *\n"],
    ...hostFiles({ redirects, gone }, site, true),
  ]);
  for (const [path, content] of files) write(join(root, path), content);
  for (const path of filesIn(root)) await writeCompressed(root, path);
  for (const [name, content] of serverFiles({ redirects, gone }, site)) write(join(server, name), content);
  return { site: root, server };
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
