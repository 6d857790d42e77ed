import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { once } from "node:events";
import { after, test } from "node:test";
import { defineSite } from "#model/site.ts";
import { searchAnswerer } from "#tools/search/answerer.ts";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { build, layOut } from "./sites.ts";

type Element = DefaultTreeAdapterTypes.Element;

const address = "https://user.example/blog/";
const folder = layOut({
  name: "own-search",
  posts: { 글: "tests/fixtures/look", 묵은: "tests/fixtures/posts", "테크핀.md": "tests/fixtures/seed/seed.md" },
  settings: `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: ${JSON.stringify(address)}, search: "own" });
`,
});
for (let number = 1; number <= 25; number += 1)
  writeFileSync(
    join(folder, `src/content/posts/쪽글-${number}.md`),
    `---\ntitle: 쪽글 ${number}\ndate: 2024-01-02\n---\n\n되풀이말을 적는다.\n`,
  );
build(folder);
const dist = join(folder, "dist");
const server = searchAnswerer(
  { folder: dist, server: join(folder, ".seogo/server") },
  defineSite({ address, search: "own" }),
).listen(0, "127.0.0.1");
await once(server, "listening");
after(() => server.close());

/** What the answerer says to a raw query string. */
function answer(query: string, method = "GET"): Promise<{ status: number | undefined; html: string }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", path: `/blog/search/${query}`, method }, (response) => {
      let html = "";
      response.setEncoding("utf8").on("data", (part: string) => (html += part));
      response.on("end", () => resolve({ status: response.statusCode, html }));
    }).on("error", reject);
  });
}
const asked = async (words: string) => (await answer(`?q=${encodeURIComponent(words)}`)).html;

/** The elements of a page, as a browser would make them. */
function elements(html: string): Element[] {
  const below = (node: DefaultTreeAdapterTypes.ParentNode): Element[] =>
    node.childNodes.flatMap((child) => ("tagName" in child ? [child, ...below(child)] : []));
  return below(parse(html));
}

/** Where the findings of a page lead. */
function paths(html: string): string[] {
  const list = /<ol class="lines">(.*?)<\/ol>/su.exec(html)?.[1] ?? "";
  return [...list.matchAll(/<a href="([^"]*)"/gu)].map(([, path = ""]) => path);
}

test("a post is found by the beginning of its words, and by words with particles that it does not have", async () => {
  for (const words of ["테크핀", "핀테크", "초개인화", "초개인화에서는", "빅데이터로 핀테크"]) {
    const html = await asked(words);
    assert.ok(
      paths(html).some((path) => path.endsWith("/테크핀/")),
      words,
    );
    assert.match(html, /<mark>/u, words);
    assert.ok(html.includes(`name="q" value="${words}"`), words);
  }
  assert.deepEqual(paths(await asked("없을수밖에없는말")), []);
});

test("the answer is the site's own page, filled, and the static one stands without an answerer", async () => {
  const page = readFileSync(join(dist, "search/index.html"), "utf8");
  assert.equal((await answer("")).html, page);
  assert.match(page, /<meta name="robots" content="noindex/u);
  assert.match(page, /form-action 'self'/u);
  const filled = await asked("핀테크");
  assert.equal(filled.slice(0, 400), page.slice(0, 400));
  assert.doesNotMatch(filled, /<div id="found">/u);
  assert.doesNotMatch(readFileSync(join(dist, "sitemap-0.xml"), "utf8"), /\/search\//u);
  assert.match(
    page,
    /<link rel="search" type="application\/opensearchdescription\+xml" href="[^"]*\/blog\/opensearch.xml"/u,
  );
  assert.match(
    readFileSync(join(dist, "opensearch.xml"), "utf8"),
    /template="https:\/\/user\.example\/blog\/search\/\?q=\{searchTerms\}"/u,
  );
});

test("hostile queries get an empty page, and nothing of them becomes HTML", async () => {
  const hostile = [
    "<script>alert(1)</script>",
    '" onfocus="alert(1)',
    "$& $` $' $1",
    '"',
    '""*',
    "a OR",
    "NEAR(",
    "title:x",
    "-",
    "*",
    "^",
    "(((",
    "AND NOT",
    "'; DROP TABLE posts; --",
    "\u0000\u0001\u0002",
    "\ud800",
    "가".repeat(5000),
    "a ".repeat(2000),
  ];
  for (const words of hostile) {
    const { status, html } = await answer(`?q=${encodeURIComponent(words.toWellFormed())}`);
    assert.equal(status, 200, words.slice(0, 40));
    const odd = elements(html).filter(
      ({ tagName, attrs }) =>
        attrs.some(({ name }) => name.startsWith("on")) ||
        (tagName === "script" && attrs[0]?.value !== "application/ld+json"),
    );
    assert.deepEqual(odd, [], words.slice(0, 40));
    assert.equal(html.split("</html>").length, 2);
  }
  for (const query of [
    "?q=%",
    "?q=%ff%fe",
    "?q=가&page=-1",
    "?q=a&page=99999",
    "?q=a&page=1e9",
    "?q[]=a",
    "?&&&=",
    "??q=a",
  ])
    assert.equal((await answer(query.replace("가", "%EA%B0%80"))).status, 200, query);
  assert.equal((await answer("?q=a", "POST")).status, 405);
});

test("no word of a draft or of a post of the future is found", async () => {
  assert.match(readFileSync(join(folder, "src/content/posts/묵은/초안.md"), "utf8"), /묵은-초안-표지-51be/u);
  assert.deepEqual(paths(await asked("묵은-초안-표지-51be")), []);
});

test("many findings are paged", async () => {
  const first = await asked("되풀이말");
  assert.equal(paths(first).length, 20);
  assert.match(first, /<a href="\?q=[^"]*&amp;page=2" rel="next"/u);
  const second = await answer(`?q=${encodeURIComponent("되풀이말")}&page=2`);
  assert.equal(paths(second.html).length, 5);
  assert.ok(paths(second.html).every((path) => !paths(first).includes(path)));
});

test("servers send searches to the answerer, and a site without has neither page nor index", () => {
  const conf = (name: string) => readFileSync(join(folder, ".seogo/server", name), "utf8");
  assert.match(conf("nginx-server.conf"), /location = \/blog\/search\/ \{ proxy_pass http:\/\/127\.0\.0\.1:8098;/u);
  assert.match(conf("site.caddy"), /reverse_proxy @seogo_search 127\.0\.0\.1:8098/u);
  assert.ok(existsSync(join(folder, ".seogo/server/search.sqlite")));
});
