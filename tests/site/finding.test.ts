import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build, builtFresh, layOut } from "./sites.ts";

const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: "https://user.example/" });
`;
const folder = layOut({ name: "finding", posts: {}, settings });
const file = (name: string) => join(folder, `src/content/posts/${name}.md`);
const post = (title: string, body: string, more = "") =>
  `---\ntitle: ${title}\ndate: 2026-01-02\n${more}---\n\n${body}\n`;
const found = (path: string) => readFileSync(join(folder, "dist", path), "utf8");

/** The pages on which words and titles are found. */
function pages(dist: string): Map<string, string> {
  const paths = globSync("{find,all}/**/*.html", { cwd: dist }).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(dist, path), "utf8")]));
}

for (const name of ["하나", "둘", "셋", "넷"])
  writeFileSync(file(name), post(`국수 ${name}`, "## 국물\n\n국물을 낸다."));
writeFileSync(file("초안"), post("감춘말 공책", "## 숨은말\n\n적는다.", "draft: true\n"));
build(folder);

test("a word's posts are listed on the spot or on its page, and no word of a draft is", () => {
  assert.match(found("find/국수/index.html"), /href="\/posts\/하나\/"/u);
  assert.match(found("find/국물/index.html"), /href="\/posts\/하나\/#국물"/u);
  assert.match(found("find/index.html"), /<dt><a href="\/find\/국수\/">국수<\/a><\/dt><dd>글 4편<\/dd>/u);
  // Firefox and Safari keep a term and its posts in one column only as one block.
  assert.doesNotMatch(found("find/index.html"), /(?<!<div>)<dt>|<dt>(?:(?!<\/div>).)*<dt>/u);
  // A list of terms is no HTML where one of them has no description.
  assert.doesNotMatch(found("find/index.html"), /<\/dt>(?!<dd>)/u);
  for (const html of pages(join(folder, "dist")).values()) assert.doesNotMatch(html, /감춘말|숨은말|공책/u);
});

test("after edits of titles, headings and drafts an incremental build has the index of a fresh one", () => {
  writeFileSync(file("하나"), post("만두 하나", "## 만두피\n\n만두피를 민다."));
  writeFileSync(file("둘"), post("국수 둘", "## 국물\n\n국물을 낸다.", "draft: true\n"));
  writeFileSync(file("초안"), post("감춘말 공책", "## 숨은말\n\n적는다."));
  build(folder);
  assert.deepEqual(pages(join(folder, "dist")), pages(builtFresh(folder)));
  assert.match(
    found("find/index.html"),
    /<dt>만두피<\/dt><dd><a href="\/posts\/하나\/#만두피">만두 하나 › 만두피<\/a><\/dd>/u,
  );
  assert.match(found("find/index.html"), /<dt>공책<\/dt>/u);
  assert.ok(!existsSync(join(folder, "dist/find/국수")));
  assert.match(found("all/index.html"), /만두 하나/u);
});
