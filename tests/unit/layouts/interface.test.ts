import assert from "node:assert/strict";
import { test } from "node:test";
import { defineSite } from "#model/site.ts";
import { dayInWords, interfaceText } from "#text/interface.ts";
import { pageText } from "#text/pages.ts";

const words = (language: "ko" | "en") =>
  Object.values(interfaceText({ language, words: {} })).flatMap((value) => (typeof value === "function" ? [] : value));

test("Korean words leave no particle open and no English behind", () => {
  for (const word of words("ko")) assert.doesNotMatch(word, /[을를이가은는]\([을를이가은는]\)|[a-z]{2,}/u);
});

test("no two links of the interface share their words", () => {
  for (const language of ["ko", "en"] as const) assert.equal(new Set(words(language)).size, words(language).length);
});

test("counts are said as each language says them", () => {
  const [ko, en] = [interfaceText({ language: "ko", words: {} }), interfaceText({ language: "en", words: {} })];
  assert.deepEqual([ko.postCount(12), en.postCount(1), en.postCount(12)], ["글 12편", "1 post", "12 posts"]);
  assert.deepEqual([ko.postCount(12345), en.postCount(1000)], ["글 12,345편", "1,000 posts"]);
  assert.match(pageText({ language: "ko", words: {} }).find.description(2075), /낱말 2,075개/u);
  const { find, tags } = pageText({ language: "ko", words: {} });
  const nothing = [find, tags].map(({ description }) => description(0));
  assert.deepEqual(nothing, ["아직 찾아볼 낱말이 없습니다.", "아직 태그가 없습니다."]);
  assert.deepEqual([ko.month(6), en.month(6), ko.minutes(3)], ["6월", "June", "읽는 데 3분"]);
  assert.equal(dayInWords("en", "2026-01-02"), "2 January 2026");
});

test("an owner's words stand in for ours, also in titles and in sentences with values", () => {
  const names = Object.keys(interfaceText({ language: "ko", words: {} }));
  const all = Object.fromEntries(names.map((name) => [name, "말"]));
  assert.deepEqual(Object.keys(defineSite({ words: all }).words), names);
  assert.throws(() => defineSite({ words: { lable: "말" } as object }));
  for (const indexNowKey of ["short", "seogo-key!", "s".repeat(129)]) assert.throws(() => defineSite({ indexNowKey }));
  assert.throws(() => defineSite({ words: { tags: "꼬리표 {1}" } }));
  const site = {
    language: "ko",
    words: {
      tags: "꼬리표",
      seriesPlace: "{2}편 가운데 {1}편째",
      postCount: "{1}편",
      updated: "{1}에 고침",
      aboutSubscribe: "한 줄",
    },
  } as const;
  const text = interfaceText(site);
  assert.deepEqual([text.tags, text.categories, text.seriesPlace(1, 3)], ["꼬리표", "카테고리", "3편 가운데 1편째"]);
  assert.deepEqual(text.aboutSubscribe, ["한 줄"]);
  assert.deepEqual([text.postCount(1234), text.updated("2026년 1월 2일")], ["1,234편", "2026년 1월 2일에 고침"]);
  assert.equal(pageText(site).tags.title, "꼬리표");
  assert.equal(pageText(site).tags.description(3), "꼬리표 3개");
  assert.equal(pageText(site).term("tag", "책", 2), "‘책’ 꼬리표의 글 2편");
});

test("names of a site, of its authors and its licence can be seen", () => {
  const url = "https://a.kr/";
  for (const word of ["", " ", "\u200b", "\u0000가", "\ud800"]) {
    assert.throws(() => defineSite({ title: word }));
    assert.throws(() => defineSite({ author: { name: word } }));
    assert.throws(() => defineSite({ license: { name: word, url } }));
  }
  assert.equal(defineSite({ title: "🌱", description: "두\n줄" }).title, "🌱");
});
