import assert from "node:assert/strict";
import { test } from "node:test";
import { menuOf } from "#components/navigation.ts";
import type { Page } from "#model/page.ts";
import { defineSite } from "#model/site.ts";
import { catalogueOf } from "#model/catalogue.ts";
import { entryAt } from "../guards-site.ts";

const about = { ...entryAt("/about/"), kind: "page" as const };
const site = (language: "ko" | "en") => defineSite({ language });
const options = { now: 0, markDay: String };
const catalogue = catalogueOf([about], { ...options, site: site("ko") });
const page = (kind: Page["kind"], path: string): Page => ({ kind, path, title: "", description: "" });
const marked = (at: Page) =>
  menuOf(at, catalogue).flatMap(({ label, current }) => (current ? [`${label} ${current}`] : []));

test("the menu names the parts of the site, the page about it only where it exists", () => {
  assert.deepEqual(
    menuOf(page("home", "/"), catalogue).map(({ label }) => label),
    ["글", "카테고리", "태그", "소개"],
  );
  const without = catalogueOf([], { ...options, site: site("en") });
  assert.deepEqual(
    menuOf(page("home", "/"), without).map(({ label }) => label),
    ["Posts", "Categories", "Tags"],
  );
});

for (const [at, expected] of [
  [page("home", "/"), []],
  [page("posts", "/posts/"), ["글 page"]],
  [page("posts", "/posts/page/2/"), ["글 true"]],
  [page("article", "/posts/첫눈/"), ["글 true"]],
  [page("archive-year", "/archive/2026/"), ["글 true"]],
  [page("tag", "/tags/핀테크/"), ["태그 true"]],
  [page("standing", "/about/"), ["소개 page"]],
  [page("not-found", "/404.html"), []],
] as const) {
  test(`on ${at.path} the menu marks ${expected.join() || "nothing"}`, () => assert.deepEqual(marked(at), expected));
}
