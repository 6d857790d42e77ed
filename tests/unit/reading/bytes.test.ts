import assert from "node:assert/strict";
import { test } from "node:test";
import { messageLine, textOf } from "#messages/report.ts";
import { forbidden, withoutControls } from "#reading/source-text.ts";
import { brief, post, readPosts } from "./temporary-site.ts";

/** `한글` in CP949; the last syllable of 똠 is outside EUC-KR proper. */
const cp949 = Uint8Array.from([
  ...Buffer.from("---\ntitle: "),
  0xc7,
  0xd1,
  0xb1,
  0xdb,
  0x8c,
  0x63,
  ...Buffer.from("\n---\n"),
]);

const bytes: readonly (readonly [name: string, content: string | Uint8Array, problems: readonly string[]])[] = [
  ["UTF-8", post(), []],
  ["UTF-8 with BOM", `\uFEFF${post()}`, []],
  ["CRLF", post().replaceAll("\n", "\r\n"), []],
  ["BOM and CRLF", `\uFEFF${post()}`.replaceAll("\n", "\r\n"), []],
  ["CR alone", post().replaceAll("\n", "\r"), []],
  ["CP949", cp949, ["error encoding-not-utf8 2:1"]],
  ["UTF-16", Buffer.from(`\uFEFF${post()}`, "utf16le"), ["error encoding-not-utf8 1:1"]],
  ["UTF-16, high byte first", Buffer.from(`\uFEFF${post()}`, "utf16le").swap16(), ["error encoding-not-utf8 1:1"]],
  [
    "bytes that only could be CP949",
    Buffer.from("---\ntitle: \u00a1\u00bf\n---\n", "latin1"),
    ["error encoding-unknown 2:1"],
  ],
  [
    "other bytes",
    Uint8Array.from([...Buffer.from("---\ntitle: a\n---\n"), 0xff, 0x41, 0x80]),
    ["error encoding-unknown 4:1"],
  ],
  ["a control character in the front matter", post("description: a\u0001b"), ["error control-character 4:15"]],
  ["a control character written as an escape", post('description: "a\\u0001b"'), ["error control-character 4:14"]],
  ["an author with a control character", post('author: "a\\u0001b"'), ["error control-character 4:9"]],
  ["a cover with a control character", post('image: "a\\u0001b.png"'), ["error control-character 4:8"]],
  ["a tag with a control character", post('tags: ["a\\u0001b"]'), ["error control-character 4:7"]],
  [
    "control characters on two lines",
    post("", "가\u0001나\u0002\n\u0003다\n"),
    ["warning control-character-removed 5:2", "warning control-character-removed 6:1"],
  ],
  ["control characters in the body", post("", "첫 줄\n가\u0008나\uFFFE\n"), ["warning control-character-removed 6:2"]],
  [
    "comments within a sentence",
    post("", "Jinja는 {# 주석 #} 처럼 쓴다\n가 `{# 코드 #}` 나\n끝에 {# 주석 #}\n"),
    ["warning comment-left-out 5:8"],
  ],
  ["a note that nothing closes", post("", "앞\n\n%%\n속말\n"), ["warning comment-unclosed 7:1"]],
  ["a file over the limit", post("", "가".repeat(400)), ["error file-too-large 1:1"]],
];

for (const [name, content, problems] of bytes) {
  test(`bytes: ${name}`, async (context) => {
    const reading = await readPosts(context, { "글.md": content }, { maxBytes: 1024 });
    assert.deepEqual(brief(reading), problems);
    assert.equal(reading.entries.length, problems.some((problem) => problem.startsWith("error")) ? 0 : 1);
    assert.ok(reading.entries.every(({ title }) => title === "제목"));
  });
}

test("a file in CP949 is told with the command that converts it", async (context) => {
  const { problems } = await readPosts(context, { "글.md": cp949 });
  const [problem] = problems;
  assert.ok(problem);
  assert.match(
    messageLine(problem, "ko"),
    /^src\/content\/posts\/글\.md:2:1 {2}본문 — .*CP949.*iconv -f cp949 -t utf-8/u,
  );
});

test("controls leave the body, the author's line ends and blanks stay", async (context) => {
  const { drafts, body } = await readPosts(context, { "글.md": post("", "가\u0008나  \n\n끝\n\n\n") });
  assert.equal(drafts[0] && body(drafts[0]), "가나  \n\n끝\n\n\n");
});

test("file names with signs that addresses use lose nothing", async (context) => {
  const names = [
    "C#.md",
    "C?.md",
    "글#1.md",
    "What is 핀테크?.md",
    "50%.md",
    "%2e%2e.md",
    "a b.md",
    "Node.js.md",
    "a&b=c;d.md",
    "[공지] 안내.md",
  ];
  const reading = await readPosts(context, Object.fromEntries(names.map((name) => [name, post()])));
  assert.deepEqual(brief(reading), []);
  assert.equal(reading.entries.length, names.length);
  assert.equal(new Set(reading.entries.map(({ path }) => path)).size, names.length);
  assert.ok(
    reading.entries.every(({ path }) => /^\/posts\/[^#?%\\]+\/$/u.test(path)),
    reading.entries.map(({ path }) => path).join(" "),
  );
});

test("names in NFC and NFD read alike", async (context) => {
  const source = post(
    "tags: [핀테크, 빅데이터로 보는 세상]\nslug: 초개인화",
    "[다른](./다른-글.md) ![그림](./사진.png)",
  );
  const read = async (form: "NFC" | "NFD") => {
    const reading = await readPosts(context, {
      [`2020/초개인화.md`.normalize(form)]: source.normalize(form),
      [`2020/다른-글.md`.normalize(form)]: post(),
    });
    return reading.entries.map(({ file, ...entry }) => ({ ...entry, file: file.normalize("NFC") }));
  };
  assert.deepEqual(await read("NFD"), await read("NFC"));
});

test("what nobody sees in pasted text parts no words and hides no heading or item; code keeps it", async (context) => {
  const source = `---\ntitle: 붙여\u200b넣은\u00a0글\ntags: [메모\u200b]\n---\n\ufeff첫\u200b말.\u00a0“둘째\u00a0말”\u00a010\u00a0km\n\n\u200b\n\n##\u00a0제목\n\n-\u00a0가\n-\u3000나\n\n\`\u200b-\u00a0\`\n`;
  const reading = await readPosts(context, { "가.md": source });
  const [{ draft, head } = assert.fail()] = reading.heads;
  assert.deepEqual([head.title, head.tags], ["붙여넣은 글", ["메모"]]);
  assert.equal(
    reading.body(draft),
    "첫말. “둘째 말”\u00a010\u00a0km\n\n\u200b\n\n## 제목\n\n- 가\n- 나\n\n`\u200b-\u00a0`\n",
  );
});

test("the same name in NFC and NFD is an error that names both", async (context) => {
  const reading = await readPosts(context, { ["가.md".normalize("NFC")]: post(), ["가.md".normalize("NFD")]: post() });
  assert.deepEqual(brief(reading), ["error address-taken 1:1", "error address-taken 1:1"]);
});

test("every problem of a run comes at once, sorted, once", async (context) => {
  const reading = await readPosts(context, {
    "나.md": post("drfat: true\ntilte: x"),
    "가.md": "---\ntitle: 가\ndate: 2026-02-30\n---\n",
    "다.md": cp949,
  });
  assert.deepEqual(
    reading.problems.map(({ file, code }) => `${file.slice(18)} ${code}`),
    ["가.md date-impossible", "나.md key-typo", "나.md key-typo", "다.md encoding-not-utf8"],
  );
  for (const problem of reading.problems) {
    assert.match(messageLine(problem, "ko"), /^\S+:\d+:\d+ {2}\S+( \S+)? — .+ — .+/u);
    assert.notEqual(textOf(problem, "en").what, textOf(problem, "ko").what);
  }
});

test("what may not stand in a text is what Unicode says, character by character", () => {
  const byUnicode = /[\p{Cc}\p{Noncharacter_Code_Point}]/u;
  for (let point = 0; point < 0x110000; point += 1) {
    const character = String.fromCodePoint(point);
    const expected = byUnicode.test(character) && !/[\t\n\r]/.test(character);
    if (forbidden.test(`가${character}나`) !== expected) assert.fail(`U+${point.toString(16)}`);
  }
  assert.equal(withoutControls("가\u{1ffff}\u0001😀\ufdd0\u{10fffe}나\ud83f\udffd"), "가😀나\ud83f\udffd");
});
