import assert from "node:assert/strict";
import { test } from "node:test";
import rehypeStringify from "rehype-stringify";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkCjkFriendlyStrikethrough from "remark-cjk-friendly-gfm-strikethrough";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { sentences } from "./sentences.ts";
import { rendered } from "./setting.ts";

const oracle = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(remarkRehype)
  .use(rehypeStringify);

const decoded = (html: string): string =>
  html
    .trim()
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");

/**
 * Where ours is better: `<강조>` is a word that an author typed and the oracle's HTML loses; in a row of four or more
 * stars two runs meet, whose border only the author knows; `100*3법*그리고` multiplies; and
 * `너~~무 좋다` draws its first syllable out.
 */
const argued =
  /<[^\s>]+>|(?<![\p{L}\p{N}~])[가-힣]~~[가-힣]|\*{4}|[가-힣A-Za-z\d]\*[가-힣A-Za-z\d][^*]*[가-힣A-Za-z\d]\*[가-힣A-Za-z\d]/u;
/** Where the oracle leaves a strike around emphasis unread behind a letter that is not CJK (`①~~**말**~~은`). */
const unread = (sentence: string, html: string): boolean => /~~\*|\*~~/.test(sentence) && html.includes("~~");

test("emphasis equals the CJK-friendly oracle on 5,000 Korean sentences", async () => {
  const compared = sentences(7000, 2020).filter((sentence) => !argued.test(sentence));
  assert.ok(compared.length >= 5000, String(compared.length));
  for (const sentence of compared) {
    const expected = decoded(String(oracle.processSync(sentence)));
    if (unread(sentence, expected)) continue;
    assert.equal(decoded((await rendered(sentence)).html), expected, sentence);
  }
});
