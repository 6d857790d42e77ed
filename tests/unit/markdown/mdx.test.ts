import assert from "node:assert/strict";
import { test } from "node:test";
import { summaryOf } from "#korean/summary.ts";
import { mdxProcessor, readMdxBody } from "#markdown/mdx.ts";
import { renderBody } from "#markdown/render.ts";
import { plain, renderedMdx } from "./setting.ts";

const source = `import Box from "./box.astro";
export const power = 2 ** (3);

### 첫째 **강조(설명)**을

<Box title="9시~12시 '말' **(가)**나">'말'이 **강조(설명)**을</Box>

{power ** 2 + ~1} {漢字|한자} 9시~12시 1시~5시 $5와 $6

\`\`\`js
const x = { a: \`\${1}\` }; // 한~글
\`\`\`
`;

test("Astro's processor runs our steps, and leaves imports, expressions and properties alone", async () => {
  const processor = mdxProcessor(() => ({ ...plain, lineBreaks: "keep", quotes: "korean" }), plain);
  const renderer = await processor.createMdxRenderer({ smartypants: true, gfm: true }, { optimize: false });
  const { code } = await renderer.process(source, "/posts/글.mdx", {});
  const parts = [
    'import Box from "./box.astro";',
    "export const power = 2 ** 3;",
    "title: \"9시~12시 '말' **(가)**나\"",
    "‘말’이 ",
    "power ** 2 + ~1",
    " 9시~12시 1시~5시 $5와 $6",
    'id: "첫째-강조설명을"',
    '{"depth":2,"slug":"첫째-강조설명을","text":"첫째 강조(설명)을"}',
    "// 한~글",
    'class: "k-keyword"',
  ];
  for (const part of parts) assert.ok(code.includes(part), `${part}\n${code}`);
  assert.doesNotMatch(code, /[\ufdd0-\ufdef]|style:|\*\*강조/);
});

test("an .mdx body tells the reader what a .md body tells", async () => {
  const body = await readMdxBody(source, { ...plain, quotes: "korean" });
  assert.equal(body.html, "");
  assert.deepEqual(body.headings, [{ depth: 2, id: "첫째-강조설명을", text: "첫째 강조(설명)을" }]);
  assert.equal(body.text, "첫째 강조(설명)을\n‘말’이 강조(설명)을\n漢字(한자) 9시~12시 1시~5시 $5와 $6");
});

test("the notes of an .mdx file are named in its own language, whatever the site's is", async () => {
  const processor = mdxProcessor(
    (file) => ({ ...plain, language: file?.pathname.includes(".en.") ? "en" : "ko" }),
    plain,
  );
  const renderer = await processor.createMdxRenderer({}, { optimize: false });
  const note = async (file: string) => (await renderer.process("말[^1]\n\n[^1]: 주\n", file, {})).code;
  const [english, korean] = [await note("/posts/글.en.mdx"), await note("/posts/글.mdx")];
  assert.match(english, /"Footnotes"/u);
  assert.doesNotMatch(english, /각주|본문/u);
  assert.match(korean, /"각주"/u);
});

test("an .mdx body says that it has formulas, as a .md body does, unless none could be set", async () => {
  const set = { ...plain, math: true };
  for (const [source, has] of [
    ["$x^2$", true],
    ["<math><mi>x</mi></math>", true],
    ["$\\frac{$", false],
    ["값", false],
  ] as const)
    for (const body of [await readMdxBody(`${source}\n`, set), await renderBody(`${source}\n`, set)])
      assert.equal(body.hasFormulas, has, source);
});

test("noncharacters of an author's own mean no brace in an .mdx body either", async () => {
  assert.equal((await readMdxBody("가\ufddb나\ufddc와 {漢字|한자}\n", plain)).text, "가나와 漢字(한자)");
});

test("notes that an author keeps from readers are in no compiled .mdx page", async () => {
  const renderer = await mdxProcessor(() => plain, plain).createMdxRenderer({}, { optimize: false });
  const { code } = await renderer.process("처음 %%나만 보는 말%% 끝\n\n`%%코드%%`\n", "/posts/글.mdx", {});
  assert.doesNotMatch(code, /나만 보는/u);
  assert.match(code, /%%코드%%/u);
});

test("a table of HTML in an .mdx body has a box that scrolls", async () => {
  const renderer = await mdxProcessor(() => plain, plain).createMdxRenderer({}, { optimize: false });
  const { code } = await renderer.process("<table><tr><td>칸</td></tr></table>\n", "/posts/글.mdx", {});
  assert.match(code, /table-scroll[\s\S]*_components[.]table/u);
});

test("an expression that says its words is read; a sentence of which something is unknown introduces no post", async () => {
  const wordsOf = async (source: string) => {
    const { text, lead } = await readMdxBody(source, plain);
    return [text, summaryOf(lead)];
  };
  assert.deepEqual(await wordsOf("{'글'}{\" \"}{12}개, {`틀`}{/* 메모 */}.\n"), ["글 12개, 틀.", "글 12개, 틀."]);
  const known = "이 문장은 온전히 알 수 있습니다.";
  assert.deepEqual(await wordsOf(`책이 {권수 * 2}권 있다. ${known}\n`), [`책이 권 있다. ${known}`, known]);
  assert.deepEqual(await wordsOf("책이 {권수}권 있다.\n"), ["책이 권 있다.", "책이 …권 있다."]);
  const { headings } = await readMdxBody('## 책 {"세"} 권\n', plain);
  assert.equal(headings[0]?.text, "책 세 권");
});

test("a comment among the words of a picture in MDX is not for readers", async () => {
  const html = await renderedMdx("![그림 {/* 비밀 */}](https://a.example/a.png)\n");
  assert.match(html, /alt="그림"/u);
  assert.ok(!html.includes("비밀"), html);
});
