import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { said, type Word } from "#text/words.ts";
import { causesOf, reportMarkdown } from "#tools/import/shared/report-markdown.ts";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

const text = (word: Word) => said(word, {}, "ko");

test("kramdown's code with bars in tables, values that no reader saw, and <head> in a sentence", async () => {
  const lines = [
    "| 가 | 나 |",
    "|---|---|",
    "| `a|b` | ``c||d`` |",
    "",
    "{{ chart_range }}와 {{ chart_range }}, {{ 1 + 2 }}",
    "",
    "글은 <head> 안에, <b>굵게</b>. {% raw %}{{ 그대로 }}{% endraw %}",
    "",
    "<title> 줄 머리에서도 보인다.",
  ];
  const { root, remove } = sourceOf({
    "_config.yml": "title: 밭\nurl: https://old.blog.kr\n",
    "_posts/2020-01-01-글.md": `---\ntitle: 글\n---\n${lines.join("\n")}\n`,
  });
  const ours = await imported(root);
  const written = readFileSync(path.join(ours.root, "src/content/posts/2020-01-01-글.md"), "utf8");
  assert.ok(written.includes("| `a\\|b` | ``c\\|\\|d`` |"));
  assert.ok(written.includes("\n와 , `{{ 1 + 2 }}`\n") && written.includes("{{ 그대로 }}"));
  const { html } = ours.body(ours.entryOf("_posts/2020-01-01-글.md") ?? assert.fail());
  assert.match(html, /<code>a\|b<\/code>[\s\S]*<code>c\|\|d<\/code>/u);
  assert.match(html, /글은 &lt;head&gt; 안에, <b>굵게<\/b>/u);
  assert.match(html, /&lt;title&gt; 줄 머리에서도 보인다/u);
  const codes = ours.report.pages[0]?.warnings.map(({ code }) => code);
  assert.deepEqual(codes, ["liquid-shown", "liquid-value", "tag-shown", "tag-shown"]);
  ours.remove();
  remove();
});

test("a picture is told as it is: missing, not to be published, or on the old blog's server", async () => {
  const { root, remove } = sourceOf({
    "_config.yml": "title: 밭\nurl: https://old.blog.kr\n",
    "images/깨짐.png": "그림이 아니다",
    "images/그림.drawio.svg":
      '<svg xmlns="http://www.w3.org/2000/svg"><switch><foreignObject><div>말</div></foreignObject><text>말</text></switch></svg>',
    "images/영상.mp4": "영상",
    "_posts/2020-01-01-글.md":
      "---\ntitle: 글\n---\n![](/images/깨짐.png) ![](/images/없음.png) ![](https://old.blog.kr/x.png) ![](https://velog.velcdn.com/a.png) ![](https://postfiles.pstatic.net/a.png) ![](https://남.kr/b.png) ![](/images/그림.drawio.svg) ![](/images/영상.mp4)\n",
  });
  const ours = await imported(root);
  assert.deepEqual(
    ours.report.pages[0]?.warnings.map(({ code, values }) => [code, values["address"]]),
    [
      ["import-picture-missing", "/images/없음.png"],
      ["picture-elsewhere", "https://old.blog.kr/x.png"],
      ["picture-elsewhere", "https://postfiles.pstatic.net/a.png"],
      ["picture-elsewhere", "https://velog.velcdn.com/a.png"],
      ["picture-refused", "/images/깨짐.png"],
    ],
  );
  const drawn = readFileSync(path.join(ours.root, "public/images/그림.drawio.svg"), "utf8");
  assert.ok(drawn.includes("<text>말</text>") && !drawn.includes("foreignObject"));
  assert.ok(existsSync(path.join(ours.root, "public/images/영상.mp4")));
  ours.remove();
  remove();
});

test("the report opens with a table, then has a list for each cause, the most frequent first", async () => {
  const { root, remove } = sourceOf({
    "a.md": "---\ntitle: 가\ndate: 2020-01-01\n---\n![](없음.png) ![](또.png)\n\n<T>\n",
    "b.md": "---\ntitle: 나\ndate: 2020-01-02\nprivate: true\n---\n![](셋.png)\n",
  });
  const ours = await imported(root);
  const report = reportMarkdown(ours.report, "ko");
  const rows = [...report.matchAll(/^\| ([^|]+) \| (\d+) \|$/gmu)].map(([, name, count]) => [name, Number(count)]);
  assert.equal(report.indexOf("| | "), report.indexOf("\n\n") + 2);
  assert.deepEqual(Object.fromEntries(rows), {
    [text("import-total-posts")]: 2,
    [text("import-total-drafts")]: 1,
    [text("import-total-words")]: 1,
    [text("import-total-pictures")]: 3,
    [text("import-total-kept")]: 0,
    [text("import-total-led")]: 0,
    [text("import-total-new")]: 1,
    [text("import-total-lost")]: 0,
  });
  assert.deepEqual(
    causesOf(ours.report, "ko").map(({ lines }) => lines.length),
    [3, 1, 1],
  );
  assert.ok(report.includes("## 그림 … 파일이 원본에 없습니다 (3)\n\n- a.md:5 → src/content/posts/a.md:"));
  assert.ok(report.includes(text("import-new-note")));
  ours.remove();
  remove();
});
