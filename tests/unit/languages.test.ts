import assert from "node:assert/strict";
import { test } from "node:test";
import { cataloguesOf } from "#model/catalogues.ts";
import { languageSites, scriptLanguage, siteFor } from "#model/languages.ts";
import type { Entry } from "#model/post.ts";
import { defineSite } from "#model/site.ts";
import { readContent } from "#reading/content.ts";
import { instant, post } from "./outputs/catalogue.ts";
import { temporaryFolder, write } from "./temporary.ts";

const site = defineSite({
  title: "집",
  words: { tags: "꼬리표" },
  menu: ["posts"],
  author: { name: "가온", email: "a@b.kr" },
  languages: { en: { title: "House", author: { name: "Gaon" } }, ko: { description: "한국어 집" } },
});

test("a language has its own words, and takes the rest from the site but what is written in the site's language", () => {
  assert.equal(site.description, "한국어 집");
  const [own, other, ...more] = languageSites(site);
  assert.equal(own, site);
  assert.deepEqual(more, []);
  assert.deepEqual(
    [other?.title, other?.description, other?.language, other?.prefix, other?.words, other?.menu, other?.author.name],
    ["House", "한국어 집", "en", "/en", {}, undefined, "Gaon"],
  );
  assert.equal(other?.author.email, "a@b.kr");
  assert.equal(languageSites(site), languageSites(site));
});

test("a post belongs to the language that it states, in any form of its code, else to the site's own", () => {
  const languages = ["en", "EN", "en-US", "ko", "ja", undefined].map((lang) => siteFor({ lang }, site).language);
  assert.deepEqual(languages, ["en", "en", "en", "ko", "ko", "ko"]);
  assert.equal(siteFor({ lang: "en" }, defineSite({})).language, "ko");
});

function catalogues(entries: readonly Entry[]) {
  return cataloguesOf(entries, { site, now: Date.UTC(2026, 10, 1) });
}

test("of two posts in one language with the same key the first alone is a translation, so that each pair is mutual", () => {
  const key = { translationKey: "k" };
  const [{ languagesOf }] = catalogues([post("a", key), post("b", key), post("c", { ...key, lang: "en" })]);
  const found = (path: string) => languagesOf?.(path).map((one) => (one.isTranslation ? one.path : "–"));
  assert.deepEqual(found("/posts/a/"), ["/posts/a/", "/posts/c/"]);
  assert.deepEqual(found("/posts/c/"), ["/posts/a/", "/posts/c/"]);
  assert.deepEqual(found("/posts/b/"), ["–", "–"]);
});

test("a post in a language that the site does not name is nobody's translation", () => {
  const key = { translationKey: "k", date: instant("2026-01-01") };
  const japanese = post("j", { ...key, lang: "ja", date: instant("2026-02-01") });
  const [{ languagesOf }] = catalogues([japanese, post("a", key), post("c", { ...key, lang: "en" })]);
  assert.deepEqual(
    languagesOf?.("/posts/c/").map(({ path }) => path),
    ["/posts/a/", "/posts/c/"],
  );
  assert.ok(languagesOf?.("/posts/j/").every(({ isTranslation }) => !isTranslation));
});

test("a key that two posts of one language share is told at its line, once the site has several languages", async (context) => {
  const root = temporaryFolder(context);
  const named = (lang: string) => `---\ntitle: ${lang}\ndate: 2026-01-01\nlang: ${lang}\ntranslationKey: k\n---\n`;
  const [a, b] = ["src/content/posts/a.md", "src/content/posts/b.md"];
  write(root, { [a]: named("en"), [b]: named("en"), "src/content/posts/c.md": named("ko") });
  const told = async (languages: { en?: object }) =>
    readContent({ root, site: defineSite({ languages }), now: Date.UTC(2026, 10, 1) }).problems.map(
      ({ file, line, code, values }) => [file, line, code, values["other"]],
    );
  assert.deepEqual(await told({ en: {} }), [[b, 5, "translation-twice", a]]);
  assert.deepEqual(await told({}), []);
});

test("a language in which nothing is published makes no page, and names no other", () => {
  const drafts = [post("a"), post("b", { lang: "en", draft: true })];
  const [own, ...others] = catalogues(drafts);
  assert.deepEqual([own.languagesOf, others], [undefined, []]);
});

test("a post that states no language is marked by its script, where that tells one that the interface does not speak", () => {
  for (const [title, body, expected] of [
    ["مرحبا بالعالم", "هذا نص عربي طويل بما يكفي. `npm start`", "ar"],
    ["日本語の記事です", "これは日本語で書かれた記事です。", "ja"],
    ["关于书库", "这是一篇用中文写的文章。", "zh"],
    ["Привет", "Это статья на русском языке.", "ru"],
    ["שלום", "זה טקסט בעברית.", "he"],
    ["일본어 공부", "これは日本語で書かれた記事です。", undefined],
    ["봄날", "꽃이 피었다. これは本です。", undefined],
    ["Hello", "Words in English, with one α and β.", undefined],
    ["書庫", "글이 놓이는 책장이다.", undefined],
    ["2024", "1, 2, 3", undefined],
    ["", "", undefined],
  ] as const)
    assert.equal(scriptLanguage(title, body).lang, expected, title);
});

test("the language of a post's script is read with it, and what its file states counts before that", (context) => {
  const root = temporaryFolder(context);
  const body = "これは日本語で書かれた記事です。\n";
  write(root, {
    "src/content/posts/하나.md": `---\ntitle: 日本語の記事\ndate: 2026-01-01\n---\n${body}`,
    "src/content/posts/둘.md": `---\ntitle: 日本語の記事\ndate: 2026-01-01\nlang: zh\n---\n${body}`,
  });
  const { entries } = readContent({ root, site, now: Date.parse("2026-11-26") });
  const found = entries.map(({ path, lang }) => [path, lang]).sort();
  assert.deepEqual(found, [
    ["/posts/둘/", "zh"],
    ["/posts/하나/", "ja"],
  ]);
});
