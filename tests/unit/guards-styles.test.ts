import assert from "node:assert/strict";
import { test } from "node:test";
import { noScript } from "#tools/prove/no-script.ts";
import { bodyPage, siteOf } from "./guards-site.ts";

test("what a style sheet calls in vain is found where the owner wrote it: for all pages, or in a page's own component", () => {
  const files = {
    "assets/a.css": 'a{background:url(data:image/png;base64,AA)}b{src:url("https://e.example/a.woff2")}',
    "now/index.html": bodyPage("<link rel=stylesheet href=/assets/a.css>"),
  };
  const sources: Record<string, string> = {
    "src/styles/owner.css": "\nb { src: url(https://e.example/a.woff2) }",
    "src/pages/now.astro": '---\nimport "../owner/box.css";\n---\n',
    "src/owner/box.css": "\n\na { background: url('data:image/png;base64,AA') }",
  };
  const site = siteOf(files, {
    source: (file) => sources[file],
    routeAt: (path) => (path === "/now/" ? "now.astro" : undefined),
  });
  assert.deepEqual(
    noScript(site).map(({ code, file, line }) => [code, file, line]),
    [
      ["data-picture", "src/owner/box.css", 3],
      ["style-script", "src/styles/owner.css", 2],
    ],
  );
});

test("a file that a style sheet asks for and that is not there is a warning where the owner wrote it", () => {
  const address = "https://seogo.example/blog/";
  const asked = "url(./gone.png) url(../pictures/a.png) url(/other/a.png) url(#a) image-set('b.woff2' type('a/b'))";
  const files = { "assets/a.css": `a{--said:"말";background:${asked}}`, "assets/b.woff2": "", "pictures/a.png": "" };
  const source = (file: string) =>
    file === "src/styles/owner.css" ? "\na { background: url(./gone.png) }" : undefined;
  assert.deepEqual(
    noScript(siteOf(files, { address, source })).map(({ code, severity, file, line }) => [code, severity, file, line]),
    [["style-address", "warning", "src/styles/owner.css", 2]],
  );
});

test("a style sheet at the site's own address is its own", () => {
  const found = (href: string) =>
    noScript(siteOf({ "a/index.html": bodyPage(`<link rel="stylesheet" href="${href}">`) }));
  assert.deepEqual(found("https://seogo.example/a.css"), []);
  const [{ code, severity } = {}] = found("https://seogo.example.evil/a.css");
  assert.deepEqual([code, severity], ["outside-file", "warning"]);
  const everywhere = bodyPage('<link rel="stylesheet" href="//fonts.example/a.css">');
  const pages = Object.fromEntries(["a", "b", "c"].map((name) => [`${name}/index.html`, everywhere]));
  assert.deepEqual(
    noScript(siteOf(pages)).map((message) => message.code),
    ["outside-file"],
  );
});

test("a style by a component of Astro's is told at its import, not at code in a layout", () => {
  const sources: Record<string, string> = {
    "src/pages/now.astro": '---\nimport { Code as Shown } from "astro:components";\n---\n<Shown code="" />',
    "src/layouts/NotFoundPage.astro": '<p>\n<code class="address">/</code>',
  };
  const over = { source: (file: string) => sources[file], routeAt: () => "now.astro" };
  const [found] = noScript(siteOf({ "now/index.html": bodyPage('<pre style="color:red">') }, over));
  assert.deepEqual([found?.code, found?.file, found?.line], ["inline-style", "src/pages/now.astro", 2]);
});
