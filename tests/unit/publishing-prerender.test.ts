import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { AstroPrerenderer } from "astro";
import { feedMaker } from "#outputs/feed.ts";
import { feedAnswer } from "#outputs/unwritten-feed.ts";
import { writingPrerenderer } from "#tools/build/prerender.ts";
import { catalogue, post } from "./outputs/catalogue.ts";
import { type Answer, path, type PathWithRoute, setUp, site } from "./prerendering.ts";
import { temporaryFolder, write } from "./temporary.ts";

test("a feed's answer is written the same whether its route's own or another one comes with its text", async (context) => {
  const maker = feedMaker(catalogue([post("가")]), async () => "<p>글</p>");
  const { folder, run } = setUp(context, [path("/rss.xml", "endpoint"), path("/copy.xml", "endpoint")], {
    answer: (address) => {
      const own = feedAnswer("rss", maker.feed(), maker.body);
      return address.includes("copy") ? new Response(own.body) : own;
    },
  });
  assert.deepEqual(await run(), []);
  const [own, copied] = ["rss.xml", "copy.xml"].map((file) => readFileSync(join(folder, file), "utf8"));
  assert.match(own ?? "", /^<\?xml .*<\/rss>\n$/su);
  assert.equal(copied, own);
});

test("each route is asked for its address and its bytes lie where the address leads", async (context) => {
  const cases: readonly (readonly [PathWithRoute, string, string])[] = [
    [path("/", "page"), "/blog/", "index.html"],
    [path("/posts/가나/", "page"), "/blog/posts/가나/", "posts/가나/index.html"],
    [path("/posts/다", "page"), "/blog/posts/다/", "posts/다/index.html"],
    [path("/rss.xml", "endpoint"), "/blog/rss.xml", "rss.xml"],
    [path("/posts/가나/index.md", "endpoint"), "/blog/posts/가나/index.md", "posts/가나/index.md"],
    [path("/pictures/a.svg/", "endpoint"), "/blog/pictures/a.svg/", "pictures/a.svg"],
  ];
  const paths = cases.map(([one]) => one);
  const { folder, asked, made, run } = setUp(context, paths, {
    answer: (address) => new Response(`글 ${decodeURI(address)}`),
  });
  assert.deepEqual(await run(), []);
  const expected = cases.map(([, address]) => `https://site.example${address}`);
  assert.deepEqual(asked, expected);
  assert.deepEqual(
    made,
    cases.map(([, , file]) => file),
  );
  const written = made.map((file) => readFileSync(join(folder, file), "utf8"));
  assert.deepEqual(
    written,
    expected.map((address) => `글 ${address}`),
  );
});

test("the page for lost readers answers 404 and is a file of its own", async (context) => {
  const { folder, run } = setUp(context, [path("/404", "page")], {
    answer: () => new Response("없음", { status: 404 }),
  });
  assert.deepEqual(await run(), []);
  assert.equal(readFileSync(join(folder, "404.html"), "utf8"), "없음");
});

test("what is no plain answer, and what the owner keeps in public/, is left to Astro", async (context) => {
  const left = [
    path("/old/", "redirect"),
    path("/robots.txt", "endpoint"),
    path("/none/", "page"),
    path("/empty/", "page"),
  ];
  const answers: Readonly<Record<string, () => Response>> = {
    none: () => new Response("없음", { status: 404 }),
    empty: () => new Response(null),
  };
  const answer: Answer = (address) => answers[address.split("/").at(-2) ?? ""]?.() ?? new Response("글");
  const { folder, made, run } = setUp(context, left, { answer, owners: ["robots.txt"] });
  assert.deepEqual(await run(), left);
  assert.deepEqual(made, []);
  assert.equal(existsSync(folder), false);
});

test("a file that holds the same bytes is not written again", async (context) => {
  let words = "글";
  const { folder, made, run } = setUp(context, [path("/", "page")], { answer: () => new Response(words) });
  const file = join(folder, "index.html");
  await run();
  utimesSync(file, 1, 1);
  await run();
  assert.equal(statSync(file).mtimeMs, 1000);
  words = "굴";
  await run();
  assert.equal(readFileSync(file, "utf8"), "굴");
  assert.equal(made.length, 3);
});

test("a route's module is imported once, however many paths it has", async (context) => {
  const root = temporaryFolder(context);
  let imports = 0;
  const pageMap = new Map([["a", async () => (imports += 1)]]);
  const astro = {
    name: "fake",
    app: { manifest: { pageMap } },
    getStaticPaths: async () => [path("/가/", "page"), path("/나/", "page")],
    render: async () => new Response(String(await pageMap.get("a")?.())),
  };
  const ignore = () => undefined;
  const output = { folder: join(root, "dist"), publicFiles: new Set<string>(), site, done: ignore };
  await writingPrerenderer(astro, output).getStaticPaths();
  assert.equal(imports, 1);
  assert.equal(readFileSync(join(root, "dist/나/index.html"), "utf8"), "1");
});

test("a page that names a picture Astro has yet to make is not for the next build to use", async (context) => {
  const root = temporaryFolder(context);
  const folder = join(root, "dist");
  write(folder, { "assets/a.css": "" });
  const pages: Readonly<Record<string, string>> = {
    plain: '<link rel="stylesheet" href="/blog/assets/a.css">',
    pictured: '<link rel="stylesheet" href="/blog/assets/a.css"><img srcset="/blog/assets/b.webp 1x">',
  };
  const astro: AstroPrerenderer = {
    name: "fake",
    getStaticPaths: async () => Object.keys(pages).map((name) => path(`/${name}/`, "page")),
    render: async ({ url }) => new Response(pages[url.split("/").at(-2) ?? ""]),
  };
  let written: ReadonlyMap<string, boolean> = new Map();
  const done = (_: readonly string[], made: ReadonlyMap<string, boolean>) => {
    written = made;
  };
  await writingPrerenderer(astro, { folder, publicFiles: new Set(), site, done }).getStaticPaths();
  assert.deepEqual([...written.values()], [true, false]);
});
