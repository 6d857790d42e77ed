import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TextWords } from "#korean/terms.ts";
import { namesNothing, stemsOf } from "#korean/word-forms.ts";
import { hostileText } from "../fixtures/model/hostile-text.ts";
import { assertHolds } from "../random.ts";

const article = `요즘 서비스는 데이터를 모은다. 데이터가 쌓이면 서비스가 좋아지고, 서비스를 쓰는 사람이 늘어난다. 사람은 데이터로 말한다.
고양이는 고양이가 좋다. 고양이를 키우는 사람에게 고양이 사진은 데이터에서 빠질 수 없다. 회의와 회의 사이에 API를 부르고, API는 답한다. 있다고 하는 것은 있는 것이다.`;

test("frequent nouns come without particles, most frequent first", () => {
  assert.deepEqual(new TextWords({ title: "", tags: [], text: article }).terms(20), [
    "데이터",
    "고양이",
    "서비스",
    "사람",
    "회의",
    "api",
  ]);
});

test("tags come first, then the title's nouns, each once and at most so many", () => {
  const source = { title: "초개인화를 위한 데이터", tags: ["핀테크", "데이터", "AI"], text: article };
  assert.deepEqual(new TextWords(source).terms(6), ["핀테크", "데이터", "ai", "초개인화", "고양이", "서비스"]);
  assert.deepEqual(new TextWords(source).terms(2), ["핀테크", "데이터"]);
});

test("one-syllable nouns and verbs before 는 are no terms", () => {
  const text =
    "책이 좋다. 책은 낡았고 책을 지키는 사람이 있다. 책에서 배운다. 회의를 하고 회의는 길다. 회가 달다. 사람을 지키는 책에서.";
  assert.deepEqual(new TextWords({ title: "지키는 책이", tags: [], text }).terms(20), ["사람", "회의"]);
});

test("forms that verbs have too make no noun", () => {
  const text =
    "밥을 나누는 날, 나누지만 나누라고 나누나. 물이 모으는 데로 모으라면 모으지만. 값이 비싸지만 비싸나 비싸라도. 서버는 서버라고 서버를.";
  assert.deepEqual(new TextWords({ title: "", tags: [], text }).terms(20), ["서버"]);
});

test("a particle leaves at least two syllables", () => {
  const table: [string, string[]][] = [
    ["데이터에서는", ["데이터", "데이터에서"]],
    ["사람이", ["사람"]],
    ["회의", []],
    ["나는", []],
    ["서비스", []],
    ["마을로부터", ["마을", "마을로"]],
    ["산으로", []],
    ["책에서", []],
  ];
  for (const [word, stems] of table) assert.deepEqual(stemsOf(word), stems, word);
});

test("a particle stands only behind the sound that its form follows, and joined ones come off whole", () => {
  const table: [string, string[]][] = [
    ["전문가", []],
    ["전문가가", ["전문가"]],
    ["디스플레이", []],
    ["민주주의", []],
    ["민주주의의", ["민주주의"]],
    ["세종로", []],
    ["서울로", ["서울"]],
    ["도서관과의", ["도서관", "도서관과"]],
    ["회사와는", ["회사", "회사와"]],
    ["미술관까지가", ["미술관", "미술관까지"]],
    ["학생만큼은", ["학생", "학생만큼"]],
    ["선생님들과의", ["선생님", "선생님들", "선생님들과"]],
  ];
  for (const [word, stems] of table) assert.deepEqual(stemsOf(word), stems, word);
});

test("a noun that ends as verbs do is one where its text says it with a particle", () => {
  const terms = (text: string) => new TextWords({ title: "", tags: [], text }).terms(9);
  assert.deepEqual(terms("외국인을 만났다. 외국인은 단백질을 먹는다. 단백질이 든 콩, 외국인의 말."), [
    "외국인",
    "단백질",
  ]);
  assert.deepEqual(terms("알려진 시장, 알려진 골목, 알려진 가게"), []);
});

test("what a text says only in one form ends so by itself", () => {
  const terms = (text: string) => new TextWords({ title: "", tags: [], text }).terms(9);
  assert.deepEqual(terms("제주도 바람, 제주도 돌, 제주도 여자"), ["제주도"]);
  assert.deepEqual(terms("제주도 바람, 제주도 돌, 제주는 섬"), ["제주"]);
  assert.deepEqual(terms("영역으로 가고 영역으로 오고 영역으로 본다"), ["영역"]);
});

test("verbs and words that only bind name nothing, nouns that look like them do", () => {
  for (const word of [
    "있다",
    "합니다",
    "사용하는",
    "필요한",
    "되지만",
    "그리고",
    "어떤",
    "돈을",
    "했다",
    "고치며",
    "어설픈",
    "필요한가요",
    "있나요",
    "the",
    "세요",
  ])
    assert.ok(namesNothing(word), word);
  for (const word of [
    "광고",
    "창고",
    "화면",
    "중요성",
    "페이지",
    "이미지",
    "문서",
    "마을",
    "가을",
    "주머니",
    "데이터",
    "바다",
    "수요",
  ])
    assert.ok(!namesNothing(word), word);
});

test("no term carries a particle whose bare form is a term as well, for any text", () => {
  const words = fc.constantFrom("데이터", "서비스", "사람", "핀테크", "회의", "초개인화");
  const particles = fc.constantFrom("은", "는", "이", "가", "을", "를", "의", "에서", "으로", "");
  const sentence = fc
    .array(fc.tuple(words, particles), { maxLength: 60 })
    .map((pairs) => pairs.map((pair) => pair.join("")).join(" "));
  assertHolds(
    fc.property(sentence, (text) => {
      const terms = new TextWords({ title: "", tags: [], text }).terms(50);
      for (const term of terms)
        for (const stem of stemsOf(term)) assert.ok(!terms.includes(stem), `${term} beside ${stem}`);
    }),
  );
});

test("any text gives few, distinct, well-formed terms, the same for NFC and NFD", () => {
  assertHolds(
    fc.property(hostileText, hostileText, fc.array(hostileText, { maxLength: 4 }), (title, text, tags) => {
      const terms = new TextWords({ title, tags, text }).terms(20);
      assert.ok(terms.length <= 20 && new Set(terms).size === terms.length && terms.every((term) => term !== ""));
      const decomposed = {
        title: title.normalize("NFD"),
        tags: tags.map((tag) => tag.normalize("NFD")),
        text: text.normalize("NFD"),
      };
      assert.deepEqual(new TextWords(decomposed).terms(20), terms);
    }),
  );
});
