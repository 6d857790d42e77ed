import assert from "node:assert/strict";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { contentPolicy } from "#model/content-policy.ts";
import { searchForm } from "#model/search.ts";
import { defineSite, type Site } from "#model/site.ts";
import { openSearch } from "#outputs/search-engines.ts";
import { headersFile } from "#tools/publish/headers.ts";
import { searchIndex, writeSearchIndex } from "#tools/search/search-index.ts";
import { temporaryFolder } from "./temporary.ts";

const formOf = (search: Site["search"]) => searchForm({ address: "https://user.example/blog/", search });

test("a form keeps to the site in the way that its engine knows", () => {
  assert.equal(formOf(false), undefined);
  assert.deepEqual(formOf("google"), {
    action: "https://www.google.com/search",
    name: "q",
    hidden: [["as_sitesearch", "user.example/blog"]],
    origins: ["https://www.google.com"],
  });
  assert.deepEqual(formOf("duckduckgo")?.hidden, [["sites", "user.example/blog"]]);
  assert.deepEqual(formOf("naver"), {
    action: "https://search.naver.com/search.naver",
    name: "query",
    value: "site:user.example/blog ",
    hidden: [],
    origins: ["https://search.naver.com", "https://m.search.naver.com"],
  });
  assert.deepEqual(formOf({ url: "https://find.example/in?site=mine&words=" }), {
    action: "https://find.example/in",
    name: "words",
    hidden: [["site", "mine"]],
    origins: ["https://find.example"],
  });
});

test("a search that leaves no place for the words is no setting", () => {
  for (const url of ["https://find.example/", "https://find.example/?q=x", "javascript:alert(1)?q="])
    assert.throws(() => defineSite({ search: { url } }), /search/u);
});

test("the policy lets forms go to the one that is set and to none otherwise", () => {
  const asked = (policy: string) => /form-action ([^;]*)/u.exec(policy)?.[1];
  assert.equal(asked(contentPolicy([])), "'none'");
  assert.equal(asked(headersFile(defineSite({}))), "'none'");
  assert.equal(asked(headersFile(defineSite({ search: "google" }))), "https://www.google.com");
});

test("a browser's name for the search has at most the sixteen letters that its format allows", () => {
  const title = "아주 길고 긴 이름의 블로그& 서고";
  const [, name] = /<ShortName>(.*?)<\/ShortName>/u.exec(openSearch(defineSite({ title }))) ?? [];
  assert.equal(name, "아주 길고 긴 이름의 블로그&amp;");
});

/** What is found in posts of these words, whose paths are the words' places from 1. */
function findingIn(context: TestContext, texts: readonly string[]) {
  const file = join(temporaryFolder(context), "search.sqlite");
  const posts = texts.map((words, at) => {
    const page = `<div class="prose e-content"><p>${words}</p></div>`;
    return { path: String(at + 1), title: "글", day: "", page };
  });
  writeSearchIndex(file, posts);
  const index = searchIndex(file);
  context.after(index.close);
  return (query: string, page = 1) => {
    const { count, posts } = index.find(query, page);
    assert.ok(count >= posts.length, query);
    return posts.map(({ path }) => path).join(" ");
  };
}

test("a name is found however it is spaced, where nothing has it as asked", (context) => {
  const found = findingIn(context, [
    "빅 데이터를 모아 분석한다",
    "핀테크가 온다",
    "자바 스크립트 없이",
    "아이폰 15를 샀다",
  ]);
  assert.equal(found("빅데이터"), "1");
  assert.equal(found("빅데이터에서는"), "1");
  assert.equal(found("빅데이터 분석"), "1");
  assert.equal(found("핀 테크의"), "2");
  assert.equal(found("자바스크립트"), "3");
  assert.equal(found("아이폰15를"), "4");
  assert.equal(found("빅뱅"), "");
});

test("a passage reads as its page does, readings of Hanja in brackets", (context) => {
  const file = join(temporaryFolder(context), "search.sqlite");
  const words = "<ruby>書庫<rp>(</rp><rt>서고</rt><rp>)</rp></ruby>에 든 <dfn>책</dfn>을<br>읽는다";
  writeSearchIndex(file, [{ path: "/a/", title: "글", day: "", page: `<div class="prose e-content">${words}</div>` }]);
  const index = searchIndex(file);
  context.after(index.close);
  assert.equal(index.find("읽는다", 1).posts[0]?.passage, "書庫(서고)에 든 책을 \u0001읽는다\u0002");
});

test("a piece within words is found after the words that begin with it", (context) => {
  const found = findingIn(context, [
    "남서울대학교에서",
    "서울에서",
    "전문검색기를",
    "JavaScript와 with",
    "북서울과 서울숲",
  ]);
  assert.equal(found("서울"), "2 5 1");
  assert.equal(found("검색"), "3");
  assert.equal(found("검색을"), "3");
  assert.equal(found("서울 대학"), "1");
  assert.equal(found("script"), "4");
  assert.equal(found("it"), "");
  assert.equal(found("울"), "");
});

test("findings within words fill the pages after the others, each post once", (context) => {
  const texts = Array.from({ length: 50 }, (_, at) => (at % 2 === 0 ? "서울에 갔다" : "남서울에 갔다"));
  const found = findingIn(context, texts);
  const pages = [1, 2, 3, 4].map((page) => found("서울", page).split(" ").filter(Boolean).map(Number));
  assert.deepEqual(
    pages.map(({ length }) => length),
    [20, 20, 10, 0],
  );
  const order = [...texts.keys()].map((at) => at + 1).sort((a, b) => (b % 2) - (a % 2) || a - b);
  assert.deepEqual(pages.flat(), order);
});

test("a question may be written as a phone, a macOS or a full-width keyboard writes it", (context) => {
  const found = findingIn(context, [
    "React로 만든 화면",
    "1,234원을 냈다 1 999",
    "國語(국어)와 API를",
    "Python을 배운다",
  ]);
  assert.equal(found("리액트로"), "");
  assert.equal(found("React를"), "1");
  assert.equal(found("Python으로"), "4");
  assert.equal(found("1,234"), "2");
  assert.equal(found("1234원"), "2");
  assert.equal(found("1,999"), "2");
  assert.equal(found("999,1"), "");
  assert.equal(found("國語"), "3");
  assert.equal(found("국어"), "3");
  assert.equal(found("국어".normalize("NFD")), "3");
  assert.equal(found("ＡＰＩ"), "3");
});

test("the longest question is answered", (context) => {
  const found = findingIn(context, [Array.from({ length: 300 }, (_, at) => `${String(at)}가나다라마바사`).join(" ")]);
  assert.equal(found("나다 다라 라마 마바 바사 가나다 나다라 다라마"), "1");
  assert.equal(found(Array.from({ length: 8 }, (_, at) => `${at}${"힣".repeat(39)}`).join(" ")), "");
});

test("whatever letter is asked for, alone or between others, an answer comes", (context) => {
  const found = findingIn(context, ["가나다"]);
  const letters = Array.from({ length: 0x30000 }, (_, code) => String.fromCodePoint(code + 1));
  for (const letter of letters.filter((one) => /[\p{L}\p{N}]/u.test(one) && !/[\u4e00-\u9fff가-힣]/u.test(one)))
    if (letter.normalize("NFKC") !== letter || !/\p{Lo}/u.test(letter))
      for (const query of [letter, `가 ${letter}`]) assert.equal(typeof found(query), "string", query);
});
