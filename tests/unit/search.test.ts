import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
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

test("a name is found however it is spaced, where nothing has it as asked", (context) => {
  const file = join(temporaryFolder(context), "search.sqlite");
  const post = (path: string, words: string) => {
    return { path, title: path, day: "", page: `<div class="prose e-content"><p>${words}</p></div>` };
  };
  writeSearchIndex(file, [
    post("/하나/", "빅 데이터를 모은다"),
    post("/둘/", "핀테크가 온다"),
    post("/셋/", "자바 스크립트 없이"),
  ]);
  const index = searchIndex(file);
  context.after(index.close);
  const found = (query: string) => index.find(query, 1).posts.map(({ path }) => path);
  assert.deepEqual(found("빅데이터"), ["/하나/"]);
  assert.deepEqual(found("빅데이터에서는"), ["/하나/"]);
  assert.deepEqual(found("핀 테크의"), ["/둘/"]);
  assert.deepEqual(found("자바스크립트"), ["/셋/"]);
  assert.deepEqual(found("빅뱅"), []);
});
