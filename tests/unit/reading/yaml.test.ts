import assert from "node:assert/strict";
import { test } from "node:test";
import { fileReport } from "#reading/file-report.ts";
import { wholeYaml } from "#reading/whole-yaml.ts";
import { lineAdvice } from "#reading/yaml-advice.ts";

function whole(raw: string) {
  const report = fileReport("a.md");
  const data = wholeYaml(raw, 2, report);
  const problems = report.problems.map(
    ({ severity, code, line, field }) => `${severity} ${code} ${field}:${String(line)}`,
  );
  return { data: data && JSON.parse(JSON.stringify(data)), problems, corrected: report.problems[0]?.corrected };
}

const scalars: readonly (readonly [written: string, value: unknown])[] = [
  ["007", "007"],
  ["1.10", "1.10"],
  ["2020-06-01", "2020-06-01"],
  ["2020-06-01T10:00:00+09:00", "2020-06-01T10:00:00+09:00"],
  ["2026", 2026],
  ["1e3", "1e3"],
  ["0x1F", "0x1F"],
  ["yes", "yes"],
  ["true", true],
  ["True", "True"],
  ["null", null],
  ["", null],
  ["~", null],
  ["12:30:45", "12:30:45"],
  ["'007'", "007"],
  ['"null"', "null"],
  ["글 # 설명", "글"],
];

for (const [written, value] of scalars) {
  test(`a scalar written ${written} is ${JSON.stringify(value)}`, () => {
    assert.deepEqual(whole(`key: ${written}`).data, { key: value });
  });
}

const wrong: readonly (readonly [raw: string, problem: string, corrected?: string])[] = [
  ["title: Warning: text", "error yaml-needs-quotes title:2", 'title: "Warning: text"'],
  ["date: 1\ntitle: @foo", "error yaml-needs-quotes title:3", 'title: "@foo"'],
  ["title: `x`", "error yaml-needs-quotes title:2", 'title: "`x`"'],
  ["title: [공지] 안내", "error yaml-needs-quotes title:2", 'title: "[공지] 안내"'],
  ['title: 그가 "말": 했다', "error yaml-needs-quotes title:2", "title: '그가 \"말\": 했다'"],
  ["title: %a", "error yaml-needs-quotes title:2", 'title: "%a"'],
  ["title: *강조* 글", "error yaml-needs-quotes title:2", 'title: "*강조* 글"'],
  ["date: 2026-11-07\n  tags: [가]", "error yaml-indent tags:3", "tags: [가]"],
  ["tags:\n\t- a", "error yaml-tab YAML:3", "  - a"],
  ['title: "열린\ndate: 2020-06-01', "error yaml-quote-open title:2"],
  ["- a\n- b", "error front-matter-no-map YAML:2"],
  ["title: !important 글", "error yaml-needs-quotes title:2", 'title: "!important 글"'],
  ["a: 1\ntitle: &글 제목", "error yaml-needs-quotes title:3", 'title: "&글 제목"'],
  ["a: &x 1\nb: *x", "error yaml-alias b:3", 'b: "*x"'],
  ["title:제목", "error yaml-colon-blank title:2", "title: 제목"],
  ["date: 1\ntitle:제목", "error yaml-colon-blank title:3", "title: 제목"],
  ["title： 제목\ndate: 1", "error yaml-odd-colon title:2", "title: 제목"],
  ["date: 1\n태그 ：가", "error yaml-odd-colon 태그:3", "태그: 가"],
  ["tags:\n\u00A0\u00A0- 가", "error yaml-odd-blank YAML:3", "  - 가"],
  ["title:\u00A0글", "error yaml-odd-blank YAML:2", "title: 글"],
  ["tags:\n\u3000- 가", "error yaml-odd-blank YAML:3", " - 가"],
  ["tags: [가, 나\ndate: 1", "error yaml-list-open tags:2", "tags: [가, 나]"],
  ["tags: [C#, @types, *별]", "error yaml-needs-quotes-list tags:2", 'tags: ["C#", "@types", "*별"]'],
  ["tags: - 가 - 나", "error yaml-needs-quotes-list tags:2", 'tags: ["가", "나"]'],
  ['title: "가" 그리고 나', "error yaml-quote-tail title:2", "title: '\"가\" 그리고 나'"],
  ["title: 'KK's Blog'", "error yaml-quote-tail title:2", 'title: "KK\'s Blog"'],
  ['title: "열린”', "error yaml-quote-open title:2", 'title: "열린"'],
  ['title: "C:\\사진 모음"', "error yaml-backslash title:2", "title: 'C:\\사진 모음'"],
  ["title: 제목\n\n본문이다", "error yaml-no-key YAML:4"],
];

for (const [raw, problem, corrected] of wrong) {
  test(`${JSON.stringify(raw)} is explained`, () => {
    const found = whole(raw);
    assert.deepEqual(found.problems, [problem]);
    assert.equal(found.corrected, corrected);
    assert.equal(found.data, undefined);
  });
}

test("only a line with words lacks a key", () => {
  for (const [line, code] of [
    ["", "yaml-unreadable"],
    ["  ", "yaml-unreadable"],
    ["- 가", "yaml-unreadable"],
    ["본문이다", "yaml-no-key"],
  ] as const)
    assert.equal(lineAdvice("", line).code, code, line);
});

test("a repeated key takes the last value and warns", () => {
  assert.deepEqual(whole("a: 1\nb: 2\na: 3"), {
    data: { a: 3, b: 2 },
    problems: ["warning key-repeated a:4"],
    corrected: "a: 3",
  });
  assert.deepEqual(whole("draft: true\ndraft: false").problems, ["error key-repeated draft:3"]);
});

test("a quoted text that goes on at the line's start is read as Go reads it", () => {
  assert.deepEqual(whole('title: "첫 줄\n둘째 줄"\ndate: 2020-06-01').data, {
    title: "첫 줄 둘째 줄",
    date: "2020-06-01",
  });
  assert.deepEqual(whole("title: '그''s\n둘째'\na: b").data, { title: "그's 둘째", a: "b" });
});

test("a bomb of references is refused at once", () => {
  const levels = Array.from(
    { length: 9 },
    (_, n) =>
      `l${n}: &l${n} [${
        n === 0
          ? "x"
          : Array(9)
              .fill(`*l${n - 1}`)
              .join(",")
      }]`,
  );
  assert.deepEqual(
    whole(levels.join("\n")).problems.map((problem) => problem.split(" ")[1]),
    ["yaml-alias"],
  );
});

test("lists in one line are read, quoted or not", () => {
  assert.deepEqual(whole(`tags: ["가, 나", '다 [라]', 마 바 , 12]`).data, { tags: ["가, 나", "다 [라]", "마 바", 12] });
});
