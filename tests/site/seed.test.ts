import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { distOf, pageOf, recipes, root } from "./sites.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const path = "2020/06/테크핀-이야기/";
const html = pageOf(recipes.old, `${path}index.html`);
const document = parse(html);
const base = "/blog/";

function elements(node: DefaultTreeAdapterTypes.ParentNode, name: string): Element[] {
  return node.childNodes.flatMap((child) =>
    "tagName" in child ? [...(child.tagName === name ? [child] : []), ...elements(child, name)] : [],
  );
}

function text(node: Node | Element): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(text).join("") : "";
}

const attribute = (element: Element | undefined, name: string) =>
  element?.attrs.find((own) => own.name === name)?.value;
const meta = (name: string) =>
  attribute(
    elements(document, "meta").find((tag) => attribute(tag, "name") === name),
    "content",
  );
const prose = elements(document, "div").find((tag) => attribute(tag, "class")?.includes("prose"));

test("the seed's title stands once as h1, with its date, category and four tags", () => {
  assert.deepEqual(elements(document, "h1").map(text), ["초개인화, 테크핀"]);
  assert.match(html, /<time[^>]*datetime="2020-06-01"[^>]*>2020년 6월 1일<\/time>/u);
  const terms = elements(document, "a").filter((link) => attribute(link, "class")?.includes("p-category"));
  assert.deepEqual(
    new Set(terms.map(text)),
    new Set(["지식 쌓기", "초개인화", "빅데이터로 보는 세상", "핀테크", "테크핀"]),
  );
  for (const link of terms) {
    const list = pageOf(recipes.old, `${attribute(link, "href")?.slice(base.length)}index.html`);
    assert.ok(list.includes(`href="${base}${path}"`), `${attribute(link, "href")} lists the post`);
  }
});

test("the theme's placeholder is no description; the first sentences are, cut at a word", () => {
  const description = meta("description") ?? "";
  assert.ok(!html.includes("this is meta description"));
  assert.ok(description.startsWith("요즘 모임 회비를 입금하거나"));
  const whole = (prose ? text(prose) : "").replace(/\s+/gu, " ");
  const said = description.replace(/…$/u, "").trimEnd();
  assert.match(whole.slice(whole.indexOf(said) + said.length), /^(?:[\s.…]|$)/u);
});

test("every line break, the rule, the list and every word of the seed are there, its ### as the page's first h2", () => {
  assert.ok(prose);
  const source = readFileSync(join(root, "tests/fixtures/seed/seed.md"), "utf8").split(/^---$/mu)[2] ?? "";
  const written = source.replace(/<hr>|^###|^\d\. /gmu, "").replace(/\s+/gu, "");
  assert.equal(text(prose).replace(/[\s#]+/gu, ""), written);
  const paragraphs = source.split(/\n\s*\n/u).filter((block) => !/^\s*(?:\d\.|<hr>|###)/u.test(block));
  const breaks = paragraphs.reduce((sum, block) => sum + block.trim().split("\n").length - 1, 0);
  assert.equal(elements(prose, "br").length, breaks);
  assert.equal(elements(prose, "hr").length, 1);
  assert.deepEqual(elements(prose, "li").map(text), [
    "초개인화",
    "MWC(Mobile World Congress) 취소",
    "카카오톡 서비스로 증권거래도 가능",
  ]);
  assert.deepEqual(
    elements(prose, "h2").map((heading) => [attribute(heading, "id"), elements(heading, "a").length]),
    [["초개인화", 1]],
  );
});

test("the seed is in the feed and in the map by the address of its page", () => {
  const url = `https://user.example${base}${encodeURI(path)}`;
  assert.equal(
    attribute(
      elements(document, "link").find((link) => attribute(link, "rel") === "canonical"),
      "href",
    ),
    url,
  );
  assert.ok(pageOf(recipes.old, "rss.xml").includes(`<link>${url}</link>`));
  assert.ok(pageOf(recipes.old, "sitemap-0.xml").includes(`<loc>${url}</loc>`));
  assert.ok(distOf(recipes.old));
});
