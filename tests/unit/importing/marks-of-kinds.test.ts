import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";
import { unpacked } from "./unpacked.ts";

const written = (root: string, file: string) => readFileSync(path.join(root, "src/content/posts", file), "utf8");

test("Hexo's tags, titles of code and links between posts", async () => {
  const { root, remove } = unpacked("hexo.txt");
  const ours = await imported(root);
  const text = written(ours.root, "봄-나물/index.md");
  assert.ok(text.includes("![냉이 한 줌](냉이.png)") && text.includes("![달래](달래.png)"));
  assert.ok(text.includes("[국수 이야기](/2021/07/01/여름-국수/)와 [여름 국수](/2021/07/01/여름-국수/)로"));
  const summer = written(ours.root, "여름-국수.md");
  assert.ok(summer.includes('```js title="끓이기.js"\nconst 물 = "그대로";\n```'));
  assert.ok(summer.includes("> [!WARNING] 뜨거움\n> 김을 조심합니다."));
  assert.ok(summer.includes("> 물이 먼저다.\n>\n> — 할머니, 부엌 수첩"));
  assert.ok(
    summer.includes("**콩국수**\n\n콩을 갑니다.") && summer.includes("categories:\n  - 밥상\n  - 여름\n  - 기록"),
  );
  assert.ok(written(ours.root, "2021-겨울.md").includes('```js title="눈.js"'));
  assert.ok(written(ours.root, "가을/감 따기.md").includes("{{ 중괄호 }} 그대로"));
  assert.deepEqual(ours.entryOf("source/_posts/여름-국수.md")?.aliases, ["/2021/06/30/여름-국수/"]);
  ours.remove();
  remove();
});

test("what stands in a repository for those who work there is told, not published", async () => {
  const { root, remove } = unpacked("astro.txt");
  const ours = await imported(root);
  assert.deepEqual(
    ours.report.left.map(({ file, reason }) => [file, reason]),
    [
      ["ARCHITECTURE.md", "left-paper"],
      ["README.md", "left-paper"],
      ["docs/guide.md", "left-outside"],
    ],
  );
  const entry = ours.entryOf("src/data/blog/Hello World.md");
  assert.deepEqual([entry?.date?.iso, entry?.tags], ["2022-09-24T00:22:00+09:00", ["가", "나"]]);
  assert.ok(written(ours.root, "Hello World.md").includes("image: /images/덮개.png"));
  assert.ok(written(ours.root, "Hello World.md").includes("[둘째](/posts/둘째-글/)로, [파일](/posts/둘째-글/)로"));
  assert.match(ours.body(ours.entryOf("src/data/blog/Ünïcode_밑줄!.md") ?? assert.fail()).html, /&lt;head&gt; 이야기/u);
  ours.remove();
  remove();
});

test("papers beside a package's code at a folder's root are no posts; where no code is, they may be", async () => {
  const files = { "글.md": "글\n", "docs/설계.md": "설계\n", "tests/시험.md": "시험\n", "메모/docs/일.md": "일\n" };
  const left = async (more: Readonly<Record<string, string>>) => {
    const { root, remove } = sourceOf({ ...files, ...more });
    const ours = await imported(root, { kind: "markdown" });
    const found = ours.report.left.map(({ file, reason }) => `${file} ${reason}`).sort();
    ours.remove();
    remove();
    return found;
  };
  assert.deepEqual(await left({ "package.json": "{}" }), ["docs/설계.md left-paper", "tests/시험.md left-paper"]);
  assert.deepEqual(await left({}), []);
});

test("Gatsby's code titles, MDX's imports and Obsidian's own marks become ours", async () => {
  const gatsby = unpacked("gatsby.txt");
  const one = await imported(gatsby.root);
  const first = one.body(one.entryOf("content/blog/첫 글/index.md") ?? assert.fail()).html;
  assert.match(first, /<figcaption>a\.js<\/figcaption><pre [^>]*data-language="js"><code><span class="line marked">/u);
  assert.ok(
    written(one.root, "development/ES6-정리.md").includes("[첫 글](</첫 글/>)과 [옆 글](/development/typed/)로"),
  );
  const next = unpacked("next.txt");
  const two = await imported(next.root);
  const mdx = written(two.root, "첫-글.md");
  assert.doesNotMatch(mdx, /components\/Chart|export const/u);
  assert.ok(mdx.includes('import 그대로 from "남는다"') && mdx.includes("&lt;Chart value={1} />"));
  const obsidian = unpacked("obsidian.txt");
  const three = await imported(obsidian.root);
  const note = written(three.root, "글/텃밭 일기.md");
  assert.ok(note.includes("![|300](</붙임/밭 사진.png>)") && note.includes("`%%코드는 그대로%%`"));
  const entry = three.entryOf("글/텃밭 일기.md");
  assert.match(
    three.body(entry ?? assert.fail()).html,
    /오늘은 <a href="\/posts\/글\/감자-심기\/">감자<\/a>를 심었다\.<\/p>/u,
  );
  assert.deepEqual([entry?.aliases, entry?.tags, entry?.title], [[], ["밭/봄", "일기"], "텃밭 일기"]);
  for (const { remove } of [one, two, three, gatsby, next, obsidian]) remove();
});

test("Notion's properties, callouts and links; WordPress' captions, code and old paragraphs", async () => {
  const notion = unpacked("notion.txt");
  const one = await imported(notion.root);
  const page = written(one.root, "여행 이야기/index.md");
  assert.ok(page.includes("date: 2024-03-01T09:30:00+09:00\ntags:\n  - 여행\n  - 바다\n"));
  assert.ok(page.includes("\n---\n\n바다에 갔다.\n다음 줄이다.\n\n![바다](바다.png)\n\n> [!NOTE]\n> 물이 차갑다.\n"));
  assert.ok(page.includes("(/posts/덜-쓴-이야기/)") && written(one.root, "혼자 선 글.md").includes("\n속성: 이것은"));
  const wordpress = unpacked("wordpress.txt");
  const two = await imported(wordpress.root);
  assert.ok(written(two.root, "block-글.md").includes('![밭](/wp-content/uploads/2020/01/a.png "밭 사진")'));
  const old = written(two.root, "old.md");
  assert.ok(old.includes("첫 줄  \n둘째 줄\n") && old.includes("```js\nif (a < b) {\n\n}\n```"));
  assert.ok(old.includes('a.png "사진 설명")') && old.includes("[블록 글](/2020/01/02/block-글/)"));
  const entry = two.entryOf("posts/1-block-글.html");
  assert.deepEqual([entry?.categories, entry?.author, entry?.description], [["밭일 & 봄"], "hong", "짧은 소개"]);
  for (const { remove } of [one, two, notion, wordpress]) remove();
});

test("a fence that is shown as code keeps its title as it is written", async () => {
  const shown = "```js a.js\n글\n```\n";
  const { root, remove } = sourceOf({
    "package.json": '{"dependencies":{"hexo":"8"}}',
    "source/_posts/글.md": `---\ntitle: 글\ndate: 2020-01-01\n---\n> ${shown.replace(/\n(?=.)/gu, "\n> ")}\n~~~~md\n${shown}~~~~\n`,
  });
  const ours = await imported(root);
  const text = written(ours.root, "글.md");
  assert.ok(text.includes('> ```js title="a.js"\n') && text.includes(`~~~~md\n${shown}~~~~`), text);
  ours.remove();
  remove();
});
