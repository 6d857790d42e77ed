import assert from "node:assert/strict";
import { contentPolicy } from "#model/content-policy.ts";
import { type Answer, ask } from "./request.ts";

/** Whose pictures the small site shows. */
export const shownFrom: readonly string[] = ["http://b.example:8080", "https://a.example"];

/** What servers' files could read as a variable, a block, an end or an escape; also where words of a key end. */
export const oddPaths: readonly string[] = [
  "$host",
  "$가격 $http_x $uri$",
  "{uri}{$HOME}",
  'a"b; return 200 "x',
  "a\\b\\",
  "a;b#c?d",
  "~^x*:name",
  "it's `b` (c) [d] |^",
  "50% &amp; <b>",
];

/** An address in Hangul. */
export const hangul = encodeURI("/posts/한글-주소/");

/** Addresses that moved answer 301. */
export async function redirects(port: number): Promise<void> {
  const table = [
    [encodeURI("/옛 글/"), hangul],
    [encodeURI("/옛 글"), hangul],
    [`${encodeURI("/옛 글")}.html`, hangul],
    ["/post/old/", "/tags/.net/"],
    ["/index.xml", "/rss.xml"],
    ["/feed/", "/rss.xml"],
    ["/feed", "/rss.xml"],
    ["/tags/.net/index.xml", "/tags/.net/rss.xml"],
  ];
  for (const [from = "", to] of table) {
    const answer = await ask(port, from);
    assert.equal(answer.status, 301, from);
    assert.equal(pathOf(answer), to, from);
  }
}

/** What an address asks for behind its question mark is kept where it leads. */
export async function queries(port: number): Promise<void> {
  for (const query of ["", "?", "?utm_source=%EB%B0%B0&a=$host{uri}", "?a=?b"]) {
    const { status, headers: sent } = await ask(port, `/feed/${query}`);
    assert.deepEqual([status, sent.location], [301, `/rss.xml${query.length > 1 ? query : ""}`], query);
  }
  assert.match(
    String((await ask(port, "/tags/.net/index.xml?a=1")).headers.location),
    /\/tags\/\.net\/rss\.xml\?a=1$/u,
  );
}

/** Letter case counts. */
export async function letterCase(port: number): Promise<void> {
  const table: [from: string, status: number, to?: string][] = [
    ["/Tags/.NET/", 301, "/tags/.net/"],
    ["/tags/.net/", 200],
    ["/Alpha/", 301, hangul],
    ["/alpha/", 301, "/tags/.net/"],
    ["/alpha.html", 301, "/tags/.net/"],
    ["/ALPHA/", 404],
    ["/POST/old/", 404],
    ["/tags/node.js/", 200],
  ];
  for (const [from, status, to] of table) {
    const answer = await ask(port, from);
    assert.deepEqual([answer.status, pathOf(answer)], [status, to], from);
  }
}

/** No sign of an address is read as a server's own. */
export async function oddRedirects(port: number, literalStars: boolean): Promise<void> {
  for (const path of oddPaths.filter((odd) => literalStars || !/[*:]/u.test(odd))) {
    const [from, to] = [asSegment(`from-${path}`), asSegment(`to-${path}`).replaceAll("$", "%24")];
    for (const form of [`/${from}/`, `/${from}`, `/${from}.html`]) {
      const { status, headers: sent } = await ask(port, form, { x: "injected" });
      assert.deepEqual([status, sent.location], [301, `/${to}/`], form);
    }
  }
  for (const path of ["/a%0A/a%0A//evil.example/%0A/a", "/=%0A/a%0A//evil.example/%0A/a", "/%0A=%0Aa%0Ab%0Aa"]) {
    const { status, headers: sent } = await ask(port, path);
    assert.ok(status === 404 || (status === 307 && /^\/[^/]/u.test(sent.location ?? "")), `${path}: ${status}`);
  }
}

/** As browsers send it: what a path cannot hold in percent codes, the rest as it is. */
function asSegment(text: string): string {
  return encodeURI(text).replace(/[?#']/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Addresses taken back answer with this status. */
export async function takenBack(port: number, status: number): Promise<void> {
  for (const path of [
    encodeURI("/posts/거둔 글/"),
    encodeURI("/posts/거둔 글"),
    "/2019/old.html",
    "/Tags/node.js/",
    "/2020/$old;/",
  ]) {
    const first = await ask(port, path);
    // Cloudflare leads to its own spelling of an address first, also where nothing stands.
    const answer = first.status === 307 ? await ask(port, first.headers.location ?? "") : first;
    assert.equal(answer.status, status, path);
    assert.match(answer.body.toString(), /없는 화면/u, path);
    assert.match(answer.headers["content-type"] ?? "", /^text\/html/u);
    assert.equal(answer.headers["content-security-policy"], contentPolicy(shownFrom), path);
  }
}

/** The path where an answer leads, encoded. */
export function pathOf(answer: Answer): string | undefined {
  const location = answer.headers.location;
  return location === undefined
    ? undefined
    : encodeURI(decodeURI(new URL(Buffer.from(location, "latin1").toString(), "http://localhost").pathname));
}
