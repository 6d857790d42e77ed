import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { assertAbsent } from "./hostile-build.ts";
import { build, layOut } from "./sites.ts";

const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: "https://user.example/", postPattern: "/:slug/", feedItems: 1000 });
`;
const bodies = {
  empty: "",
  blank: "\n \n\u3000\n",
  picture: "![창가](창가.svg)\n",
  code: "```js\nlet 가 = 1;\n```\n",
  table: "| 가 | 나 |\n|---|---|\n| 1 | 2 |\n",
  comment: "<!-- 나중에 -->\n",
  line: "---\n",
  note: "[^1]: 아무도 부르지 않는 각주\n",
};
const names = [
  "index",
  "404",
  "rss.xml",
  "atom.xml",
  "feed.json",
  "robots.txt",
  "posts",
  "tags",
  "about",
  "page",
  "con",
  "_",
  "a.b",
];
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>';

/** Posts with little in them, at addresses that the site itself uses, each alone under a tag, a category and a series. */
function oddPosts(seed: number): { name: string; source: string; title: string }[] {
  const made = fc.record({
    body: fc.constantFrom(...Object.values(bodies)),
    isTitled: fc.boolean(),
    isDated: fc.boolean(),
    isAlone: fc.boolean(),
  });
  const kinds = fc.sample(made, { seed, numRuns: names.length });
  return names.flatMap((name, index) => {
    const { body = "", isTitled, isDated, isAlone } = kinds[index] ?? {};
    if (name.startsWith("_")) return [];
    const title = `홀로 ${String(index)}`;
    const fields = [
      isTitled ? `title: ${title}` : "",
      isDated ? `date: 2024-01-${String(index + 1).padStart(2, "0")}` : "",
      isAlone ? `tags: 꼬리표${String(index)}\ncategories: 분류${String(index)}\nseries: 연재${String(index)}` : "",
    ].filter((line) => line !== "");
    // A rule that nothing stands before would open a front matter.
    const head = fields.length === 0 && body !== bodies.line ? "" : `---\n${fields.join("\n")}\n---\n`;
    return [{ name, source: head + body, title: isTitled ? title : "" }];
  });
}

/** Held back by one field each, in the ways of several systems. */
const hidden = [
  "private: true",
  'published: "false"',
  "status: 비공개",
  "_build:\n  render: never",
  "expiryDate: 2020-01-01",
  "초안: true",
];

/** Builds a site of posts drawn by a seed; asserts that they stand in map and feeds, and hidden ones nowhere. */
export function assertOddPosts(seed: number): void {
  const folder = layOut({ name: `odd-${String(seed)}`, posts: {}, settings });
  const posts = oddPosts(seed);
  const put = (name: string, text: string) => {
    const file = join(folder, "src/content/posts", name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  put("창가.svg", picture);
  for (const { name, source } of posts) put(`${name}.md`, source);
  for (const [index, line] of hidden.entries())
    put(
      `감춤-${String(index)}.md`,
      `---\ntitle: 감춘글표지\ndate: 2024-01-01\n${line}\n---\n감춘글표지 ${String(index)}\n`,
    );
  put("찾지-않기.md", "---\ntitle: 찾지 않기\ndate: 2024-01-01\nnoindex: true\n---\n본문\n");
  build(folder);
  const dist = join(folder, "dist");
  const read = (file: string) => readFileSync(join(dist, file), "utf8");
  const items = read("rss.xml").split("<item>").length - 1;
  assert.equal(items, posts.length + 1);
  assert.equal(read("atom.xml").split("<entry>").length - 1, items);
  assert.equal((JSON.parse(read("feed.json")) as { items: unknown[] }).items.length, items);
  const map = readdirSync(dist)
    .filter((name) => /^sitemap-\d/u.test(name))
    .map(read)
    .join("");
  for (const { title, name } of posts)
    assert.ok(title === "" || read("rss.xml").includes(`<title>${title}</title>`), `${name}: ${title}`);
  const homes = posts.map(
    ({ name }) => new RegExp(`<loc>https://user\\.example/[^/]*${name.replace(".", "\\.")}[^/]*/</loc>`, "iu"),
  );
  for (const home of homes) assert.match(map, home);
  assert.ok(!map.includes(encodeURI("찾지-않기")));
  assert.match(read("찾지-않기/index.html"), /<meta name="robots" content="noindex/u);
  assert.doesNotMatch(read("찾지-않기/index.html"), /text\/markdown/u);
  assert.ok(!existsSync(join(dist, "찾지-않기/index.md")));
  assertAbsent(dist, ["감춘글표지"]);
}
