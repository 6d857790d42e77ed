import assert from "node:assert/strict";
import { test } from "node:test";
import { contentPolicy, metaPolicy } from "#model/content-policy.ts";
import { originOf, pictureOrigins, remoteAddress } from "#model/remote-pictures.ts";
import { caddyHeaders, headersFile, nginxHeaders } from "#tools/publish/headers.ts";
import { post } from "./outputs/catalogue.ts";

const site = { address: "https://seogo.example/blog/" };
const hosts = (count: number, start = "https://i") => Array.from({ length: count }, (_, n) => `${start}${n}.example`);

function picturesIn(policy: string): string | undefined {
  return /img-src ([^;]*);/u.exec(policy)?.[1];
}

test("pictures come from the site alone, or from the origins it shows, or by scheme where those are many", () => {
  const table: [origins: string[], sources: string][] = [
    [[], "'self'"],
    [["https://i.imgur.com"], "'self' https://i.imgur.com"],
    [["http://a.kr:8080", "https:"], "'self' http://a.kr:8080 https://a.kr:8080 https:"],
    [["http://a.kr", "https:"], "'self' http://a.kr https:"],
    [hosts(40), `'self' ${hosts(40).join(" ")}`],
    [hosts(41), "'self' https:"],
    [[...hosts(40), "http://a.kr"], "'self' https: http:"],
    [hosts(30, `https://${"a".repeat(60)}`), "'self' https:"],
  ];
  for (const [origins, sources] of table) {
    assert.equal(picturesIn(contentPolicy(origins)), sources);
    assert.equal(picturesIn(metaPolicy(origins)), sources);
    const others = (policy: string) => policy.replace(/img-src [^;]*/u, "img-src 'self'");
    assert.equal(others(contentPolicy(origins)), contentPolicy([]));
    assert.ok(contentPolicy(origins).length < 1900);
  }
});

test("only what a policy can hold is named in it", () => {
  const table: [address: string, origin: string][] = [
    ["https://I.imgur.com:443/a.png", "https://i.imgur.com"],
    ["http://a.kr:81/", "http://a.kr:81"],
    ["https://한글.kr/", "https://xn--bj0bj06e.kr"],
    ["https://1.2.3.4/", "https://1.2.3.4"],
  ];
  const unnameable = [
    "https://[::1]/",
    "https://a_b.kr/",
    "https://a;script-src.kr/",
    'https://a"b$c.kr/',
    "http://a.kr./",
  ];
  for (const [address, origin] of table) assert.equal(originOf(remoteAddress(address) ?? ""), origin, address);
  for (const address of [
    "/a.png",
    "a.png",
    "http://",
    "https:///",
    "data:image/png,",
    "javascript:1",
    "ftp://a.kr/",
    ...unnameable,
  ])
    assert.equal(remoteAddress(address), undefined, address);
});

test("a site's origins are those of all bodies and covers, its own left out", () => {
  const entries = [
    post("가", { remoteOrigins: ["https://b.kr", "https://seogo.example"] }),
    post("나", {
      remoteOrigins: ["https://a.kr", "https://b.kr"],
      remoteImage: { url: "https://c.kr/x.png", alt: "" },
    }),
    post("다"),
  ];
  assert.deepEqual(pictureOrigins(entries, site), ["https://a.kr", "https://b.kr", "https://c.kr"]);
});

test("every host's headers state the same policy", () => {
  const policy = contentPolicy(["https://a.kr"]);
  const headed = { ...site, pictureOrigins: ["https://a.kr"] };
  for (const text of [headersFile(headed), nginxHeaders(headed), caddyHeaders(headed)])
    assert.ok(text.includes(policy));
  for (const text of [headersFile(site), nginxHeaders(site)]) assert.ok(text.includes(contentPolicy([])));
});
