import assert from "node:assert/strict";
import { test } from "node:test";
import { goneOf, ownAddresses, writtenRedirects } from "#tools/publish/lists.ts";
import { redirectsOf } from "#tools/publish/redirects.ts";
import { caddyRedirects, mostRedirects, nginxRedirects, redirectsFile } from "#tools/publish/redirect-files.ts";
import { hostFiles, redirectPage } from "#tools/publish/server-files.ts";
import { entryAt } from "./guards-site.ts";

const site = { address: "https://user.example/blog/", language: "ko", title: "서고 <집>" } as const;

test("old addresses of feeds that are not made lead to one that is", () => {
  const written = [["/tags/책/index.xml", "/tags/책/rss.xml"]] as const;
  const options = { promised: new Set(["/tags/책/"]), ledger: [], written };
  const led = (outputs: { feeds: ("rss" | "atom")[]; tagFeeds: boolean }) =>
    redirectsOf([], 0, { ...options, outputs }).flatMap(({ from, to }) => (/atom|tags/u.test(from) ? [to] : []));
  assert.deepEqual(led({ feeds: ["rss"], tagFeeds: false }), ["/rss.xml", "/rss.xml", "/tags/책/"]);
  assert.deepEqual(led({ feeds: ["rss", "atom"], tagFeeds: true }), ["/atom.xml", "/atom.xml", "/tags/책/rss.xml"]);
});

test("aliases, spellings of terms and old feeds move; pages that stand and drafts do not", () => {
  const entries = [
    entryAt("/posts/가/", {
      aliases: ["/옛/", "/2019/가.html", "/slashless", "/tags/책/"],
      termRedirects: [{ from: "/tags/Ai/", to: "/tags/ai/" }],
    }),
    entryAt("/posts/나/", { draft: true, aliases: ["/비밀/"] }),
  ];
  const redirects = redirectsOf(entries, 0, { promised: new Set(["/tags/책/", "/feed/"]), ledger: [] });
  const own = redirects.filter(({ to }) => !to.endsWith(".xml"));
  assert.deepEqual(own, [
    { from: "/2019/가.html", to: "/posts/가/" },
    { from: "/slashless/", to: "/posts/가/" },
    { from: "/tags/Ai/", to: "/tags/ai/" },
    { from: "/옛/", to: "/posts/가/" },
  ]);
  assert.deepEqual(
    redirects.filter(({ to }) => to.endsWith(".xml")).map(({ from, to }) => `${from} ${to}`),
    [
      "/atom/ /atom.xml",
      "/feed.xml /rss.xml",
      "/feed/atom/ /atom.xml",
      "/feed/rss/ /rss.xml",
      "/index.xml /rss.xml",
      "/posts/index.xml /rss.xml",
      "/rss/ /rss.xml",
      "/rss2.xml /rss.xml",
    ],
  );
  assert.equal(
    redirects.some(({ from }) => from === "/feed/"),
    false,
  );
});

test("nothing moves from where an owner's file or page stands, and what they wrote may lead there", () => {
  const routes = [
    "now.astro",
    "옛/index.md",
    "말.json.ts",
    "reindex.mdx",
    "방/[이름].astro",
    "all.astro",
    "rss.xml.ts",
  ];
  const promised = new Set(ownAddresses(["지도/index.html", "feed.xml", "단추.svg", "안내.html"], routes));
  const written = [
    "/now/",
    "/옛/",
    "/말.json",
    "/지도/",
    "/방/가/",
    "/단추.svg",
    "/안내/",
    "/reindex/",
    "/re/",
    "/subscribe/",
  ].map((from) => [from, "/now/"] as const);
  const moved = redirectsOf([], 0, { promised, ledger: [], written: [...written, ["/길/", "/없음/"]] });
  const own = moved.filter(({ to }) => !to.endsWith(".xml")).map(({ from }) => from);
  assert.deepEqual(own, ["/re/", "/subscribe/", "/방/가/"]);
  assert.equal(
    moved.some(({ from }) => from === "/feed.xml"),
    false,
  );
  assert.deepEqual(goneOf("/지도/\n/없앰/", [...promised]), ["/없앰/"]);
});

test("a published list that is gone leads to the list of lists, unless a post or a spelling says where to", () => {
  const entries = [
    entryAt("/posts/가/", { aliases: ["/tags/모험/"], termRedirects: [{ from: "/tags/Ai/", to: "/tags/ai/" }] }),
  ];
  const ledger = [
    "/tags/ai/",
    "/tags/눈/",
    "/tags/Ai/",
    "/tags/모험/",
    "/categories/일기/",
    "/series/길/",
    "/tags/",
    "/posts/나/",
  ];
  const promised = new Set(["/tags/ai/", "/tags/", "/categories/"]);
  const own = redirectsOf(entries, 0, { promised, ledger }).filter(({ to }) => !to.endsWith(".xml"));
  assert.deepEqual(own, [
    { from: "/categories/일기/", to: "/categories/" },
    { from: "/series/길/", to: "/" },
    { from: "/tags/Ai/", to: "/tags/ai/" },
    { from: "/tags/눈/", to: "/tags/" },
    { from: "/tags/모험/", to: "/posts/가/" },
  ]);
});

test("written redirects lead on where their target stands, and give way to pages and aliases", () => {
  const text =
    "# 옛 목록\n/post/ /posts/\n/옛 글/ /posts/  # 까닭\n/post/index.xml /rss.xml\n\n/x/ /없는-곳/\n/a/ /posts/\n/b/ /posts/\n틀린 줄\n";
  const written = writtenRedirects(text);
  assert.equal(written.length, 6);
  const promised = new Set(["/", "/posts/", "/a/"]);
  const own = redirectsOf([entryAt("/posts/가/", { aliases: ["/b/"] })], 0, { promised, ledger: [], written });
  const from = new Map(own.map((move) => [move.from, move.to]));
  assert.equal(from.get("/post/"), "/posts/");
  assert.equal(from.get("/옛 글/"), "/posts/");
  assert.equal(from.get("/post/index.xml"), "/rss.xml");
  assert.equal(from.get("/b/"), "/posts/가/");
  assert.equal(from.has("/a/") || from.has("/x/"), false);
});

test("redirects are encoded, below the base, and bounded with every move's first form kept", () => {
  const [first] = redirectsFile({ redirects: [{ from: "/옛 글/", to: "/posts/가/" }], gone: [] }, site).split("\n");
  assert.equal(first, "/blog/%EC%98%9B%20%EA%B8%80/ /blog/posts/%EA%B0%80/ 301");
  const many = Array.from({ length: 1500 }, (_, index) => ({ from: `/${index}/`, to: "/posts/가/" }));
  const lines = redirectsFile({ redirects: many, gone: [] }, site).trim().split("\n");
  assert.equal(lines.length, mostRedirects + 1);
  assert.ok(lines.some((line) => line.startsWith("/blog/1499/ ")));
  const two = redirectsFile({ redirects: [], gone: [] }, { ...site, languages: { en: { title: "Seogo" } } });
  assert.match(
    two,
    /^\/blog\/:kind\/:term\/index\.xml .*\n\/blog\/en\/:kind\/:term\/index\.xml \/blog\/en\/:kind\/:term\/rss\.xml 301\n$/u,
  );
});

test("no line of a server's map can be broken out of, and none has a variable of the author's", () => {
  const left = { redirects: [{ from: '/a"; } $evil/', to: "/b$host{x}/" }], gone: ["/$gone;/"] };
  const lines = nginxRedirects(left, site).split("\n");
  const from = lines.indexOf("map $uri $seogo_found {") + 2;
  const found = lines.slice(from, lines.indexOf("}", from));
  assert.equal(found.length, 8);
  for (const line of found) {
    const [, , value = ""] = /^"((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)";$/u.exec(line) ?? [];
    assert.match(value, /^=\\n/u, line);
    assert.doesNotMatch(value.replace(/\$\{seogo_dollar\}/gu, ""), /\$/u, line);
  }
  for (const line of caddyRedirects(left, site).split("\n"))
    assert.match(line, /^"[^"`{}]*(?:\\x\{[^"`]*)?" "[^"\s;{}$]*"$/u);
});

test("a long address has room in nginx's map", () => {
  const left = { redirects: [{ from: `/${"가".repeat(500)}/`, to: "/b/" }], gone: [] };
  assert.match(nginxRedirects(left, site), /^map_hash_bucket_size 4096;/u);
  assert.match(nginxRedirects({ redirects: [], gone: [] }, site), /^map_hash_bucket_size 1024;/u);
  // More than a call takes as values.
  const many = Array.from({ length: 200_000 }, (_, index) => `/${String(index)}/`);
  assert.match(nginxRedirects({ redirects: [], gone: many }, site), /^map_hash_bucket_size 1024;/u);
});

test("a moved page says where to, in HTML that cannot be broken out of, and stands only where it can be read", () => {
  const html = redirectPage({ from: "/옛/", to: '/posts/"><script>/' }, site);
  assert.doesNotMatch(html, /<script|"><s/u);
  assert.match(html, /<title>바뀐 주소 – 서고 &lt;집&gt;<\/title>/u);
  const redirects = [
    { from: "/옛/", to: "/가/" },
    { from: "/b.html", to: "/가/" },
    { from: "/index.xml", to: "/rss.xml" },
  ];
  assert.deepEqual(
    [...hostFiles({ redirects, gone: [] }, site, true).keys()],
    ["_redirects", "_headers", "옛/index.html", "b.html"],
  );
  assert.deepEqual([...hostFiles({ redirects, gone: [] }, site, false).keys()], ["_redirects", "_headers"]);
});

test("addresses taken back are gone unless something answers there again; Netlify is told, other hosts get no line", () => {
  const text = "# 머리\n/posts/나/\n/posts/가/\n/posts/가/\nno path\n/posts/다/\n";
  const gone = goneOf(text, ["/posts/다/"]);
  assert.deepEqual(gone, ["/posts/가/", "/posts/나/"]);
  const lines = (pages: boolean) => hostFiles({ redirects: [], gone }, site, pages).get("_redirects") ?? "";
  const path = `/blog${encodeURI("/posts/가")}`;
  assert.ok(lines(false).includes(`${path}/ /blog/404.html 410\n${path} /blog/404.html 410\n`));
  assert.ok(!lines(true).includes("410"));
});
