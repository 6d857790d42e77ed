import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pageFacts, parsedFacts } from "#tools/prove/page-facts.ts";
import { plainPage } from "#tools/prove/plain-page.ts";
import { filesIn } from "#tools/prove/site-files.ts";
import { distOf, pageOf, recipes } from "./sites.ts";
import { assertHolds } from "../random.ts";

const isPlain = (text: string) => plainPage(Buffer.from(text), () => {}) !== undefined;
const same = (text: string) => {
  const bytes = Buffer.from(text);
  assert.deepEqual(pageFacts(bytes), parsedFacts(bytes.toString()), text);
};
const snippet = fc.constantFrom(
  ...[
    "<p>",
    "</p>",
    "</div>",
    '<a href="/x">',
    "<b>",
    "<table>",
    "<tr>",
    "<svg>",
    "<li>",
    '"',
    ">",
    "<",
    "<!--",
    "<script>",
    "<title>",
    '<body id="z">',
    "</body>",
    "</html>",
    "글",
  ],
);

test("nearly all pages of our own are read the quick way, and to the same facts", () => {
  const files = filesIn(distOf(recipes.own)).filter((file) => file.endsWith(".html"));
  const texts = files.map((file) => pageOf(recipes.own, file));
  for (const text of texts) same(text);
  assert.ok(texts.filter(isPlain).length > texts.length * 0.8);
});

test("a page of ours with anything put in or taken out anywhere keeps the facts of a browser's parser", () => {
  const text = pageOf(recipes.own, "index.html");
  const cut = fc.record({
    at: fc.nat(text.length),
    length: fc.nat(12),
    put: fc.oneof(snippet, fc.string({ unit: "binary" })),
  });
  assertHolds(
    fc.property(cut, ({ at, length, put }) => same(text.slice(0, at) + put + text.slice(at + length))),
    300,
  );
});
