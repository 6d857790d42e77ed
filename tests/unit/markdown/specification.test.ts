import assert from "node:assert/strict";
import { test } from "node:test";
import specification from "commonmark-spec";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { structureOf } from "./plain-structure.ts";
import { rendered } from "./setting.ts";

/** Examples of CommonMark 0.31.2 that come out otherwise on purpose, by the reason. */
const deliberate: readonly (readonly [reason: string, examples: readonly number[]])[] = [
  [
    "what only looks like a tag (`List<String>`) keeps its words, told",
    [150, 163, 201, 491, 524, 536, 613, 614, 615, 617, 623],
  ],
  [
    "HTML that may run or style, or is not whole, does not pass; told",
    [148, 156, 157, 158, 170, 171, 172, 173, 176, 178, 629, 632],
  ],
  ["a star between digits multiplies (`30*40*50cm`)", [356]],
  ["stars beside letters that they hide (`kim****`) are text", [417, 447]],
  ["a face (`*_*`) is no emphasis", [438]],
  ["a link to the file of a post that is not there keeps its words alone, told", [484]],
  ["an address may hold blanks, as editors write the names of pictures", [488]],
  ["[[…]] is a link to a post", [548, 559, 590]],
  ["a picture alone with a title is a figure with that caption", [572, 573, 576, 577, 584, 585, 586, 588, 589, 591]],
  ["an address of a scheme that browsers do not open keeps its words alone, told", [596, 598, 599, 601]],
  ["bare addresses are links, as in GFM", [602, 606, 608, 611, 612]],
];

const picture = (address: string) => ({ file: address, path: `/${address}` });
const ours = async (source: string) => structureOf((await rendered(source, { picture })).html);

test("the specification's examples have its structure, but for the deliberate differences", async () => {
  const different: number[] = [];
  for (const { markdown, html, number } of specification.tests) {
    const theirs = structureOf(html.replaceAll("→", "\t"));
    if ((await ours(markdown.replaceAll("→", "\t"))) !== theirs) different.push(number);
  }
  assert.equal(specification.tests.length, 652);
  assert.deepEqual(
    different,
    deliberate.flatMap(([, examples]) => examples).sort((a, b) => a - b),
  );
});

/** Sources in GitHub's extensions: tables, tasks, strikes, bare addresses, footnotes' calls. */
const extensions: readonly string[] = [
  "| 가 | 나 |\n| --- | --- |\n| 다 | 라 |",
  "| 가나 | 다라마 |\n:-: | -----------:\n바 | 사",
  "| f\\|oo |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |",
  "| 가 | 나 |\n| --- | --- |\n| 다 | 라 |\n> 인용",
  "| 가 | 나 |\n| --- | --- |\n| 다 | 라 |\n바\n\n바",
  "| 가 | 나 |\n| --- |\n| 다 |",
  "| 가 | 나 |\n| --- | --- |\n| 다 |\n| 라 | 마 |",
  "| 가 | 나 |\n| --- | --- |",
  "- [ ] 가\n- [x] 나",
  "- [x] 가\n  - [ ] 나\n  - [x] 다\n- [ ] 라",
  "- [ ]가\n- [] 나\n- [X] 다",
  "~~Hi~~ Hello, ~~there~~ world!",
  "This ~~has a\n\nnew paragraph~~.",
  "This will ~~~not~~~ strike.",
  "www.commonmark.org",
  "Visit www.commonmark.org/help for more information.",
  "Visit www.commonmark.org.\n\nVisit www.commonmark.org/a.b.",
  "www.google.com/search?q=Markup+(business)\n\n(www.google.com/search?q=Markup+(business))",
  "www.google.com/search?q=(business))+ok",
  "www.commonmark.org/he<lp",
  "http://commonmark.org\n\n(Visit https://encrypted.google.com/search?q=Markup+(business))",
  "foo@bar.baz",
  "hello@mail+xyz.example is not valid, but hello+xyz@mail.example is.",
  "a.b-c_d@a.b\n\na.b-c_d@a.b.",
];
/** Where a bracket closes that nothing opened, an address ends. */
const endsEarlier = "www.google.com/search?q=(business))+ok";

test("GitHub's extensions have the structure that remark-gfm gives them", async () => {
  const oracle = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify);
  const different: string[] = [];
  for (const source of extensions) {
    if ((await ours(source)) !== structureOf(String(await oracle.process(source)))) different.push(source);
  }
  assert.deepEqual(different, [endsEarlier]);
});
