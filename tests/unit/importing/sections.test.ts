import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { reportMarkdown } from "#tools/import/shared/report-markdown.ts";
import { type Imported, imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

const settings = 'baseURL = "https://blog.test/"\n';
const post = "---\ntitle: 가\ndate: 2020-06-01\n---\n글\n";

async function blog(context: TestContext, files: Readonly<Record<string, string>>): Promise<Imported> {
  const { root, remove } = sourceOf({ "hugo.toml": settings, "content/post/가.md": post, ...files });
  context.after(remove);
  const ours = await imported(root);
  context.after(ours.remove);
  return ours;
}

test("words about a section become a page at the section's address, with a way to the posts", async (context) => {
  const ours = await blog(context, {
    "content/post/_index.md": "---\ntitle: 글 모음\naliases: [/old/]\n---\n갈래를 **소개**합니다.\n",
    "content/post/깊은 곳/_index.md": "---\ntitle: 깊은 곳\ndraft: true\n---\n더 깊이.\n",
    "content/post/깊은 곳/나.md": post,
  });
  const page = ours.entryOf("content/post/_index.md");
  assert.ok(page);
  assert.deepEqual(
    [page.kind, page.title, page.path, page.aliases, page.file],
    ["page", "글 모음", "/post/", ["/old/"], "src/content/pages/post.md"],
  );
  assert.match(ours.body(page).html, /갈래를 <strong>소개<\/strong>합니다\.[\s\S]*<a href="\/posts\/"/u);
  assert.deepEqual(
    [ours.entryOf("content/post/깊은 곳/_index.md")?.path, ours.entryOf("content/post/깊은 곳/_index.md")?.draft],
    ["/post/깊은-곳/", true],
  );
  const redirects = ours.redirects();
  assert.deepEqual([redirects.get("/post/"), redirects.get("/post/index.xml")], [undefined, "/rss.xml"]);
  const warnings = ours.report.pages.find(({ source }) => source === "content/post/_index.md")?.warnings ?? [];
  assert.deepEqual(
    warnings.map(({ code, line }) => [code, line]),
    [["section-page", 5]],
  );
  assert.deepEqual(
    ours.problems.filter(({ severity }) => severity === "error"),
    [],
  );
});

/** Files that become no page of ours: the reason in the report and, where it has words, the file that keeps them. */
const aside: Readonly<Record<string, readonly [text: string, reason: string, kept: boolean]>> = {
  "content/_index.md": ["---\ntitle: 첫 화면\n---\n어서 오세요.\n", "left-section-aside", true],
  "content/posts/_index.md": ["---\ntitle: 글\n---\n모든 글.\n", "left-section-aside", true],
  "content/tags/자바/_index.md": ["---\ntitle: 자바 언어\n---\n", "left-section-aside", true],
  "content/categories/_index.md": ["---\ndescription: 갈래\n---\n", "left-section-aside", true],
  "content/note/_index.md": ["---\ntitle: 쪽지\n---\n\n<!-- 빈 -->\n", "left-section", false],
  "content/hidden/x.md": ["---\ntitle: 숨은 글\n_build:\n  render: never\n---\n숨은 말\n", "left-unrendered", true],
  "content/snippets/index.md": ["+++\ntitle = '조각'\nheadless = true\n+++\n조각 말\n", "left-headless", true],
  "content/post/나/notes.md": ["딸린 말\n", "left-resource", true],
};

test("text of files that become no page is kept aside, and the report says where", async (context) => {
  const texts = Object.fromEntries(Object.entries(aside).map(([file, [text]]) => [file, text]));
  const ours = await blog(context, { ...texts, "content/post/나/index.md": post });
  const reasons = new Map(ours.report.left.map(({ file, reason }) => [file, reason]));
  const lines = new Map(ours.report.left.map(({ file, line }) => [file, line]));
  for (const [file, [text, reason, isKept]] of Object.entries(aside)) {
    const kept = path.join(ours.root, "import-aside", file);
    assert.equal(reasons.get(file), reason, file);
    assert.equal(existsSync(kept) ? readFileSync(kept, "utf8") : undefined, isKept ? text : undefined, file);
  }
  assert.deepEqual([lines.get("content/hidden/x.md"), lines.get("content/snippets/index.md")], [3, 3]);
  for (const language of ["ko", "en"] as const) {
    const report = reportMarkdown(ours.report, language);
    for (const [file, [, , isKept]] of Object.entries(aside))
      assert.equal(report.includes(`\`import-aside/${file}\``), isKept, `${language}: ${file}`);
    assert.match(report, /`content\/hidden\/x\.md:3`/u);
  }
});

test("keys that hide a post at some time, or from lists, are named with their lines", async (context) => {
  const keys = {
    "지난.md": "expiryDate: 2021-01-01",
    "지날.md": "expiryDate: 2031-01-01",
    "아직.md": "publishDate: 2031-01-01",
    "목록 밖.md": "_build:\n  list: never",
    "자료만.md": "build:\n  publishResources: false",
    "안 지난.md": "publishDate: 2020-01-01",
  };
  const files = Object.entries(keys).map(([name, key]) => [
    `content/post/${name}`,
    `---\ntitle: ${name}\ndate: 2020-06-01\n${key}\n---\n글\n`,
  ]);
  const ours = await blog(context, Object.fromEntries(files));
  const found = Object.keys(keys).map((name) => {
    const page = ours.report.pages.find(({ source }) => source === `content/post/${name}`);
    const entry = ours.entryOf(`content/post/${name}`);
    return [name, entry?.draft, ...(page?.warnings ?? []).map(({ code, line }) => `${String(line)} ${code}`)];
  });
  assert.deepEqual(found, [
    ["지난.md", true, "4 hidden-by-date"],
    ["지날.md", false],
    ["아직.md", true, "4 hidden-by-date"],
    ["목록 밖.md", false, "4 unlisted"],
    ["자료만.md", false],
    ["안 지난.md", false],
  ]);
  assert.equal(ours.entryOf("content/post/지날.md")?.expires?.day, "2031-01-01");
});

test("what the source hides stays hidden, whatever says so", async (context) => {
  const head = (line: string) => `---\ntitle: 글\ndate: 2020-06-01\n${line}\n---\n글\n`;
  const files = {
    "content/post/비공개.md": head("private: true"),
    "content/post/상태.md": head("status: 비공개"),
    "content/post/닫히지 않은.md": "---\ntitle: 글\ndraft: true\n\n글\n",
    "content/post/보인.md": head("status: done"),
  };
  const ours = await blog(context, files);
  const found = Object.keys(files).map((name) => {
    const page = ours.report.pages.find(({ source }) => source === name);
    return [ours.entryOf(name)?.draft, ...(page?.warnings ?? []).map(({ code }) => code)];
  });
  assert.deepEqual(found, [
    [true, "hidden-by-field"],
    [true, "hidden-by-field"],
    [true, "front-matter-unreadable", "hidden-by-place"],
    [false],
  ]);
});
