import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { basePath, decodedPath, fileOf, fixedPaths, href, listPath, termPath, url } from "#model/address.ts";
import { postPath } from "#model/post-path.ts";
import { termSlug } from "#model/urlize.ts";
import { hostileText } from "../fixtures/model/hostile-text.ts";
import { assertHolds } from "../random.ts";

const root = { address: "https://seogo.example/" };
const folder = { address: "https://user.example/blog" };

test("a post's path follows the pattern", () => {
  const post = { id: "2020/초개인화", title: "초개인화, 테크핀", day: "2020-06-01" };
  const table: [string, Parameters<typeof postPath>[1], string][] = [
    ["/posts/:slug/", post, "/posts/2020/초개인화/"],
    ["/posts/:slug/", { ...post, slug: "New Slug" }, "/posts/2020/new-slug/"],
    ["/posts/:slug/", { ...post, slug: "???" }, "/posts/2020/t-7e9e5d5c/"],
    ["/posts/:slug/", { ...post, slug: "  " }, "/posts/2020/초개인화/"],
    ["/posts/:slug/", { id: "What is 핀테크", title: "" }, "/posts/what-is-핀테크/"],
    ["/posts/:slug/", { id: "🎉/글#1", title: "" }, "/posts/t-1a02a0ba/글-1/"],
    ["/:year/:month/:day/:slug/", post, "/2020/06/01/초개인화/"],
    ["/:year/:month/:slug/", { id: "글", title: "글" }, "/undated/글/"],
    ["/:year-:month-:day/:slug/", { id: "글", title: "글" }, "/undated/글/"],
    ["/:year-:slug/", { id: "글", title: "글" }, "/undated-글/"],
    ["/:section/:title/", post, "/posts/초개인화-테크핀/"],
    ["/blog/:contentbasename/", { ...post, slug: "x" }, "/blog/초개인화/"],
    ["/글/:slug/", post, "/글/2020/초개인화/"],
    ["/posts/:slug/", { id: "page/2", title: "" }, "/posts/page-00000000/2/"],
    ["/:slug/", { id: "con", title: "" }, "/7f9cdabb-con/"],
  ];
  for (const [pattern, parts, path] of table)
    assert.equal(
      postPath(pattern, parts).replace(/[0-9a-f]{8}/u, "#"),
      path.replace(/[0-9a-f]{8}/u, "#"),
      JSON.stringify([pattern, parts]),
    );
});

test("lists, terms and files have their paths", () => {
  assert.equal(listPath("/", 1), "/");
  assert.equal(listPath("/", 2), "/page/2/");
  assert.equal(listPath(fixedPaths.posts, 3), "/posts/page/3/");
  assert.equal(termPath("tag", termSlug("AI/ML")), "/tags/ai/ml/");
  assert.equal(termPath("category", termSlug("지식 쌓기")), "/categories/지식-쌓기/");
  assert.equal(termPath("series", "a"), "/series/a/");
  const files: [string, string][] = [
    ["/", "index.html"],
    ["/posts/한글/", "posts/한글/index.html"],
    ["/rss.xml", "rss.xml"],
    ["/404.html", "404.html"],
    ["/../a/", "a/index.html"],
  ];
  for (const [path, file] of files) assert.equal(fileOf(path), file);
});

test("hrefs keep Hangul and escape what a browser would misread", () => {
  const table: [string, string, string][] = [
    ["/posts/한글/", "/posts/한글/", "https://seogo.example/posts/%ED%95%9C%EA%B8%80/"],
    ["/tags/c++/", "/tags/c++/", "https://seogo.example/tags/c++/"],
    ["/a b/100%/", "/a%20b/100%25/", "https://seogo.example/a%20b/100%25/"],
    ["/a?b\"'<>\\/", "/a%3Fb%22%27%3C%3E%5C/", "https://seogo.example/a%3Fb%22%27%3C%3E%5C/"],
    ["/글/#서론-1", "/글/#서론-1", "https://seogo.example/%EA%B8%80/#%EC%84%9C%EB%A1%A0-1"],
    ["/글/#", "/글/#", "https://seogo.example/%EA%B8%80/#"],
    ["//evil.example/", "/evil.example/", "https://seogo.example/evil.example/"],
    ["/\u202e/", "/%E2%80%AE/", "https://seogo.example/%E2%80%AE/"],
    ["/한글/", "/한글/", "https://seogo.example/%ED%95%9C%EA%B8%80/"],
  ];
  for (const [path, printed, absolute] of table) {
    assert.equal(href(root, path), printed);
    assert.equal(url(root, path), absolute);
  }
  assert.equal(basePath(root), "/");
  assert.equal(basePath(folder), "/blog/");
  assert.equal(href(folder, "/posts/한글/"), "/blog/posts/한글/");
  assert.equal(url(folder, "/"), "https://user.example/blog/");
});

test("an address leads back to its path, another site's to none", () => {
  const table: [string, string | undefined][] = [
    ["https://user.example/blog/posts/%ED%95%9C%EA%B8%80/?a=1#b", "/posts/한글/"],
    ["http://user.example/blog/", "/"],
    ["/blog", "/"],
    ["/blog/posts/한글/", "/posts/한글/"],
    ["/blog/posts/한글/".normalize("NFD"), "/posts/한글/"],
    ["/blog/%zz/%ff/", "/%zz/%ff/"],
    ["/blogger/", undefined],
    ["/posts/", undefined],
    ["https://other.example/blog/", undefined],
    ["mailto:a@user.example", undefined],
    ["https://[", undefined],
  ];
  for (const [address, path] of table) assert.equal(decodedPath(address, folder), path, address);
});

test("any post or term goes to its address and back", () => {
  const post = fc.record(
    {
      id: hostileText,
      slug: hostileText,
      title: hostileText,
      day: fc.constantFrom("2020-06-01", "2026-12-31"),
    },
    { requiredKeys: ["id", "title"] },
  );
  const pattern = fc.constantFrom(
    "/posts/:slug/",
    "/:year/:month/:slug/",
    "/:section/:title/",
    "/:year-:contentbasename/",
  );
  const anyPath = fc.oneof(
    fc.tuple(pattern, post).map(([shape, parts]) => postPath(shape, parts as Parameters<typeof postPath>[1])),
    hostileText.map((label) => termPath("tag", termSlug(label))),
  );
  assertHolds(
    fc.property(anyPath, fc.constantFrom(root, folder), hostileText, (path, site, fragment) => {
      assert.match(path, /^\/(?:[^/]+\/)+$/u);
      assert.equal(path, path.normalize("NFC"));
      assert.equal(decodedPath(href(site, path), site), path);
      assert.equal(decodedPath(url(site, path), site), path);
      assert.equal(new URL(href(site, path), site.address).href, url(site, path));
      assert.match(url(site, `${path}#${fragment}`), /^[\x21-\x7e]+$/u);
      assert.equal(decodedPath(href(site, `${path}#${fragment}`), site), path);
      assert.equal(fileOf(path), `${path.slice(1)}index.html`);
    }),
    1000,
  );
});

test("addresses bear any text", () => {
  assertHolds(
    fc.property(hostileText, (text) => {
      assert.doesNotMatch(href(root, `/${text}/`), /[\s"'<>\\]|^\/\//u);
      decodedPath(text, root);
      assert.doesNotMatch(fileOf(text), /(?:^|\/)\.\.(?:\/|$)|^\//u);
    }),
    1000,
  );
});

/** What `href` and `url` say of any path and site, by URL alone. */
function byUrl(path: string, address: string): { href: string; url: string } {
  const escaped = (text: string) =>
    text
      .toWellFormed()
      .replace(/[^\p{L}\p{N}\p{M}\p{S}\p{P}]|[\p{Default_Ignorable_Code_Point}%?#"'<>\\^`{|}[\]]/gu, (sign) =>
        sign === "'" ? "%27" : encodeURIComponent(sign),
      );
  const [body = "", ...rest] = path.normalize("NFC").split("#");
  const printed = `${new URL(address).pathname}/${escaped(body)}`.replace(/\/{2,}/gu, "/");
  const href = rest.length === 0 ? printed : `${printed}#${escaped(rest.join("#"))}`;
  return { href, url: new URL(href, address).href };
}

test("what is read off plain addresses and paths is what URL would say", () => {
  const address = fc.constantFrom(
    ...["https://seogo.example", "https://user.example/blog", "http://user.example/Blog/a_b/", "https://A.example/"],
    ...["http://localhost:4321/", "https://a.example:443/x", "https://a.example/b/../c/", "https://a.example/b//c"],
    ...["https://127.0.0.1/", "https://0x7f.1/", "https://서고.example/글/", "https://xn--9d0bs3z.example/"],
  );
  const piece = fc.constantFrom(
    ..."/ / / a B 7 가 힣 . .. - _ ~ + @ # % ? ' \u11a8 e\u0301 \u200b 漢 \ud800 //".split(" "),
    " ",
    "",
  );
  const path = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join("")}`),
    hostileText.map((text) => `/${text}/`),
  );
  assertHolds(
    fc.property(path, address, (written, site) => {
      assert.deepEqual(
        { href: href({ address: site }, written), url: url({ address: site }, written) },
        byUrl(written, site),
      );
    }),
    3000,
  );
});
