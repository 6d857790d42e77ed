import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import fc from "fast-check";
import { compareKorean, initialGroup } from "#korean/collation.ts";
import { byInitial } from "#model/term-groups.ts";
import { hostileText } from "../fixtures/model/hostile-text.ts";
import { assertHolds } from "../random.ts";

test("words stand in dictionary order: digits by value, Hangul with Hanja at their readings, Latin", () => {
  const ordered = [
    "9",
    "10",
    "가",
    "家",
    "가나",
    "까치",
    "나무",
    "핀테크",
    "한국",
    "韓國",
    "漢字",
    "AI",
    "api",
    "Java",
  ];
  assert.deepEqual(ordered.toReversed().sort(compareKorean), ordered);
  assert.deepEqual(["2020년 10월", "2020년 9월"].sort(compareKorean), ["2020년 9월", "2020년 10월"]);
  assert.notEqual(compareKorean("한글", "한글".normalize("NFD")), 0);
  assert.equal(compareKorean("한글", "한글"), 0);
});

test("the machine's language and time zone change nothing", () => {
  const module = import.meta.resolve("#korean/collation.ts");
  const words = ["나", "ö", "z", "가", "a", "Z", "家", "10", "9", "å"];
  const script = `import { compareKorean } from ${JSON.stringify(module)}; console.log(${JSON.stringify(words)}.sort(compareKorean).join(" "));`;
  const sorted = (env: Record<string, string>) =>
    execFileSync(process.execPath, ["--input-type=module", "--eval", script], { env, encoding: "utf8" }).trim();
  const here = words.toSorted(compareKorean).join(" ");
  assert.equal(sorted({ LC_ALL: "sv_SE.UTF-8", LANG: "sv_SE.UTF-8", TZ: "America/New_York" }), here);
  assert.equal(sorted({ LC_ALL: "C", LANG: "C", TZ: "UTC" }), here);
});

test("the order is total for any text", () => {
  assertHolds(
    fc.property(hostileText, hostileText, hostileText, (a, b, c) => {
      assert.equal(Math.sign(compareKorean(a, b)) + Math.sign(compareKorean(b, a)), 0);
      assert.equal(compareKorean(a, b) === 0, a === b);
      if (compareKorean(a, b) <= 0 && compareKorean(b, c) <= 0) assert.ok(compareKorean(a, c) <= 0);
    }),
    1000,
  );
});

test("a word stands under its initial consonant, doubled ones under the plain", () => {
  const table: Record<string, string[]> = {
    ㄱ: ["가방", "까치", "각", "ㄱ", "ㄲ", "家", "金", "「가」", "‘감’"],
    ㄴ: ["나무", "老人", "冷"],
    ㄷ: ["다리", "떡", "ꥠᅡ"],
    ㄹ: ["라면"],
    ㅁ: ["마음"],
    ㅂ: ["바다", "빵", "ᄫᅡ", "ᄡᆞᆯ", "ㅸ"],
    ㅅ: ["사람", "쌀"],
    ㅇ: ["아이", "(아)", "①아".slice(1), "女", "李", "理論", "略", "料理", "類", "禮", "年", "ᅌᅵ"],
    ㅈ: ["자", "짜장"],
    ㅊ: ["차"],
    ㅋ: ["카카오"],
    ㅌ: ["타"],
    ㅍ: ["핀테크", "핀테크".normalize("NFD")],
    ㅎ: ["하늘", "힣", "漢字", "韓國", "㈜한국", "(주)한국", "주식회사 한국", "ᅙᅳᆷ"],
    "A–Z": ["AI", "android", ".NET", "Élan", "Ａ", "C++"],
    "0–9": ["2020", "３", "①번", "Ⅲ부"],
    기타: ["", "🎉", "Ω", "ㅏ", "ひらがな", "\ud800", "𠀀", "\u200b"],
  };
  for (const [group, words] of Object.entries(table))
    for (const word of words) assert.equal(initialGroup(word), group, word);
});

test("any text has one group", () => {
  assertHolds(
    fc.property(hostileText, (text) =>
      assert.match(initialGroup(text), /^(?:[ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ]|A–Z|0–9|기타)$/u),
    ),
  );
});

test("opening signs and the mark of a company change no place within a group", () => {
  const labels = ["초대", "『책』", "차", "(주)채소", "‘찬’", "채소", "㈜채팅"].map((label) => ({ label }));
  const [group] = byInitial(labels);
  assert.deepEqual(
    group?.terms.map(({ label }) => label),
    ["차", "‘찬’", "(주)채소", "채소", "㈜채팅", "『책』", "초대"],
  );
});
