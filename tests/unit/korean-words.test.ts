import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pageDate, listDate } from "#korean/dates.ts";
import { readingMinutes } from "#korean/reading-time.ts";
import { isPlaceholder, summaryOf } from "#korean/summary.ts";
import { hostileText } from "../fixtures/model/hostile-text.ts";
import { assertHolds } from "../random.ts";

test("days are written as Koreans write them", () => {
  const table: [string, string, string][] = [
    ["2026-11-22", "2026년 11월 22일", "2026. 11. 22."],
    ["2020-06-01", "2020년 6월 1일", "2020. 6. 1."],
    ["0001-01-01", "1년 1월 1일", "1. 1. 1."],
  ];
  for (const [day, page, list] of table) {
    assert.equal(pageDate(day), page);
    assert.equal(listDate(day), list);
  }
});

test("reading time counts Hangul and Hanja, other words and pictures", () => {
  const table: [string, number, number][] = [
    ["", 0, 0],
    ["가".repeat(550), 0, 1],
    ["가".repeat(551), 0, 2],
    ["가".repeat(3444), 0, 7],
    ["word ".repeat(230), 0, 1],
    ["word ".repeat(231), 0, 2],
    ["가".repeat(550), 5, 2],
    ["가".repeat(451), 1, 2],
    // Eight letters and two words.
    ["금융(金融)과 API를 2020년에\n".repeat(43), 0, 1],
    ["금융(金融)과 API를 2020년에\n".repeat(44), 0, 2],
    ["한글".normalize("NFD").repeat(275), 0, 1],
    ["한글".normalize("NFD").repeat(276), 0, 2],
    ["let’s go ".repeat(115), 0, 1],
    ["let’s go ".repeat(116), 0, 2],
  ];
  for (const [text, pictures, minutes] of table)
    assert.equal(readingMinutes(text, pictures), minutes, `${text.slice(0, 20)} ${text.length}`);
});

test("a summary is the first whole sentences", () => {
  const first = "요즘 모임 회비를 입금하거나 단체 회식비를 나눠 낼 때 어떤 방법을 선택하는가.";
  const second = "물론 통장 들고, 카드 들고 은행 달려가던 시절도 있었지만 이젠 스마트폰 하나면 해결되는 시대다.";
  assert.equal(
    summaryOf(`초개인화\n카카오톡 서비스로 증권거래도 가능\n${first} ${second} ${"긴 글 ".repeat(60)}`),
    `${first} ${second}`,
  );
  assert.equal(summaryOf("짧은 글."), "짧은 글.");
  assert.equal(summaryOf("  앞\n\n뒤  "), "앞 뒤");
  assert.equal(summaryOf(""), "");
  const named = "그는 오래전에 seogo.example을 만들었다고 말하고는 웃었다. 그 뒤는 길다.";
  assert.equal(summaryOf(named, 24), "그는 오래전에 seogo.example을…");
  assert.equal(summaryOf("가나 다라 마바 사아", 8), "가나 다라…");
  assert.equal(summaryOf("가나다 라마바, 사아자차카타", 9), "가나다 라마바…");
  assert.equal(
    summaryOf("2020. 6. 1. 발표한 내용이다. 그 뒤는 길고 길어서 다 싣지 못한다.", 30),
    "2020. 6. 1. 발표한 내용이다.",
  );
  assert.equal(
    summaryOf("그가 돌아온 것은 겨울이었다. J. K. 롤링의 이야기는 그 뒤로도 오래 이어졌다.", 30),
    "그가 돌아온 것은 겨울이었다.",
  );
  assert.equal(
    summaryOf("그가 “끝났다.”라고 말하며 웃었다. 그리고 나서 그는 집으로 돌아가 오래도록 잤다.", 30),
    "그가 “끝났다.”라고 말하며 웃었다.",
  );
  const rest = " 그 뒤는 길고 길어서 다 싣지 못한다.";
  for (const end of [..."。!?！？…", ...Array.from("\"'”’」』)]", (close) => `.${close}`)]) {
    assert.equal(summaryOf(`그는 끝냈다${end}${rest}`, 14), `그는 끝냈다${end}`);
    assert.equal(
      summaryOf(`제목\n그는 오래 걸린 일을 끝냈다${end}${rest.replace(".", "")}`, 20),
      `그는 오래 걸린 일을 끝냈다${end}`,
    );
  }
  assert.equal(summaryOf("가나다 라마바— 사아자차카타", 9), "가나다 라마바…");
  assert.equal(summaryOf("가\u200b나\u202e다 \u0000라"), "가나다 라");
});

test("any summary is short, well-formed and ends between words", () => {
  assertHolds(
    fc.property(
      fc.array(fc.oneof(hostileText, fc.constantFrom("초개인화를 ", "합니다. ", "AI", "\n"))),
      fc.integer({ min: 5, max: 200 }),
      (parts, maxCharacters) => {
        const text = parts.join("");
        const summary = summaryOf(text, maxCharacters);
        assert.ok([...summary].length <= maxCharacters + 1 && summary.isWellFormed());
        assert.doesNotMatch(summary, /[\p{Cc}\u200b\u202a-\u202e]|^\s|\s$| {2}/u);
        assert.equal(summaryOf(text.normalize("NFD"), maxCharacters), summary);
      },
    ),
    1000,
  );
  const long = `${"가".repeat(10_000)} 끝`;
  assert.equal(summaryOf(long, 10), `${"가".repeat(9)}…`);
  assert.ok(summaryOf("e\u0301\u0323".repeat(5000)).length <= 320);
});

test("a theme's placeholder is no description", () => {
  for (const text of [
    "this is meta description",
    "This is meta description.",
    " Meta Description ",
    "Lorem ipsum dolor sit amet",
    "",
    " … ",
    "TODO",
    "설명을 입력하세요.",
    "여기에 설명을 입력하세요",
  ])
    assert.ok(isPlaceholder(text), text);
  for (const text of [
    "초개인화란 무엇인가",
    "This post is about meta description",
    "설명할 수 없는 일들",
    "C",
    "lorem을 아시나요",
  ])
    assert.ok(!isPlaceholder(text), text);
});

test("no summary depends on what stands further on", () => {
  const first = "요즘 모임 회비를 입금하거나 단체 회식비를 나눠 낼 때 어떤 방법을 선택하는가. 답은 여럿이다. ";
  assertHolds(
    fc.property(fc.constantFrom(first.repeat(12), `제목\n${"가나다 ".repeat(200)}`), hostileText, (text, more) => {
      const line = text.startsWith("제목") ? `\n${more.replace(/[.。!?！？…]/gu, "")}` : more;
      assert.equal(summaryOf(text + line), summaryOf(text));
    }),
  );
});
