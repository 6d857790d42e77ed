import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { layOut, root } from "./sites.ts";

const posts = {
  "하나.md":
    "---\ntitle: 하나\ndate: 2020-06-01\ntags: [꼬리]\nmood: 맑음\n---\n\n머리 글입니다.\n\n## 첫 절\n\n[둘](둘.mdx)로 갑니다.\n",
  "둘.mdx": "---\ntitle: 둘\ndate: 2020-06-02\n---\n\n## 둘째 절\n\n**안녕(인사)**을 {1 + 1}번 합니다.\n\n### 더\n",
  "초안.md": "---\ntitle: 초안\ndate: 2020-06-01\ndraft: true\n---\n\n본문\n",
  "먼-날.md": "---\ntitle: 먼 날\ndate: 2099-01-01\n---\n\n본문\n",
};

/** What an owner who knows Astro would write. */
const page = `---
import { getCollection, getEntry, render } from "astro:content";
const posts = await getCollection("posts");
const [one, two] = await Promise.all(["하나", "둘"].map((id) => getEntry("posts", id)));
const [md, mdx] = await Promise.all([render(one!), render(two!)]);
const notes = await getCollection("notes");
const NoteBodies = await Promise.all(notes.map(async (note) => (await render(note)).Content));
const replies = await getCollection("replies");
const told = posts.map(({ id, data }) => [id, data.title, data.date?.day, data.tags, data.path, data.minutes, data.extra["mood"]]);
---
<html lang="ko">
  <head><title>내 화면</title></head>
  <body>
    <script type="application/json" set:html={JSON.stringify({ told, replies: replies.map(({ id, data }) => [id, data.replies.map(({ name }) => name)]), notes: notes.map(({ id, data }) => [id, data.title]), md: md.headings, mdx: mdx.headings })} />
    <section id="md"><md.Content /></section>
    <section id="mdx"><mdx.Content /></section>
    {NoteBodies.map((Body, index) => <section id={notes[index]?.id}><Body /></section>)}
  </body>
</html>
`;

/** A collection of an owner's own, as Astro's guide writes one. */
const notes = `
  notes: defineCollection({
    loader: glob({ pattern: "*.{md,mdx}", base: "src/notes" }),
    schema: zod.object({ title: zod.string() }),
  }),`;

const noteBody = "**강조(설명)**을 합니다. %%나만 보는 말%%\n\n```js\nconst a = 1;\n```\n\n![창가](<그림 1.png>)\n";
const noteFiles = {
  "쪽지.md": `---\ntitle: 쪽지 하나\n---\n${noteBody}\n<b onclick="x()">굵게</b>\n\n가\u0001나\n`,
  "쪽지-둘.mdx": `---\ntitle: 쪽지 둘\n---\n${noteBody}`,
};

const replies = JSON.stringify({
  replies: [{ id: "github:1", name: "손님", date: "2020-06-03T00:00:00Z", html: "<p>잘 읽었습니다.</p>" }],
});

/** A site with the page; returns a reader of what it made. */
function house(environment: NodeJS.ProcessEnv = {}) {
  const folder = layOut({ name: "collection" });
  rmSync(join(folder, "src/content"), { recursive: true });
  mkdirSync(join(folder, "src/content/posts"), { recursive: true });
  for (const [name, text] of Object.entries(posts)) writeFileSync(join(folder, "src/content/posts", name), text);
  writeFileSync(join(folder, "src/pages/mine.astro"), page);
  mkdirSync(join(folder, "src/content/replies"));
  for (const id of ["하나", "초안"]) writeFileSync(join(folder, `src/content/replies/${id}.json`), replies);
  mkdirSync(join(folder, "src/notes"));
  cpSync(join(root, "docs/pictures/home.png"), join(folder, "src/notes/그림 1.png"));
  for (const [name, text] of Object.entries(noteFiles)) writeFileSync(join(folder, "src/notes", name), text);
  const config = join(folder, "src/content.config.ts");
  const collections = readFileSync(config, "utf8").replace("export const collections = {", `$&${notes}`);
  writeFileSync(config, `import { glob } from "astro/loaders";\nimport { z as zod } from "astro/zod";\n${collections}`);
  appendFileSync(join(folder, "src/reading/entry-store.ts"), 'console.log("reader loaded");\n');
  const { stdout, stderr } = spawnSync(process.execPath, ["commands/build.mjs"], {
    cwd: folder,
    env: { ...process.env, SOURCE_DATE_EPOCH: "1795564800", ...environment },
    encoding: "utf8",
  });
  const made = (path: string) => readFileSync(join(folder, ".seogo/staging", path, "index.html"), "utf8");
  return { made, said: stdout + stderr };
}

const between = (html: string, from: string, to: string) => {
  const start = html.indexOf(from);
  assert.ok(start >= 0, from);
  return html.slice(start + from.length, html.indexOf(to, start)).trim();
};

let ours: ReturnType<typeof house>;
before(() => {
  ours = house();
});

test("a page of an owner's gets typed data, and the bodies and headings of the articles", () => {
  const { made, said } = ours;
  assert.equal(said.split("reader loaded").length - 1, 1, "one copy of each module in a build");
  const mine = made("mine");
  const data = JSON.parse(between(mine, '<script type="application/json">', "</script>")) as Record<string, unknown>;
  assert.deepEqual(data["told"], [
    ["둘", "둘", "2020-06-02", [], "/posts/둘/", 1, null],
    ["하나", "하나", "2020-06-01", ["꼬리"], "/posts/하나/", 1, "맑음"],
  ]);
  assert.deepEqual(data["replies"], [["하나", ["손님"]]]);
  assert.deepEqual(data["notes"], [
    ["쪽지", "쪽지 하나"],
    ["쪽지-둘", "쪽지 둘"],
  ]);
  assert.deepEqual(data["md"], [{ depth: 2, id: "첫-절", text: "첫 절" }]);
  assert.deepEqual(data["mdx"], [
    { depth: 2, id: "둘째-절", text: "둘째 절" },
    { depth: 3, id: "더", text: "더" },
  ]);
  for (const [id, name] of [
    ["md", "하나"],
    ["mdx", "둘"],
  ] as const) {
    const body = between(mine, `<section id="${id}">`, "</section>");
    assert.match(body, /<h2 id="/u);
    assert.equal(body, between(made(`posts/${name}`), '<div class="prose e-content">', "</div>"));
  }
});

test("Markdown and MDX of an owner's own collection read as posts do, and their pictures are Astro's", () => {
  const { made, said } = ours;
  assert.match(said, /src\/notes\/쪽지\.md:12:1 .*onclick/u);
  assert.match(said, /src\/notes\/쪽지\.md:14:2 .*U\+0001/u);
  for (const name of Object.keys(noteFiles)) {
    const body = between(made("mine"), `<section id="${name.replace(/\.\w+$/u, "")}">`, "</section>");
    assert.match(body, /<strong>강조.*\(설명\)<\/strong>/u, name);
    assert.match(body, /<span class="k-keyword">const<\/span>/u, name);
    assert.match(body, /<img [^>]*src="\/assets\/[^"]+\.webp"/u, name);
    assert.match(body, /alt="창가"/u, name);
    assert.doesNotMatch(body, /onclick|style=|나만 보는/u, name);
  }
});

test("a build whose collections Astro stores itself makes the same pages", () => {
  const paths = ["mine", "posts/하나", "posts/둘"];
  const pages = paths.map(ours.made);
  const { made } = house({ SEOGO_STORE: "whole" });
  assert.deepEqual(paths.map(made), pages);
});
