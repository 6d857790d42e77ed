import assert from "node:assert/strict";
import { contentPolicy } from "#model/content-policy.ts";
import { compressed, type Encoding } from "./compressed.ts";
import { hangul, letterCase, oddRedirects, pathOf, queries, redirects, shownFrom, takenBack } from "./moves.ts";
import { ask } from "./request.ts";

/** What a kind of server can do; the rest every server must. */
export interface Abilities {
  /** Encodings for which it serves the compressed copies we wrote. */
  readonly encodings: readonly Encoding[];
  readonly ranges: boolean;
  /** Whether it answers `Last-Modified` and asks for it. */
  readonly dates: boolean;
  /** Whether caching depends on the status; Cloudflare's `_headers` know the address alone. */
  readonly cachingByStatus: boolean;
  /** Whether it answers that an address is gone; else it is missing. */
  readonly gone: boolean;
  /** Whether a star or a colon in an old address is itself; Cloudflare's `_redirects` can write neither. */
  readonly literalStars: boolean;
}

/** Named checks that hold for every server, each against the port where the small site is served. */
export function expectations({
  encodings,
  ranges,
  dates,
  cachingByStatus,
  gone,
  literalStars,
}: Abilities): [name: string, check: (port: number) => Promise<void>][] {
  return [
    ["addresses in Hangul, with dots and of folders answer", addresses],
    ["types are told", types],
    ["what is not there is a page with status 404", (port) => missing(port, cachingByStatus)],
    ["moved addresses answer 301", redirects],
    ["moved addresses keep what is asked behind a question mark", queries],
    [`addresses taken back answer ${gone ? "410" : "404"}`, (port) => takenBack(port, gone ? 410 : 404)],
    ["letter case counts", letterCase],
    ["no sign of an address is read as a server's own", (port) => oddRedirects(port, literalStars)],
    ["every answer carries the headers", headers],
    ["by the Observatory's rules the answers score 115 or more", observatory],
    ["nothing but GET and HEAD is answered", methods],
    ["caching follows the kind of file", caching],
    ...encodings.map((encoding): [string, (port: number) => Promise<void>] => [
      `${encoding} is served from the compressed copy`,
      (port) => compressed(port, encoding),
    ]),
    ["what has not changed is not sent again", (port) => conditional(port, dates)],
    ...(ranges ? ([["parts of a file are sent", partial]] as [string, typeof partial][]) : []),
    ["files for hosts and compressed copies are no addresses", unserved],
  ];
}

async function addresses(port: number): Promise<void> {
  for (const path of ["/", hangul, "/tags/.net/", "/tags/node.js/", "/?a=1"])
    assert.equal((await ask(port, path)).status, 200, path);
  const lower = await ask(port, hangul.toLowerCase());
  assert.ok(
    lower.status === 200 || (lower.status === 307 && pathOf(lower) === hangul),
    `lower case escapes: ${lower.status}`,
  );
  const bare = await ask(port, hangul.slice(0, -1));
  assert.ok([301, 307, 308].includes(bare.status), `without slash: ${bare.status}`);
  assert.equal(pathOf(bare), hangul);
}

async function types(port: number): Promise<void> {
  const table: [string, RegExp][] = [
    ["/", /^text\/html; charset=utf-8$/iu],
    [hangul, /^text\/html; charset=utf-8$/iu],
    ["/rss.xml", /^application\/xml; charset=utf-8$/iu],
    ["/tags/.net/rss.xml", /^application\/xml; charset=utf-8$/iu],
    ["/atom.xml", /^application\/xml; charset=utf-8$/iu],
    ["/feed.json", /^application\/feed\+json; charset=utf-8$/iu],
    ["/sitemap-index.xml", /^(?:text|application)\/xml/u],
    ["/assets/style.a1b2c3d4.css", /^text\/css/u],
    ["/favicon.svg", /^image\/svg\+xml/u],
    ["/pictures/a-0123456789.png", /^image\/png$/u],
    ["/robots.txt", /^text\/plain; charset=utf-8$/iu],
    [`${hangul}index.md`, /^text\/markdown; charset=utf-8$/iu],
  ];
  for (const [path, type] of table) assert.match((await ask(port, path)).headers["content-type"] ?? "", type, path);
}

async function missing(port: number, cachingByStatus: boolean): Promise<void> {
  for (const path of ["/none/", "/posts/none", encodeURI("/없는 글/"), "/assets/none.css"]) {
    const answer = await ask(port, path);
    assert.equal(answer.status, 404, path);
    assert.match(answer.body.toString(), /없는 화면/u, path);
    assert.match(answer.headers["content-type"] ?? "", /^text\/html/u);
    if (cachingByStatus) assert.doesNotMatch(answer.headers["cache-control"] ?? "", /immutable/u, path);
  }
}

async function headers(port: number): Promise<void> {
  for (const path of [
    "/",
    "/rss.xml",
    "/assets/style.a1b2c3d4.css",
    "/pictures/a-0123456789.png",
    "/none/",
    "/favicon.svg",
  ]) {
    const answer = await ask(port, path);
    assert.equal(answer.headers["content-security-policy"], contentPolicy(shownFrom), path);
    assert.equal(answer.headers["x-content-type-options"], "nosniff", path);
    assert.equal(answer.headers["x-frame-options"], "DENY", path);
    assert.match(answer.headers["strict-transport-security"] ?? "", /^max-age=\d{8,}$/u, path);
    assert.equal(answer.headers["referrer-policy"], "strict-origin-when-cross-origin", path);
    assert.equal(answer.headers["cross-origin-opener-policy"], "same-origin", path);
    assert.ok(answer.headers["permissions-policy"], path);
  }
}

/** Points as Mozilla's HTTP Observatory gives them (the published scoring table, read by hand): bonuses count from 90 on. */
async function observatory(port: number): Promise<void> {
  const { headers: sent } = await ask(port, "/");
  const csp = String(sent["content-security-policy"]);
  const [, age = "0"] = /max-age=(\d+)/u.exec(String(sent["strict-transport-security"])) ?? [];
  const lost = [
    /unsafe-(?:inline|eval)|(?:script|object|default)-src[^;]*(?:https?:|\*|data:)/u.test(csp) ||
    !csp.includes("default-src")
      ? 25
      : 0,
    Number(age) < 15_768_000 ? 20 : 0,
    sent["x-content-type-options"] === "nosniff" ? 0 : 5,
    sent["x-frame-options"] === "DENY" || csp.includes("frame-ancestors") ? 0 : 20,
    sent["set-cookie"] === undefined ? 0 : 20,
    sent["access-control-allow-origin"] === undefined ? 0 : 50,
  ];
  const won = [
    csp.startsWith("default-src 'none'") ? 10 : 0,
    csp.includes("frame-ancestors 'none'") ? 5 : 0,
    /^(?:no-referrer|same-origin|strict-origin(?:-when-cross-origin)?)$/u.test(String(sent["referrer-policy"])) ? 5 : 0,
  ];
  const base = lost.reduce((rest, points) => rest - points, 100);
  const score = base < 90 ? base : won.reduce((sum, points) => sum + points, base);
  assert.ok(score >= 115, `${score}: ${JSON.stringify(sent)}`);
}

async function methods(port: number): Promise<void> {
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "PATCH"])
    for (const path of ["/", "/rss.xml", "/none/"]) {
      const { status } = await ask(port, path, { ":method": method });
      assert.ok(status === 405 || (path === "/none/" && status === 404), `${method} ${path}: ${status}`);
    }
  const head = await ask(port, "/", { ":method": "HEAD" });
  assert.deepEqual([head.status, head.body.length], [200, 0]);
  for (const path of ["/%00", "/a%00b/"]) {
    const { status } = await ask(port, path);
    assert.ok(status === 400 || status === 404, `${path}: ${status}`);
  }
}

async function caching(port: number): Promise<void> {
  const value = async (path: string) => (await ask(port, path)).headers["cache-control"] ?? "";
  for (const path of ["/assets/style.a1b2c3d4.css", "/pictures/a-0123456789.png"])
    assert.equal(await value(path), "public, max-age=31536000, immutable");
  for (const path of ["/", hangul, "/robots.txt"])
    assert.match(await value(path), /^public, max-age=0, must-revalidate$/u, path);
  for (const path of ["/rss.xml", "/tags/.net/rss.xml", "/atom.xml", "/feed.json"])
    assert.equal(await value(path), "public, max-age=900", path);
}

async function conditional(port: number, dates: boolean): Promise<void> {
  for (const path of ["/", hangul, "/rss.xml", "/pictures/a-0123456789.png"]) {
    const { headers: first } = await ask(port, path);
    assert.ok(first.etag, path);
    const again = await ask(port, path, { "if-none-match": first.etag ?? "" });
    assert.equal(again.status, 304, path);
    assert.equal(again.body.length, 0);
    assert.equal((await ask(port, path, { "if-none-match": '"other"' })).status, 200, path);
    if (dates)
      assert.equal((await ask(port, path, { "if-modified-since": first["last-modified"] ?? "" })).status, 304, path);
  }
}

async function partial(port: number): Promise<void> {
  const path = "/pictures/a-0123456789.png";
  const whole = await ask(port, path);
  const part = await ask(port, path, { range: "bytes=100-199" });
  assert.equal(part.status, 206);
  assert.equal(part.headers["content-range"], "bytes 100-199/3000");
  assert.deepEqual(part.body, whole.body.subarray(100, 200));
  assert.equal((await ask(port, path, { range: "bytes=9000-" })).status, 416);
}

async function unserved(port: number): Promise<void> {
  for (const path of ["/_headers", "/_redirects"]) assert.equal((await ask(port, path)).status, 404, path);
}
