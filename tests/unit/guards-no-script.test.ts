import assert from "node:assert/strict";
import { test } from "node:test";
import { noScript } from "#tools/prove/no-script.ts";
import { builtFile, readSite } from "#tools/prove/read-site.ts";
import { bodyPage, type Handmade, siteOf } from "./guards-site.ts";
import { harmlessBodies, harmlessFiles } from "./guards-harmless.ts";
import { hostileBodies, hostileFiles } from "./guards-hostile.ts";
import { temporaryFolder, write } from "./temporary.ts";

const codes = (path: string, content: string | Uint8Array) =>
  builtFile(path, Buffer.from(content as string)).signs.map(({ code }) => code);

test("every way to smuggle script into a page is seen", () => {
  const missed = hostileBodies.filter(([, html, code]) => !codes("x/index.html", bodyPage(html)).includes(code));
  assert.deepEqual(missed, []);
});

test("the same ways are seen where a browser finds them inside a fragment of a list", () => {
  const missed = hostileBodies.filter(
    ([, html, code]) => !codes("x/index.html", bodyPage(`<ul><li><p>${html}</ul>`)).includes(code),
  );
  assert.deepEqual(missed, []);
});

test("every file that smuggles is seen", () => {
  for (const [path, content, code] of hostileFiles) assert.ok(codes(path, content).includes(code), path);
});

test("a file of no known kind is read whoever made it: a route of the owner's too", (context) => {
  const folder = temporaryFolder(context);
  const script = '<x:script xmlns:x="http://www.w3.org/1999/xhtml">1</x:script>';
  write(folder, { "a.xsd": script, noext: "<script>1</script>", _headers: "/*\n  X-A: <b>\n", "a.md": script });
  const found = [...readSite(folder)].flatMap(([path, { signs }]) => signs.map(({ code }) => `${path} ${code}`));
  assert.deepEqual([...new Set(found)], ["a.xsd script-element", "noext script-element"]);
});

test("what only looks dangerous is left alone", () => {
  for (const html of harmlessBodies) assert.deepEqual(codes("x/index.html", bodyPage(html)), [], html);
  assert.deepEqual(codes("tags/node.js/index.html", bodyPage("")), []);
  assert.deepEqual(
    codes(
      "rss.xml",
      '<?xml-stylesheet href="/blog/feed.css" type="text/css"?><rss><description>&lt;img onerror=1&gt;</description></rss>',
    ),
    [],
  );
});

test("an owner's ordinary files are left alone", () => {
  for (const [path, content] of harmlessFiles)
    assert.deepEqual(noScript(siteOf({ [path]: String(content) })), [], path);
});

test("a text of an unknown kind is refused in public/ alone, unless it is allowed by name; what is found names the file", () => {
  const files = { "a.xyz": "text", "b.xsd": "<a>\n<b onload='1'/></a>", "c.svg": "<svg>\n<a onclick='1'/></svg>" };
  const told = (over: Handmade) =>
    noScript(siteOf(files, over)).map(({ code, file, line }) => [code, file, line].join(" ").trim());
  const publicFiles = Object.keys(files);
  const active = ["event-attribute public/b.xsd", "event-attribute public/c.svg 2"];
  assert.deepEqual(told({ publicFiles }), ["unknown-text public/a.xyz", ...active]);
  assert.deepEqual(told({ publicFiles, plainFiles: ["a.xyz", "b.xsd"] }), active);
  assert.equal(told({}).length, 2);
});

test("a finding names the post's file and line", () => {
  const site = siteOf(
    { "posts/가/index.html": bodyPage("<p onclick=1>") },
    { sources: { "/posts/가/": "---\ntitle: 가\n---\n\n<p onclick=1>" } },
  );
  assert.deepEqual(noScript(site), [
    {
      severity: "error",
      code: "event-attribute",
      values: { what: 'onclick="1"' },
      page: "/posts/가/",
      file: "src/content/posts/가.md",
      line: 5,
    },
  ]);
});

test("only the page of a move may refresh, and only to its own target", () => {
  const moved = (url: string) =>
    bodyPage("").replace("</head>", `<meta http-equiv="refresh" content="0; url=${url}"></head>`);
  const found = (html: string, path: string) =>
    noScript(siteOf({ [path]: html }, { redirects: [{ from: "/옛/", to: "/새/" }] })).length;
  assert.equal(found(moved("/새/"), "옛/index.html"), 0);
  assert.equal(found(moved("/%EC%83%88/"), "옛/index.html"), 0);
  assert.equal(found(moved("//evil.example/새/"), "옛/index.html"), 1);
  assert.equal(found(moved("/새/"), "다른/index.html"), 1);
  assert.equal(found(moved("/새/").replace("<body>", "<body onload=1>"), "옛/index.html"), 2);
});

test("script in a file that an integration wrote is told as the integration's, unless the author's text has it", () => {
  const built = siteOf(
    { "a/index.html": "<script>x()</script>", "b/index.html": "<script>x()</script>" },
    {
      sources: { "/a/": "글\n<script>x()</script>", "/b/": "글" },
    },
  );
  const found = noScript({ ...built, touched: new Set(["a/index.html", "b/index.html"]) });
  assert.deepEqual(
    found.map(({ code, file, line }) => [code, file, line]),
    [
      ["script-element", "src/content/posts/a.md", 2],
      ["integration-script", "astro.config.mjs", undefined],
    ],
  );
});

test("what a page's own component writes is told at its line in that component, in Astro's own words for it", () => {
  const sources: Record<string, string> = {
    "src/pages/now.astro": '---\nimport Part from "../owner/Part.astro";\n---\n<Part />',
    "src/owner/Part.astro":
      '---\nimport Deep from "#owner/deep/Deep.astro";\n---\n<style>p { color: red }</style>\n<Deep />',
    "src/owner/deep/Deep.astro":
      "<p>\n<X client:load /></p>\n<style define:vars={{ a }}></style>\n\n<p transition:name=x>\n<script>",
  };
  const over = { source: (file: string) => sources[file], routeAt: () => "now.astro" };
  for (const [html, line] of [
    ["<astro-island uid=x></astro-island>", 2],
    ['<p style="--a: red;">', 3],
    ["<style>a{}</style>", 5],
    ['<script type="module">x()</script>', 6],
  ] as const) {
    const [found] = noScript(siteOf({ "now/index.html": bodyPage(html) }, over));
    assert.deepEqual([found?.file, found?.line, found?.page], ["src/owner/deep/Deep.astro", line, "/now/"], html);
  }
});

test("a script that all pages have is told once, at its line in the owner's part", () => {
  const files = Object.fromEntries(
    ["a", "b", "c"].map((name) => [`${name}/index.html`, bodyPage("<script>x()</script>")]),
  );
  const source = (file: string) =>
    file === "src/owner/HeadEnd.astro" ? "---\n---\n<script>x()</script>\n" : undefined;
  const told = (over: Handmade) => noScript(siteOf(files, over)).map(({ code, file, line }) => [code, file, line]);
  assert.deepEqual(told({ source }), [["active-in-frame", "src/owner/HeadEnd.astro", 3]]);
  assert.deepEqual(told({}), [["active-in-frame", undefined, undefined]]);
  const built = siteOf(files);
  const added = noScript({ ...built, touched: new Set(Object.keys(files)) });
  assert.deepEqual(
    added.map(({ code, page: address }) => [code, address]),
    [["integration-script", "/a/"]],
  );
});
