import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findings } from "./findings.ts";
import { rendered } from "./setting.ts";
import { assertHolds } from "../../random.ts";

const options = { lineBreaks: "keep", quotes: "korean", math: true, ellipsis: true } as const;
const pieces = [
  ..."가나다라을를이는 漢字あアABab019 \n\n\t.,!?()[]{}<>\"'*_~`#|\\$:;=+-/&%@^“”‘’「」…★😀👨‍👩‍👧",
  ...[
    "**",
    "~~",
    "```",
    "$$",
    ":::note",
    "[!note]",
    "<b>",
    "</b>",
    "<script>",
    "![",
    "](",
    "https://a.kr/",
    "[^1]",
    "[[",
    "]]",
  ],
  ...[
    "\u0000",
    "\u0007",
    "\u00ad",
    "\u200b",
    "\u2060",
    "\ufeff",
    "\u202e",
    "\ufdd0",
    "\ufddc",
    "\uffff",
    "\ud800",
    "\udc00",
    "\r",
  ],
  ...["표: ", "| 가 |\n|---|\n", "\n> ", "\n- ", "\n1. ", "\n## ", "<!--", "-->", "&#0;", "&lt;", "{漢|한}"],
];
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(""));

test("no source throws, runs anything, or lets our sentinels out", async () => {
  await assertHolds(
    fc.asyncProperty(hostile, async (source) => {
      const body = await rendered(source, options);
      assert.deepEqual(findings(body.html), []);
      assert.doesNotMatch(body.html + body.text + JSON.stringify(body.headings), /[\ufdd0-\ufdef\u0000]|%EF%B7%9/);
      const ids = [...body.html.matchAll(/<[a-z][^>]* id="([^"]*)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length, `ids ${ids.join()}`);
      const lines = source.split(/\r\n?|\n/).length;
      for (const { line, column } of body.warnings) assert.ok(line >= 1 && line <= lines && column >= 1);
    }),
    1500,
  );
});

test("an author's noncharacter that stands where ours would be put does not come out", async () => {
  assert.equal((await rendered("”\ufdd0**가", options)).html, "<p>”**가</p>");
});

test("rendering twice gives the same", async () => {
  await assertHolds(
    fc.asyncProperty(hostile, async (source) => {
      assert.deepEqual(await rendered(source, options), await rendered(source, options));
    }),
    200,
  );
});

test("words come out as they were written", async () => {
  const word = fc.array(fc.constantFrom(..."가나다힣漢字あアABab019😀éñ한글（）「」·…％"), {
    minLength: 1,
    maxLength: 8,
  });
  const text = fc
    .array(
      word.map((letters) => letters.join("")),
      { minLength: 1, maxLength: 12 },
    )
    .map((w) => w.join(" "));
  await assertHolds(
    fc.asyncProperty(text, text, async (first, second) => {
      fc.pre(!/^\d/.test(first) && !/^\d/.test(second));
      const { html, text: visible } = await rendered(`${first}\n${second}\n\n**${first}** ${second}`, options);
      assert.equal(html, `<p>${first}<br>\n${second}</p>\n<p><strong>${first}</strong> ${second}</p>`);
      assert.equal(visible, `${first}\n${second}\n${first} ${second}`);
    }),
    500,
  );
});

test("no tag, however odd, makes the reader of raw HTML try every way", async () => {
  for (const tail of [
    "/ ".repeat(5000),
    " a".repeat(5000),
    "a".repeat(20_000),
    " a=".repeat(5000),
    "\"'".repeat(5000),
  ]) {
    for (const source of [`<div ${tail}`, `<div\n${tail}\n>`, `말 <b ${tail}`]) await rendered(source, options);
  }
});

test("a long line of marks takes no long time to think about", async () => {
  for (const unit of [
    "**가(",
    "~~",
    "'",
    "[",
    "![a](",
    "<b",
    "{漢|",
    "==",
    "$$",
    "> ",
    "- ",
    "[[",
    "`",
    "<!--",
    ":::n\n",
    "#",
  ]) {
    const { html } = await rendered(unit.repeat(2000), options);
    assert.equal(typeof html, "string", unit);
  }
});
