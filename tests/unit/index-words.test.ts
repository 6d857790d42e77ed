import assert from "node:assert/strict";
import { test } from "node:test";
import { indexWords, mayBeVerb } from "#korean/index-words.ts";
import { TextWords } from "#korean/terms.ts";
import { twoNames } from "#korean/two-names.ts";

/** The words of a line as its text tells them. */
function wordsOf(line: string, text = ""): string[] {
  return indexWords(line, new TextWords({ title: "", tags: [], text: `${line}\n${text}` }));
}

test("a line is found by its nouns without particles, and by its names as written", () => {
  const cases: readonly (readonly [line: string, words: readonly string[], text?: string])[] = [
    ["은행이 된 메신저, 시장이 된 한 사람", ["은행", "메신저", "시장", "사람"]],
    ["초성으로 찾기", ["초성", "찾기"]],
    ["배포하기 전에 확인할 것", ["배포", "확인"]],
    ["Node.js와 GPT-4를 쓰는 C++ 서버", ["Node.js", "GPT-4", "C++", "서버"]],
    ["How to build a Static Site with Astro", ["Static", "Site", "Astro"]],
    ["2020년 3월의 5G", ["5G"]],
    ["Beyoncé와 São Paulo의 café", ["Beyoncé", "São", "Paulo", "café"]],
    ["고양이를 부탁해", ["고양이", "부탁"], "고양이는 잔다. 고양이가 잔다. 고양이도 잔다."],
    ["漢字와 문장", ["漢字", "문장"]],
    ["책을 위한 기본적 원칙", ["책", "원칙"], "책이 많다. 책의 무게, 책에 앉은 먼지."],
    ["그리고 우리는 다시", []],
    ["그리워하는 마음, 좋아하는 것, 기뻐하며 슬퍼해요, 아파하다, 꺼려하는 것", ["마음"]],
    ["조용하고 깨끗하며 미워하고 반짝하는, 새콤달콤해서 즐거워하고", []],
    ["나누는 밥상, 움직이고", ["밥상"], "나누지만 나누라고 나누나 나누든. 움직입니다. 움직이는 움직이라면."],
    ["참여하는 사람이 제어하기, 고려하기, 전파하고", ["참여", "사람", "제어", "고려", "전파"]],
    ["시장님과의 이야기, 나는 왜 쓰는가", ["시장님", "이야기"]],
    [
      "외국인을 위한 건축가 이야기",
      ["외국인", "건축가", "이야기"],
      "외국인은 많다. 외국인이 온다. 건축가의 손, 건축가는 젊다.",
    ],
  ];
  for (const [line, words, text] of cases) assert.deepEqual(wordsOf(line, text), words, line);
});

test("a noun of action is found whatever form of 하다, 되다 or 시키다 follows it; numerals, letters and English verbs are not", () => {
  const forms =
    "하기 하는 하고 하며 하면 하면서 하자 하다 하려면 하지 하여 하세요 합니다 해서 해요 해 했다 할 되는 되고 되다 된다 되면 되지 시키기 시키는 하기의 하기를";
  for (const form of forms.split(" ")) assert.deepEqual(wordsOf(`배포${form}`), ["배포"], form);
  const numerals = "스물 서른 쉰하나 열둘 열셋 열세 열넷 열네 예순 일백열 이백열 삼백일흔 천아흔";
  for (const numeral of numerals.split(" "))
    assert.deepEqual(wordsOf(`${numeral} 사람`, `${numeral}이 ${numeral}은 ${numeral}을`), ["사람"], numeral);
  assert.deepEqual(wordsOf("R과 don't, let’s"), []);
});

test("what may be a verb is marked, until its text shows it with a particle", () => {
  assert.deepEqual(wordsOf("책장을 옮긴 날"), ["책장", "?옮긴"]);
  assert.deepEqual(wordsOf("오래된 사진"), ["?사진"]);
  assert.deepEqual(wordsOf("낡은 사진", "사진을 본다. 사진은 말이 없다."), ["사진"]);
  for (const end of "게지고서며려자라아해니데던듯채러면요까나여다") assert.ok(mayBeVerb(`구름${end}`), end);
  for (const word of ["먹어", "구름들어"]) assert.ok(mayBeVerb(word), word);
  for (const word of ["구름어", "구름들어서점", "나다구름", "어구", "게시판", "구름"])
    assert.ok(!mayBeVerb(word), word);
});

test("two names of one thing are those that sound alike in both scripts", () => {
  const names = (text: string) => twoNames(text).map((pair) => pair.join("="));
  assert.deepEqual(names("핀테크(FinTech)와 Kubernetes(쿠버네티스), 도커 (Docker), 핀테크(FinTech)"), [
    "핀테크=FinTech",
    "쿠버네티스=Kubernetes",
    "도커=Docker",
  ]);
  assert.deepEqual(names("파이썬(Python)과 자바스크립트(JavaScript), 엘라스틱서치(Elasticsearch), 스레드(thread)"), [
    "파이썬=Python",
    "자바스크립트=JavaScript",
    "엘라스틱서치=Elasticsearch",
    "스레드=thread",
  ]);
  assert.deepEqual(names("이미지(image), 서비스(service), 시티(city), 라디오(radio)"), [
    "이미지=image",
    "서비스=service",
    "시티=city",
    "라디오=radio",
  ]);
  assert.deepEqual(
    names("가위(go), 서비스(AWS), 서비스(SaaS), 함수(function), 객체(object), 배열(array), 인공지능(AI)"),
    [],
  );
});

test("what was asked before changes no answer", () => {
  const words = new TextWords({ title: "글", tags: [], text: "책은 좋다. 여행은 즐겁다." });
  const asked = () => indexWords("여행가기 준비하기 지게 책", words);
  assert.deepEqual(asked(), ["여행가기", "준비", "?지게"]);
  assert.deepEqual(asked(), ["여행가기", "준비", "?지게"]);
});
