import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { rendered, renderedMdx } from "./setting.ts";

interface Case {
  readonly markdown: string;
  readonly html: string;
}

const file = new URL("../../fixtures/markdown/emphasis.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Case[] };

/** Source around a case, what must stand around its inner HTML, and the cases that cannot stand there by the grammar itself. */
const neighbours: readonly {
  readonly name: string;
  readonly source: (markdown: string) => string;
  readonly html: (inner: string) => string;
  readonly impossible?: RegExp;
}[] = [
  { name: "paragraph", source: (m) => `앞 문장.\n\n${m}`, html: (i) => `<p>${i}</p>` },
  { name: "heading", source: (m) => `## ${m}`, html: (i) => `${i}<a class="anchor"` },
  { name: "list", source: (m) => `- 하나\n- ${m}`, html: (i) => `<li>${i}</li>` },
  { name: "quotation", source: (m) => `> ${m}`, html: (i) => `<blockquote>\n<p>${i}</p>` },
  { name: "table cell", source: (m) => `| 가 | 나 |\n|---|---|\n| 다 | ${m} |`, html: (i) => `<td>${i}</td>` },
  { name: "link text", source: (m) => `[${m}](/곳/)`, html: (i) => `>${i}</a>`, impossible: /\]\(|:\/\// },
  { name: "emphasis", source: (m) => `_앞 ${m} 뒤_`, html: (i) => `<em>앞 ${i} 뒤</em>`, impossible: /_/ },
];

const decoded = (html: string): string =>
  html
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&");

test("the golden list has its 34 cases", () => {
  assert.equal(cases.length, 34);
});

for (const { name, source, html, impossible } of neighbours) {
  test(`emphasis beside particles, brackets and quotes: ${name}`, async () => {
    for (const given of cases) {
      if (impossible?.test(given.markdown)) continue;
      const expected = html(given.html.replace(/^<p>|<\/p>$/g, ""));
      const inMarkdown = decoded((await rendered(source(given.markdown))).html);
      assert.ok(inMarkdown.includes(expected), `md: ${given.markdown}\n${inMarkdown}`);
      const inMdx = decoded(await renderedMdx(source(given.markdown)));
      assert.ok(inMdx.includes(expected), `mdx: ${given.markdown}\n${inMdx}`);
    }
  });
}

test("a heading's emphasis leaves no marks in the table of contents", async () => {
  for (const given of cases.filter(({ html }) => !html.includes("__"))) {
    const [heading] = (await rendered(`## ${given.markdown}`)).headings;
    assert.ok(heading && !/\*|~~/.test(heading.text), `${given.markdown} → ${heading?.text ?? "nothing"}`);
  }
});

test("escapes and code stay literal", async () => {
  const table: readonly [string, string][] = [
    ["\\*\\*강조(설명)\\*\\*을", "<p>**강조(설명)**을</p>"],
    ["`**강조(설명)**을`", "<p><code>**강조(설명)**을</code></p>"],
    ["\\\\**강조(설명)**을", "<p>\\<strong>강조(설명)</strong>을</p>"],
    ["    **강조(설명)**을", "<pre><code>**강조(설명)**을\n</code></pre>"],
    ["[가](/a**(b)**나)", '<p><a href="/a**(b)**나">가</a></p>'],
    ["<span title='**(가)**나'>말</span>", '<p><span title="**(가)**나">말</span></p>'],
  ];
  for (const [source, html] of table) assert.equal((await rendered(source)).html.trim(), html, source);
});

test("marks that stand side by side each open and close", async () => {
  for (const [source, html] of [
    ["~~취소~~**“말”**은", "<del>취소</del><strong>“말”</strong>은"],
    ["**굵게**~~‘취소’~~는", "<strong>굵게</strong><del>‘취소’</del>는"],
    ["**“굵게”***“기울임”*은", "<strong>“굵게”</strong><em>“기울임”</em>은"],
  ] as const) {
    assert.equal((await rendered(source)).html.trim(), `<p>${html}</p>`);
    assert.equal(await renderedMdx(source), `<p>${html}</p>`);
  }
});

test("marks that stand one inside another open and close beside particles", async () => {
  for (const [source, html] of [
    ["~~**“취소”**~~는", "<del><strong>“취소”</strong></del>는"],
    ["앞~~**“취소”**~~는", "앞<del><strong>“취소”</strong></del>는"],
    [
      "~~**취소(옛말)**~~는 ~~***(말)***~~은",
      "<del><strong>취소(옛말)</strong></del>는 <del><em><strong>(말)</strong></em></del>은",
    ],
    ["~~*「말」*~~은 **~~「말」~~**은", "<del><em>「말」</em></del>은 <strong><del>「말」</del></strong>은"],
    ["**~~API~~**는 ~~**API**~~는", "<strong><del>API</del></strong>는 <del><strong>API</strong></del>는"],
  ] as const) {
    assert.equal((await rendered(source)).html.trim(), `<p>${html}</p>`);
    assert.equal(await renderedMdx(source), `<p>${html}</p>`);
  }
});
