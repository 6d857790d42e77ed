import assert from "node:assert/strict";
import { test } from "node:test";
import { fixed } from "#reading/fixes.ts";
import { newPost } from "#reading/new-post.ts";
import { brief, now, post, readPosts } from "./temporary-site.ts";

const timeZone = "Asia/Seoul";
const rules = { timeZone, spellings: [{ label: "react-native", spelling: "React Native" }] };
const bytesOf = (text: string) => Buffer.from(text);

const cases: readonly (readonly [name: string, before: Uint8Array, after: string, whole: readonly string[]])[] = [
  ["nothing", bytesOf(post()), post(), []],
  ["BOM", bytesOf(`\uFEFF${post()}`), post(), ["bom"]],
  ["CRLF", bytesOf(post().replaceAll("\n", "\r\n")), post(), ["crlf"]],
  ["CP949", Uint8Array.from([0xc7, 0xd1, 0xb1, 0xdb, 0x0a]), "한글\n", ["cp949"]],
  [
    "what CP949 has and EUC-KR has not",
    Buffer.from("8c63bee4b2e12081412094ee2089e7b4d920c65220bc84bdc320f9d3edae20a2df20a2e6a2e7", "hex"),
    "똠얌꿍 갂 뷁 됬다 힣 펲시 漢字 ㈜ €®",
    ["cp949"],
  ],
  ["UTF-16", Buffer.from(`\uFEFF${post()}`, "utf16le"), post(), ["utf-16"]],
  ["NFD", bytesOf(post("tags: [핀테크]", "한글").normalize("NFD")), post("tags: [핀테크]", "한글"), ["nfc"]],
  ["a date with dots", bytesOf(post().replace("2020-06-01", "2020.6.1")), post(), []],
  [
    "a date in quotes",
    bytesOf(post().replace("2020-06-01", '"Jun 1, 2020" # 첫 글')),
    post().replace("2020-06-01", '"2020-06-01" # 첫 글'),
    [],
  ],
  ["lastmod", bytesOf(post("lastmod: 2020년 6월 2일 오후 3시")), post("lastmod: 2020-06-02T15:00:00+09:00"), []],
  [
    "a spelling",
    bytesOf(post("tags:\n  - React Native\n  - React Native 입문")),
    post("tags:\n  - react-native\n  - React Native 입문"),
    [],
  ],
  [
    "a spelling in a flow list",
    bytesOf(post('tags: [React Native, "React Native"]')),
    post('tags: [react-native, "react-native"]'),
    [],
  ],
  [
    "words in the body",
    bytesOf(post("", "date: 2020.6.1\nReact Native")),
    post("", "date: 2020.6.1\nReact Native"),
    [],
  ],
  ["an impossible time", bytesOf(post("lastmod: 2020.6.2 25:00")), post("lastmod: 2020.6.2 25:00"), []],
  [
    "an impossible date",
    bytesOf(post().replace("2020-06-01", "2020.2.30")),
    post().replace("2020-06-01", "2020.2.30"),
    [],
  ],
];

for (const [name, before, after, whole] of cases) {
  test(`fixes ${name}`, () => {
    const fix = fixed(before, rules);
    assert.equal(fix?.text, after);
    assert.deepEqual(fix.whole, whole);
    assert.deepEqual(fixed(bytesOf(after), rules)?.lines, []);
  });
}

test("code stays as written", () => {
  const code = "```\n한글\n```\n`한글`\n".normalize("NFD");
  assert.equal(fixed(bytesOf(`본문 ${"한글".normalize("NFD")}\n${code}`), rules)?.text, `본문 한글\n${code}`);
});

for (const title of [
  "첫 글",
  'C++/C# "따옴표": \\ 시작',
  "...",
  "_",
  "CON",
  "가".repeat(200),
  "a\u0001b",
  "🎉",
  "# 제목",
  "  ",
]) {
  test(`a new post named ${title.slice(0, 20)} is valid, its draft held back`, async (context) => {
    const { name, source } = newPost(title, { now, timeZone: "Asia/Seoul", body: "본문", language: "ko" });
    assert.ok(Buffer.byteLength(name) <= 255 && !/[/\\#?%]/u.test(name), name);
    const reading = await readPosts(context, { [name]: source });
    assert.deepEqual(
      brief(reading).filter((line) => !line.includes("title-missing")),
      [],
    );
    assert.equal(reading.entries[0]?.date?.day, "2026-11-22");
    assert.equal(reading.entries[0].draft, true);
    if (title.trim() !== "") assert.equal(reading.entries[0].title, title.replace("\u0001", ""));
  });
}
