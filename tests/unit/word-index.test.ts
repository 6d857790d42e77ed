import assert from "node:assert/strict";
import { test } from "node:test";
import { addresses } from "#model/addresses.ts";
import type { Entry } from "#model/post.ts";
import { pageOf } from "#outputs/page-words.ts";
import { wordIndex } from "#model/word-index.ts";
import { catalogue, instant, post, site } from "./outputs/catalogue.ts";

/** A dated post whose title and headings are found by the words given. */
function written(slug: string, words: readonly string[], fields: Partial<Entry> = {}): Entry {
  const headings = words.slice(1).map((text, index) => ({ depth: 2, id: `h${index + 1}`, text }));
  return post(slug, { title: words[0] ?? "", words, headings, date: instant("2026-01-01"), ...fields });
}

function indexOf(...posts: Entry[]): string[] {
  return wordIndex(catalogue(posts)).groups.flatMap(({ name, terms }) =>
    terms.map(({ label, places, path }) => `${name} ${label} ${path ?? places.map((place) => place.path).join(" ")}`),
  );
}

test("words stand under their initials in dictionary order, each with its posts or the sections that speak of it", () => {
  const posts = [
    written("a", ["핀테크 은행", "까치 Astro", "5G"]),
    written("b", ["은행"], { date: instant("2026-02-02"), tags: ["C++"] }),
  ];
  assert.deepEqual(indexOf(...posts), [
    "ㄱ 까치 /posts/a/#h1",
    "ㅇ 은행 /posts/b/ /posts/a/",
    "ㅍ 핀테크 /posts/a/",
    "A–Z Astro /posts/a/#h1",
    "A–Z C++ /posts/b/",
    "0–9 5G /posts/a/#h2",
  ]);
});

test("two words with more than a blank between them are no one word", () => {
  const posts = [written("a", ["빅데이터"]), written("b", ["자료"], { title: "빅, 데이터" })];
  assert.deepEqual(indexOf(...posts), ["ㅂ 빅데이터 /posts/a/", "ㅈ 자료 /posts/b/"]);
});

test("a heading whose own text cannot tell a noun from a verb is found under a word that another post tells", () => {
  const headings = [{ depth: 2, id: "h1", text: "초개인화는 어디까지 왔나" }];
  const posts = [written("a", ["초개인화"]), written("b", ["?경계", "?초개인화는"], { title: "경계", headings })];
  assert.deepEqual(indexOf(...posts), ["ㅊ 초개인화 /posts/a/ /posts/b/#h1"]);
});

test("spellings are joined: case, blanks, the two scripts", () => {
  const posts = [
    written("a", ["빅데이터 FinTech"], { names: [["핀테크", "FinTech"]] }),
    written("b", ["데이터"], { title: "빅 데이터를 읽는 법" }),
    written("c", ["핀테크 fintech"], { tags: ["FinTech"] }),
  ];
  assert.deepEqual(indexOf(...posts), [
    "ㄷ 데이터 /posts/b/",
    "ㅂ 빅데이터 /posts/a/ /posts/b/",
    "ㅍ 핀테크 /posts/a/ /posts/c/",
    "A–Z FinTech /posts/a/ /posts/c/",
  ]);
});

test("a doubtful word needs another post, a word of bodies alone needs two", () => {
  const doubtful = written("a", ["?옮긴 책장"], { terms: ["서랍", "사람"] });
  assert.deepEqual(indexOf(doubtful), ["ㅊ 책장 /posts/a/"]);
  const other = written("b", ["?사진"], { terms: ["서랍"] });
  assert.deepEqual(indexOf(doubtful, other, written("c", ["사진"])), [
    "ㅅ 사진 /posts/b/ /posts/c/",
    "ㅅ 서랍 /posts/a/ /posts/b/",
    "ㅊ 책장 /posts/a/",
  ]);
});

test("from four posts on a word has a page, its tag's where that lists the same", () => {
  const four = ["a", "b", "c", "d"].map((slug) => written(slug, ["은행"], { tags: ["시장"] }));
  assert.deepEqual(indexOf(...four), ["ㅅ 시장 /tags/시장/", "ㅇ 은행 /find/은행/"]);
  assert.deepEqual(indexOf(...four, written("e", ["", "시장"])), ["ㅅ 시장 /find/시장/", "ㅇ 은행 /find/은행/"]);
  const found = addresses(catalogue(four)).filter(({ path }) => path.startsWith("/find/"));
  assert.deepEqual(
    found.map(({ path, noindex = false }) => [path, noindex]),
    [
      ["/find/", false],
      ["/find/은행/", true],
    ],
  );
});

test("a word of very many posts has a page of the newest", () => {
  const day = (at: number) => instant(`20${10 + Math.floor(at / 28)}-01-${String(1 + (at % 28)).padStart(2, "0")}`);
  const many = Array.from({ length: 501 }, (_, at) => written(`s${at}`, ["은행"], { date: day(at % 400) }));
  const { groups, pages } = wordIndex(catalogue(many));
  assert.equal(groups[0]?.terms[0]?.count, 501);
  assert.equal(pages[0]?.posts.length, 500);
  // The oldest day is that of two posts.
  const oldest = pages[0]?.posts.filter(({ date }) => date?.day === day(0).day) ?? [];
  assert.equal(oldest.length, 1);
});

test("the index is made once for the same posts, and anew when any differs", () => {
  const posts = [written("a", ["은행"]), written("b", ["시장"])];
  const first = wordIndex(catalogue(posts));
  assert.equal(wordIndex(catalogue([...posts])), first);
  assert.notEqual(wordIndex(catalogue([posts[0] ?? written("a", []), written("b", ["시장"])])), first);
  assert.notEqual(wordIndex(catalogue(posts, { ...site, prefix: "/en" })), first);
});

test("a word of many titles leaves out the posts that only mention it", () => {
  const said = Array.from({ length: 31 }, (_, index) => written(`s${index}`, ["은행"]));
  const mentioned = written("m", ["시장"], { terms: ["은행"] });
  const count = (posts: Entry[]) =>
    wordIndex(catalogue(posts)).pages.find(({ label }) => label === "은행")?.posts.length;
  assert.equal(count([...said.slice(1), mentioned]), 31);
  assert.equal(count([...said, mentioned]), 31);
  assert.equal(count([...said.slice(2), mentioned]), 30);
});

test("no word of a draft, of a post of the future or of one taken back is there", () => {
  const hidden = [
    written("a", ["초안말"], { draft: true }),
    written("b", ["훗날말"], { date: instant("2099-01-01") }),
    written("c", ["지난말"], { expires: instant("2026-03-01") }),
  ];
  const shown = written("d", ["?초안말 ?훗날말 ?지난말 은행"]);
  assert.deepEqual(indexOf(...hidden, shown), ["ㅇ 은행 /posts/d/"]);
});

test("parts of the index with equally many words are told apart, in the site's language", () => {
  const words = Array.from({ length: 600 }, (_, index) => [`가말${index}`, `나말${index}`, `Δ${index}`]);
  const posts = words.map((three, index) => written(`p${index}`, three));
  for (const language of ["ko", "en"] as const) {
    const all = catalogue(posts, { ...site, language });
    const parts = addresses(all).filter(({ kind, group }) => kind === "find" && group !== undefined);
    const pages = parts.map((address) => pageOf(address, all));
    assert.ok(pages.length >= 2);
    assert.equal(new Set(pages.map(({ description }) => description)).size, pages.length);
    assert.equal(new Set(pages.map(({ title }) => title)).size, pages.length);
    if (language === "en")
      for (const { title, path } of pages) if (/etc/u.test(path)) assert.doesNotMatch(title, /기타/u);
  }
});

test("past 1,500 words the index has a page for each initial, past 3,000 posts the titles one for each year", () => {
  const many = Array.from({ length: 3001 }, (_, index) =>
    written(`p${index}`, [`낱말${index}`], { date: instant(index < 2 ? "2025-05-05" : "2026-05-05") }),
  );
  const paths = (posts: Entry[]) =>
    addresses(catalogue(posts))
      .map(({ path }) => path)
      .filter((path) => /^\/(?:find|all)\//u.test(path));
  assert.deepEqual(paths(many.slice(0, 1500)), ["/all/", "/find/"]);
  assert.deepEqual(paths(many.slice(1)), ["/all/", "/find/", "/find/ㄴ/"]);
  assert.deepEqual(paths(many), ["/all/", "/all/2025/", "/find/", "/find/ㄴ/"]);
  const all = catalogue(many);
  const years = addresses(all).filter(({ kind }) => kind === "all" || kind === "archive-year");
  assert.equal(
    new Set(years.map((address) => pageOf(address, all).description)).size,
    4,
    "no two of them say the same",
  );
});
