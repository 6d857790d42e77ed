import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

const named =
  '[##_Image|kage@aB/c_d/E/img.png|CDM|1.3|{"originWidth":3,"style":"alignCenter","caption":"설명 하나"}_##]';
const article = (body: string) =>
  `<html><body><h2 class="title-article">봄</h2><p class="date">2020-12-04 11:12:13</p><div class="contents_style">${body}</div></body></html>`;

test("Tistory's own marks for pictures are pictures, also in Markdown that was written there", async (context) => {
  const marks = [
    named,
    '[##_Image|kage@aB/c/E/img.jpg|alignCenter|width="100%" data-origin-width="9"|||_##]',
    '[##_1C|cfile7.uf.2339AB.png|width="7" alt="대체" filename="a.png"|옛 설명_##]',
    '[##_2C|하나.png|width="1"|앞|둘.png|width="1"|뒤_##] [##_목차_##] `[##_1C|가.png||_##]`',
  ];
  const { root, remove } = sourceOf({
    "_config.yml": "title: 집\n",
    "_posts/2020-06-01-글.md": `---\ntitle: 글\n---\n${marks.join("\n\n")}\n`,
    "12/12-봄.html": article(`<p>${named}</p>`),
  });
  context.after(remove);
  const first = '![](https://blog.kakaocdn.net/dn/aB/c_d/E/img.png "설명 하나")';
  const rest = [
    "![](https://blog.kakaocdn.net/dn/aB/c/E/img.jpg)",
    '![대체](https://cfile7.uf.tistory.com/image/2339AB "옛 설명")',
    '![](하나.png "앞")![](둘.png "뒤") [##_목차_##] `[##_1C|가.png||_##]`',
  ];
  const written = { jekyll: [first, ...rest], tistory: [first] };
  for (const [kind, lines] of Object.entries(written)) {
    const ours = await imported(root, { kind });
    context.after(ours.remove);
    const [page] = ours.report.pages;
    const text = readFileSync(path.join(ours.root, page?.target ?? ""), "utf8");
    assert.equal(text.replace(/^---[\s\S]*?\n---\n\n?/u, ""), `${lines.join("\n\n")}\n`);
    assert.ok(page?.warnings.some(({ code }) => code === "picture-elsewhere"));
  }
});

test("a backup whose words hold formulas shows them as formulas; one with prices does not", async (context) => {
  const { root, remove } = sourceOf({
    "12/12-봄.html": article("<p>$a_1 + b_2$와 \\(c\\)는 $5와 $6</p><pre><code>echo $x_1$</code></pre>"),
    "13/13-값.html": article("<p>$5와 $6, my_var</p><pre><code>echo $$; $x_1$</code></pre>"),
  });
  context.after(remove);
  const ours = await imported(root, { kind: "tistory" });
  context.after(ours.remove);
  const html = ours.report.pages.map(({ source }) => {
    const entry = ours.entryOf(source);
    return entry === undefined ? "" : ours.body(entry).html;
  });
  assert.equal(html[0]?.match(/<math\b/gu)?.length, 2);
  assert.match(html[0] ?? "", /는 \$5와 \$6/u);
  assert.doesNotMatch(html[1] ?? "", /<math\b/u);
});

test("code that Color Scripter drew as a table is code, in HTML and in Markdown; its numbers and its mark go", async (context) => {
  const line = (code: string) => `<div style="padding:0 6px; white-space:pre; line-height:130%">${code}</div>\n`;
  const table = `<div class="colorscripter-code" style="color:#010101"><table class="colorscripter-code-table"><tbody><tr><td style="padding:6px"><div style="margin:0"><div style="line-height:130%">1</div><div style="line-height:130%">2</div></div></td><td><div style="margin:0">${line('<span style="color:#a71d5d">if</span>&nbsp;a&nbsp;&lt;&nbsp;1:')}${line("&nbsp;")}${line("&nbsp;&nbsp;<b>b</b>()&nbsp;#&nbsp;말")}</div></td><td><a href="http://colorscripter.com/info#e"><span>cs</span></a></td></tr></tbody></table></div>`;
  const code = "```\nif a < 1:\n\n  b() # 말\n```";
  const { root, remove } = sourceOf({
    "_config.yml": "title: 집\n",
    "_posts/2020-06-01-글.md": `---\ntitle: 글\n---\n앞말\n\n${table}\n뒷말\n\n\`\`\`html\n${table}\n\`\`\`\n`,
    "12/12-봄.html": article(`<p>앞말</p>${table}<p>뒷말</p>`),
  });
  context.after(remove);
  for (const [kind, end] of [
    ["tistory", ""],
    ["jekyll", `\n\n\`\`\`html\n${table}\n\`\`\``],
  ] as const) {
    const ours = await imported(root, { kind });
    context.after(ours.remove);
    const text = readFileSync(path.join(ours.root, ours.report.pages[0]?.target ?? ""), "utf8");
    assert.equal(text.replace(/^---[\s\S]*?\n---\n\n?/u, "").trim(), `앞말\n\n${code}\n\n뒷말${end}`);
  }
});
