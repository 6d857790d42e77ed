import assert from "node:assert/strict";
import { test } from "node:test";
import { links } from "#tools/prove/links.ts";
import { entryAt, type Handmade, siteOf } from "./guards-site.ts";

const page = (body: string) =>
  `<!doctype html><html lang="ko"><head><title>가</title></head><body>${body}</body></html>`;
const files = {
  "index.html": page("<h2 id='위'>위</h2>"),
  "posts/가/index.html": page("<h2 id='둘째 제목'>둘째</h2>"),
  "tags/.net/index.html": page(""),
  "pictures/a-0123456789.png": "",
  "404.html": page(""),
};
const found = (body: string, over: Handmade = {}) =>
  links(siteOf({ ...files, "posts/나/index.html": page(body) }, over)).map(({ code }) => code);

test("addresses that lead somewhere are left alone", () => {
  const alive = [
    "/",
    "/#위",
    "/#%EC%9C%84",
    "#",
    "#top",
    "/posts/가/",
    "/posts/%EA%B0%80/",
    "../가/",
    "../가/#둘째%20제목",
    "/tags/.net/",
    "/404.html",
    "https://seogo.example/posts/가/",
    "https://example.kr/없음/",
    "mailto:a@b.kr",
    "mailto:",
    "MAILTO:/없음/",
    "mailto://seogo.example/없음/",
    "tel:1",
    "?a=1",
    "/posts/가/?a=1#:~:text=가",
    "//example.kr/x",
  ];
  for (const address of alive) assert.deepEqual(found(`<a href="${address}">글</a>`), [], address);
  assert.deepEqual(
    found(
      '<img alt="" src="/pictures/a-0123456789.png" srcset="/pictures/a-0123456789.png 1x, ../../pictures/a-0123456789.png 2x">',
    ),
    [],
  );
});

test("the file of a script, which is refused for itself, is no picture", () => {
  assert.deepEqual(found('<script type="module" src="/assets/none.js"></script>'), []);
});

test("a form that the policy keeps from being sent is told; that of the search, and one that only closes, are not", () => {
  const form = (action: string) => `<form action="${action}"><button>보내기</button></form>`;
  const own = { forms: ["'self'"] };
  const refused = [form("https://e.example/a"), form("/search/"), "<form method=dialog>", form("")].map((body) =>
    found(body),
  );
  assert.deepEqual(refused, [["form-refused"], ["form-refused"], [], ["form-refused"]]);
  assert.deepEqual(found(form("/posts/가/"), own), []);
  assert.deepEqual(found(form("https://e.example/a"), own), ["form-refused"]);
  assert.deepEqual(found(form("https://e.example/a?b"), { forms: ["https://e.example"] }), []);
});

test("what all pages have is told once, at its line in the owner's part", () => {
  const body = '<form action="https://e.example/a"></form><img alt="" src="https://e.example/b.png"><a href="/c/">';
  const built = Object.fromEntries(["a", "b", "d"].map((name) => [`${name}/index.html`, page(body)]));
  const source = (file: string) => (file === "src/owner/Footer.astro" ? `---\n---\n${body}\n` : undefined);
  const told = links(siteOf(built, { source })).map(({ severity, code, file, line }) => [severity, code, file, line]);
  const at = ["src/owner/Footer.astro", 3];
  const expected = [
    ["error", "dead-link-in-frame", ...at],
    ["warning", "form-refused", ...at],
    ["warning", "outside-picture", ...at],
  ];
  assert.deepEqual(told.sort(), expected);
});

test("addresses that lead nowhere are found", () => {
  const dead: [string, string][] = [
    ['<a href="/posts/없음/">', "dead-link"],
    ['<a href="../없음/">', "dead-link"],
    ['<a href="https://seogo.example/없음/">', "dead-link"],
    ['<a href="#없음">', "dead-fragment"],
    ['<a href="/posts/가/#없음">', "dead-fragment"],
    ['<img alt="" src="/pictures/b.png">', "missing-picture"],
    ['<img alt="" srcset="/pictures/a-0123456789.png 1x, /pictures/b.png 2x">', "missing-picture"],
    ['<img alt="" srcset="/pictures/a-0123456789.png 1x,/pictures/b.png 2x">', "missing-picture"],
    ['<img alt="" src="https://example.kr/a.png">', "outside-picture"],
    ['<link rel="stylesheet" href="/assets/x.css">', "dead-link"],
    ['<video poster="/p.png">', "missing-picture"],
  ];
  for (const [body, code] of dead) assert.deepEqual(found(body), [code], body);
});

test("pictures of the sites that the policy names are alive", () => {
  const entries = [entryAt("/posts/가/", { remoteOrigins: ["https://a.example"] })];
  assert.deepEqual(
    found('<img alt="" src="https://a.example/a.png"><img alt="" src="//a.example/b">', { entries }),
    [],
  );
  assert.deepEqual(found('<img alt="" src="https://b.example/a.png">', { entries }), ["outside-picture"]);
  const scheme = [entryAt("/posts/가/", { remoteOrigins: ["https:"] })];
  assert.deepEqual(found('<img alt="" src="https://a_b.example/a.png">', { entries: scheme }), []);
});

test("with a base, an address outside it is another site's", () => {
  const site = { address: "https://user.example/blog/" };
  assert.deepEqual(found('<a href="/blog/posts/가/"><a href="/other/"><a href="../가/">', site), []);
  assert.deepEqual(found('<a href="/blog/posts/없음/">', site), ["dead-link"]);
});

test("a moved address is alive, a draft's is named as such", () => {
  assert.deepEqual(found('<a href="/옛/">', { redirects: [{ from: "/옛/", to: "/posts/가/" }] }), []);
  assert.deepEqual(found('<a href="/posts/초안/">', { entries: [entryAt("/posts/초안/", { draft: true })] }), [
    "link-to-hidden",
  ]);
});

test("in an author's text a dead link is a warning with its line, on our own page an error", () => {
  const text = "---\ntitle: 나\n---\n첫 줄\n\n[글](/posts/없음/)";
  const [own] = links(siteOf({ ...files, "tags/index.html": page('<a href="/posts/없음/">') }));
  const [written] = links(
    siteOf(
      { ...files, "posts/나/index.html": page('<a href="/posts/%EC%97%86%EC%9D%8C/">') },
      { sources: { "/posts/나/": text } },
    ),
  );
  assert.equal(own?.severity, "error");
  assert.deepEqual(written, {
    severity: "warning",
    code: "dead-link",
    values: { address: "/posts/없음/" },
    page: "/posts/나/",
    file: "src/content/posts/나.md",
    line: 6,
  });
});

test("a dead link in a Markdown page of the owner's own is told at its file and line", () => {
  const sources: Record<string, string> = { "src/pages/나/index.md": "첫 줄\n\n[글](/posts/없음/)" };
  const own = { ...files, "나/index.html": page('<a href="/posts/없음/">') };
  const [message] = links(siteOf(own, { source: (file) => sources[file], routeAt: () => "나/index.md" }));
  assert.deepEqual([message?.file, message?.line, message?.page], ["src/pages/나/index.md", 3, "/나/"]);
});

test("a picture that a setting names is told there alone", () => {
  const settingFiles = [["picture", "/me.jpg"]] as const;
  assert.deepEqual(found('<img alt="" src="/me.jpg">', { settingFiles }), []);
  assert.deepEqual(found('<img alt="" src="/me.jpg">'), ["missing-picture"]);
});

test("a dead link of the menu is told once, as one of the settings, and those of a text still by themselves", () => {
  const menus = Object.fromEntries(["a", "b", "c", "d"].map((at) => [`${at}/index.html`, page('<a href="/abut/">')]));
  const both = page('<a href="/abut/"><a href="/posts/없음/">');
  const messages = links(siteOf({ ...files, ...menus, "posts/나/index.html": both }));
  assert.deepEqual(
    messages.map(({ code, file, page: where }) => [code, file ?? where]),
    [
      ["dead-link-in-frame", "src/site.config.ts"],
      ["dead-link", "/posts/나/"],
    ],
  );
});

test("two pages are no frame, though they are most of a site", () => {
  const dead = page('<a href="/abut/">');
  const messages = links(siteOf({ "a/index.html": dead, "b/index.html": dead, "index.html": page("") }));
  assert.deepEqual(
    messages.map(({ code, page: at }) => `${code} ${at ?? ""}`),
    ["dead-link /a/", "dead-link /b/"],
  );
});

test("a text of many dead links is read once, and each is told at its line", () => {
  const numbers = Array.from({ length: 50 }, (_, index) => index);
  const source = numbers.map((number) => `- [글](/옛-글/${number}/)\n`).join("");
  let read = 0;
  const count = () => {
    read += 1;
    return source;
  };
  const messages = links(
    siteOf(
      { ...files, "posts/나/index.html": page(numbers.map((number) => `<a href="/옛-글/${number}/">`).join("")) },
      { entries: [entryAt("/posts/나/")], source: count },
    ),
  );
  assert.deepEqual(
    messages.map(({ line }) => line),
    numbers.map((number) => number + 1),
  );
  assert.equal(read, 1);
});
