import assert from "node:assert/strict";
import { test } from "node:test";
import { cataloguesOf } from "#model/catalogues.ts";
import { languageSites, siteFor } from "#model/languages.ts";
import type { Entry } from "#model/post.ts";
import { defineSite } from "#model/site.ts";
import { post } from "./outputs/catalogue.ts";

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
  return cataloguesOf(entries, { site, now: Date.UTC(2026, 10, 1), markDay: () => String });
}

test("of two posts in one language with the same key the first alone is a translation, so that each pair is mutual", () => {
  const key = { translationKey: "k" };
  const [{ languagesOf }] = catalogues([post("a", key), post("b", key), post("c", { ...key, lang: "en" })]);
  const found = (path: string) => languagesOf?.(path).map((one) => (one.isTranslation ? one.path : "–"));
  assert.deepEqual(found("/posts/a/"), ["/posts/a/", "/posts/c/"]);
  assert.deepEqual(found("/posts/c/"), ["/posts/a/", "/posts/c/"]);
  assert.deepEqual(found("/posts/b/"), ["–", "–"]);
});

test("a language in which nothing is published makes no page, and names no other", () => {
  const drafts = [post("a"), post("b", { lang: "en", draft: true })];
  const [own, ...others] = catalogues(drafts);
  assert.deepEqual([own.languagesOf, others], [undefined, []]);
});
