import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { stamp } from "#model/instant.ts";
import { readSource } from "#tools/import/shared/front-matter.ts";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";
import { unpacked } from "./unpacked.ts";
import { writtenDate } from "#tools/import/shared/values.ts";
import { assertHolds } from "../../random.ts";

const dates: readonly (readonly [string | number, string | undefined])[] = [
  ["2020-06-01T10:00:00+09:00", "2020-06-01T10:00:00+09:00"],
  ["2020-06-01", "2020-06-01"],
  ["2023-08-07 21:56", "2023-08-07T21:56:00+09:00"],
  ["2020-06-01T20:00:00Z", "2020-06-01T20:00:00+00:00"],
  ["2019-05-09 16:44:00 +09:00", "2019-05-09T16:44:00+09:00"],
  ["2019-05-09 16:44:00 +0900", "2019-05-09T16:44:00+09:00"],
  ["2019-05-09 23:50:00", "2019-05-09T23:50:00+09:00"],
  ["2021-1-5", "2021-01-05"],
  ["Apr 05 2026", "2026-04-05"],
  ["5 April 2026", "2026-04-05"],
  ["Mon, 02 Jan 2006 15:04:05 GMT", "2006-01-02T15:04:05+00:00"],
  ["2020-06-01 21:04:76", "2020-06-01"],
  ["2020. 6. 1.", "2020-06-01"],
  ["2020년 6월 1일", "2020-06-01"],
  ["2020. 6. 1. 오후 3:04", "2020-06-01T15:04:00+09:00"],
  [20200601, "2020-06-01"],
  ["2021-02-30", undefined],
  ["언젠가", undefined],
  ["", undefined],
];

for (const [written, expected] of dates) {
  test(`the date ${String(written)}`, () => {
    const date = writtenDate(written, "Asia/Seoul");
    assert.equal(date && stamp(date), expected);
  });
}

const titles: Readonly<Record<string, readonly [string, string | undefined]>> = {
  a: ["Warning: text 경고", "2020-06-01"],
  b: ["뒤 제목", "2020-06-02"],
  c: ["이어지는 제목", "2020-06-01"],
  d: ["[공지] 안내", "2020-06-01"],
  e: ["탭", "2020-06-01"],
  f: ["@골뱅이", "2020-06-01"],
  g: ["토믈", "2020-06-01"],
  h: ["제이슨", "2020-06-01"],
  i: ["작은 '따옴표' 제목", "2020-06-01"],
  k: ["없는 날", undefined],
  l: ["한글", undefined],
  m: ["날짜 이상", "2026-04-05"],
};

test("front matter that parsers refuse keeps titles and days, and our reader takes all of it", async () => {
  const { root, remove } = unpacked("broken-front-matter.txt");
  const ours = await imported(root);
  for (const [name, [title, day]] of Object.entries(titles)) {
    const entry = ours.entryOf(`content/post/${name}.md`);
    assert.deepEqual([entry?.title, entry?.date?.day], [title, day], name);
  }
  assert.deepEqual(
    ours.problems.filter(({ severity }) => severity === "error"),
    [],
  );
  assert.equal(ours.entries.length, ours.report.pages.length);
  ours.remove();
  remove();
});

test("JSON keeps a comma before a bracket inside a text, and may have one behind its last item", () => {
  assert.equal(readSource('{"title": "끝은 ,}"}\n글').data["title"], "끝은 ,}");
  assert.deepEqual(readSource('{"tags": ["가", "나",],}\n글').data["tags"], ["가", "나"]);
});

test("reading front matter never throws and never loses the body", () => {
  const line = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("a: b", "- x", '"', "[", "{", "\ta: 1", "title: x: y", "a = 1", "|", ">-", "*x", "&y"),
  );
  assertHolds(
    fc.property(fc.constantFrom("---", "+++"), fc.array(line, { maxLength: 6 }), (mark, lines) => {
      const head = lines.map((one) => one.replace(/[\n\r]|---|\+\+\+/gu, "")).join("\n");
      assert.ok(readSource(`${mark}\n${head}\n${mark}\n끝 본문\n`).body.endsWith("끝 본문\n"));
    }),
    500,
  );
});

test("what stands under `imported` already stays, with what is put there", async () => {
  const head = (imported: string) => `---\ntitle: 글\ndate: 2020-01-01\nid: 12\n${imported}---\n글\n`;
  const { root, remove } = sourceOf({
    "가.md": head("imported:\n  layout: 옛것\n"),
    "나.md": head("imported: [하나]\n"),
  });
  const ours = await imported(root);
  const written = ours.report.pages.map(({ target }) => readFileSync(path.join(ours.root, target), "utf8"));
  assert.ok(written[0]?.includes("imported:\n  layout: 옛것\n  id: 12\n"), written[0]);
  assert.ok(written[1]?.includes("imported:\n  id: 12\n  imported:\n    - 하나\n"), written[1]);
  ours.remove();
  remove();
});
