import assert from "node:assert/strict";
import { test } from "node:test";
import { siteSchema } from "#model/site.ts";
import { askFolder } from "#tools/publish/ask.ts";
import { redirectPage } from "#tools/publish/server-files.ts";
import { verify } from "#tools/publish/verify.ts";
import { temporaryFolder, write } from "./temporary.ts";

const site = siteSchema.parse({ address: "https://user.example/blog/", title: "집", outputs: { feeds: [] } });
const page = (path: string) =>
  `<!doctype html><html lang="ko"><head><link rel="canonical" href="${new URL(`.${path}`, site.address).href}"></head></html>`;
const moved = (from: string, to: string) => redirectPage({ from, to }, site);

test("an old address leads to a page in one step, by a redirect or by the small page of ours; the map lists none", async (context) => {
  const folder = temporaryFolder(context);
  write(folder, {
    "rss.xml": '<rss version="2.0"></rss>',
    "글/index.html": page("/글/"),
    "옛/index.html": moved("/옛/", "/글/"),
    "두-번/index.html": moved("/두-번/", "/옛/"),
    "밖/index.html": moved("/밖/", "/글/").replaceAll("/blog/", "https://x.example/"),
    _redirects: `/blog/r/ ${encodeURI("/blog/글/")} 301\n/blog/none/ /blog/nothing/ 301\n`,
  });
  const faultsOf = async (listed: readonly string[], paths: readonly string[]) =>
    (await verify({ site, ask: askFolder(folder, site), gone: new Set(), listed: new Set(listed) }, paths))
      .map(({ code, page: at, values }) => `${code} ${at} ${Object.values(values).join(" ")}`)
      .sort();
  assert.deepEqual(await faultsOf(["/글/"], ["/글/", "/옛/", "/r/"]), []);
  assert.deepEqual(await faultsOf([], ["/두-번/", "/밖/", "/none/", "/lost/"]), [
    "verify-redirect /none/ /nothing/ 404",
    "verify-redirect /두-번/ /옛/ 200",
    "verify-redirect /밖/ https://x.example/글/ ?",
    "verify-status /lost/ 404",
  ]);
  assert.deepEqual(await faultsOf(["/옛/"], ["/옛/"]), ["verify-redirect /옛/ /글/ 200"]);
});

test("a page names its own address, as HTML writes it or not; another's is named", async (context) => {
  const folder = temporaryFolder(context);
  const escaped = (html: string, and: string) => html.replaceAll("&", and);
  write(folder, {
    "rss.xml": '<rss version="2.0"></rss>',
    "a&b/index.html": escaped(page("/a&b/"), "&amp;"),
    "c&d/index.html": escaped(page("/c&d/"), "&#38;"),
    "e&f/index.html": page("/e/"),
  });
  const paths = ["/a&b/", "/c&d/", "/e&f/"];
  const ask = askFolder(folder, site);
  const faults = await verify({ site, ask, gone: new Set(), listed: new Set(paths) }, paths);
  assert.deepEqual(
    faults.map(({ code, page: at }) => `${code} ${at ?? ""}`),
    ["verify-canonical /e&f/"],
  );
});

test("a page that answers where a post was taken back is named; a missing one is right", async (context) => {
  const folder = temporaryFolder(context);
  write(folder, { "rss.xml": '<rss version="2.0"></rss>', "거둔/index.html": page("/거둔/") });
  const gone = new Set(["/거둔/", "/없는/"]);
  const faults = await verify({ site, ask: askFolder(folder, site), gone, listed: new Set() }, [...gone]);
  assert.deepEqual(
    faults.map(({ code, page: at }) => `${code} ${at ?? ""}`),
    ["verify-gone /거둔/"],
  );
});

test("what a host leaves out of its headers is told once for a page", async (context) => {
  const folder = temporaryFolder(context);
  write(folder, { "rss.xml": '<rss version="2.0"></rss>', "글/index.html": page("/글/") });
  const answers = askFolder(folder, site);
  const ask = async (path: string) => ({ ...(await answers(path)), headers: new Headers() });
  const faults = await verify({ site, ask, gone: new Set(), listed: new Set() }, ["/글/"]);
  assert.deepEqual(faults.map(({ code, page: at }) => `${code} ${at ?? ""}`).sort(), [
    "verify-header /rss.xml",
    "verify-header /글/",
  ]);
  assert.match(String(faults[0]?.values["name"]), /^Content-Security-Policy, .*Cross-Origin-Opener-Policy$/u);
});
