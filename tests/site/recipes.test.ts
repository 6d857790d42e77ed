import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { imageSize } from "image-size";
import { build, layOut, root } from "./sites.ts";

const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: "https://user.example/blog/", title: "넓힌 집" });
`;

/** The examples of a guide whose fence names a file, by that file. */
function examplesIn(guide: string): { isChange: boolean; file: string; text: string }[] {
  const fences = readFileSync(join(root, guide), "utf8").matchAll(/^```(\w+) title="([^"]+)"\n([\s\S]*?)^```$/gmu);
  return Array.from(fences, ([, kind, file = "", text = ""]) => ({ isChange: kind === "diff", file, text }));
}

/** A file after the changes of an example; each part stands once in it, as the lines that stay and those that go. */
function patched(text: string, change: string): string {
  return change.split("@@\n").reduce((all, part) => {
    const lines = part.trimEnd().split("\n");
    const side = (other: string) => lines.filter((line) => !line.startsWith(other)).map((line) => line.slice(1));
    assert.equal(all.split(side("+").join("\n")).length, 2, part);
    return all.replace(side("+").join("\n"), side("-").join("\n"));
  }, text);
}

const guides = [
  {
    guide: "docs/extending.md",
    name: "recipes",
    walk: "산책",
    clear: "맑음",
    photo: "사진",
    note: "창가",
    strong: /<strong>강조/u,
  },
  {
    guide: "docs/en/extending.md",
    name: "recipes-en",
    walk: "walk",
    clear: "sunny",
    photo: "photo",
    note: "window",
    strong: /<strong>emphasis/u,
  },
];

for (const { guide, name, walk, clear, photo, note, strong } of guides) {
  let folder = "";
  const read = (path: string) => readFileSync(join(folder, "dist", path), "utf8");

  before(() => {
    folder = layOut({ name, posts: {}, settings });
    mkdirSync(join(folder, "src/content/posts"), { recursive: true });
    cpSync(join(root, "docs/pictures/home.png"), join(folder, "src/owner/photo.png"));
    const examples = examplesIn(guide);
    assert.ok(examples.length >= 8, guide);
    for (const { isChange, file, text } of examples) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, isChange ? patched(readFileSync(path, "utf8"), text) : text);
    }
    build(folder);
  });

  test(`${guide}: a page and a kind of page stand in the site and its map`, () => {
    const map = read("sitemap-0.xml");
    for (const path of ["now", `weather/${clear}`]) {
      assert.match(read(`${path}/index.html`), /<header class="top">/u);
      assert.ok(map.includes(`<loc>https://user.example/blog/${encodeURI(path)}/</loc>`), map);
    }
    assert.ok(read(`weather/${clear}/index.html`).includes(`href="/blog/posts/${walk}/"`));
  });

  test(`${guide}: a field is shown where the post ends, and nowhere else`, () => {
    assert.ok(read(`posts/${walk}/index.html`).includes(`<a href="/blog/weather/${clear}/">${clear}</a>`));
    assert.doesNotMatch(read(`posts/${photo}/index.html`), /weather/u);
  });

  test(`${guide}: a note of a collection of the owner's own reads as a post does`, () => {
    assert.match(read(`notes/${note}/index.html`), /<strong>[^<]+\([^<]+\)<\/strong>/u);
  });

  test(`${guide}: a component and a smaller picture in MDX, and the file of an integration`, () => {
    const html = read(`posts/${photo}/index.html`);
    assert.match(html, /<aside class="note"/u);
    assert.match(html, strong);
    const [, file = ""] = /<img src="\/blog\/(assets\/[^"]+)"/u.exec(html) ?? [];
    assert.equal(imageSize(readFileSync(join(folder, "dist", file))).width, 320);
    assert.ok((JSON.parse(read("search.json")) as string[]).includes("now/index.html"));
    assert.ok(existsSync(join(folder, "dist/rss.xml")));
  });
}
