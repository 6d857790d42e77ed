import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readingTime } from "#korean/reading-time.ts";
import { summaryOf } from "#korean/summary.ts";
import { forEachWord, WordTable } from "#korean/word-table.ts";
import { hostileText } from "../fixtures/model/hostile-text.ts";

/** Vowels and finals of old Hangul belong to the syllable before them. */
const letter = /(?![\u1160-\u11ff\ud7b0-\ud7fb])[\p{Script=Hangul}\p{Script=Han}]/gu;
const otherWord =
  /[[\p{L}\p{N}]--[\p{Script=Hangul}\p{Script=Han}]](?:['’]?[[\p{L}\p{N}\p{M}]--[\p{Script=Hangul}\p{Script=Han}]])*/gv;

function countedByUnicode(text: string): { letters: number; words: number } {
  const composed = text.normalize("NFC");
  return { letters: composed.match(letter)?.length ?? 0, words: composed.match(otherWord)?.length ?? 0 };
}

function counted(text: string): { letters: number; words: number } {
  const { letters, words } = readingTime(text, 0);
  return { letters, words };
}

const mixed = fc
  .array(
    fc.oneof(hostileText, fc.constantFrom("가", "漢", "a", "'", "’", "\u0301", "é", "か", "1", " ", "〇", "〯", "😀")),
  )
  .map((parts) => parts.join(""));

test("every character counts as Unicode has it, alone and within a word", () => {
  for (let from = 0; from < 0x110000; from += 0x400) {
    const points = Array.from({ length: 0x400 }, (_, index) => String.fromCodePoint(from + index));
    for (const text of [points.join(" "), points.map((point) => `a'${point}b`).join(" ")])
      assert.deepEqual(counted(text), countedByUnicode(text), from.toString(16));
  }
});

test("any text counts as Unicode has it", () => {
  fc.assert(
    fc.property(mixed, (text) => assert.deepEqual(counted(text), countedByUnicode(text))),
    { numRuns: 1000 },
  );
});

test("words are those a regular expression finds", () => {
  const lower = fc.oneof(mixed, fc.stringMatching(/^[a-z0-9가-힣 ]{0,40}$/u)).map((text) => text.toLowerCase());
  fc.assert(
    fc.property(lower, (text) => {
      const words: string[] = [];
      forEachWord(text, (whole, from, to) => words.push(whole.slice(from, to)));
      assert.deepEqual(words, text.match(/[가-힣]+|[a-z][a-z0-9]*/g) ?? []);
    }),
    { numRuns: 1000 },
  );
});

test("a table of words holds each once, however many there are", () => {
  const words = fc.array(fc.string({ minLength: 1, maxLength: 3, unit: "binary" }), { maxLength: 60 });
  fc.assert(
    fc.property(words, fc.nat(2000), (some, more) => {
      const all = [...some, ...Array.from({ length: more }, (_, index) => String(index)), ...some];
      const table = new WordTable((word) => ({ word, times: 0 }));
      const map = new Map<string, number>();
      for (const word of all) {
        table.of(word).times += 1;
        map.set(word, (map.get(word) ?? 0) + 1);
      }
      for (const [word, times] of map) assert.deepEqual(table.of(word), { word, times });
    }),
  );
});

test("no summary depends on what stands further on", () => {
  const first = "요즘 모임 회비를 입금하거나 단체 회식비를 나눠 낼 때 어떤 방법을 선택하는가. 답은 여럿이다. ";
  fc.assert(
    fc.property(fc.constantFrom(first.repeat(12), `제목\n${"가나다 ".repeat(200)}`), hostileText, (text, more) => {
      const line = text.startsWith("제목") ? `\n${more.replace(/[.。!?！？…]/gu, "")}` : more;
      assert.equal(summaryOf(text + line), summaryOf(text));
    }),
  );
});
