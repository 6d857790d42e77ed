import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { defineSite } from "#model/site.ts";
import { askFolder, askHost, mapLines } from "#tools/publish/ask.ts";
import { temporaryFolder, write } from "./temporary.ts";

test("a folder answers as a host that reads its redirects", async (context) => {
  const site = defineSite({ address: "https://site.example/blog/", title: "집" });
  const folder = temporaryFolder(context);
  assert.equal((await askFolder(folder, site)("/옛/")).status, 404);
  const moved = `${encodeURI("/blog/옛/")} ${encodeURI("/blog/새/")} 301`;
  write(folder, { "index.html": "집", "새/index.html": "글", "a.css": "b", _redirects: `# 옮긴 주소\n${moved}\n` });
  const ask = askFolder(folder, site);
  const seen = async (path: string) => {
    const { status, to, bytes } = await ask(path);
    return [status, to, Buffer.from(bytes).toString()];
  };
  assert.deepEqual(await seen("/"), [200, undefined, "집"]);
  assert.deepEqual(await seen("/새/"), [200, undefined, "글"]);
  assert.deepEqual(await seen("/a.css"), [200, undefined, "b"]);
  assert.deepEqual(await seen("/옛/"), [301, "/새/", ""]);
  assert.deepEqual(await seen("/새"), [404, undefined, ""]);
});

test("a host is asked as a stranger would, and says where an address leads", async (context) => {
  const server = createServer(({ url = "", headers }, answer) => {
    const to = { "/blog/a/": "../%EA%B8%80/", "/blog/b/": "https://other.example/%EA%B8%80/" }[url];
    answer.writeHead(to ? 301 : 200, { ...(to && { location: to }), "x-agent": headers["user-agent"] });
    answer.end(decodeURI(url));
  }).listen(0, "127.0.0.1");
  context.after(() => server.close());
  await once(server, "listening");
  const home = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/blog/`;
  const seen = async (path: string, redirect?: "follow") => {
    const { status, to, bytes, headers } = await askHost(home, redirect)(path);
    return [status, to, Buffer.from(bytes).toString(), headers?.get("x-agent")];
  };
  const agent = `Seogo (+${home})`;
  assert.deepEqual(await seen("/글/"), [200, undefined, "/blog/글/", agent]);
  assert.deepEqual(await seen("/a/"), [301, "/글/", "/blog/a/", agent]);
  assert.deepEqual(await seen("/a/", "follow"), [200, undefined, "/blog/글/", agent]);
  assert.deepEqual(await seen("/b/"), [301, "https://other.example/%EA%B8%80/", "/blog/b/", agent]);
  // A port that no browser asks, so that nothing can answer.
  await assert.rejects(askHost("http://127.0.0.1:1/")("/글/"), { name: "Failure", message: /\/글\/.*bad port/u });
});

test("a map is read with all its parts; one that is not there yet is none, and a host that fails has no map to tell", async () => {
  const site = { address: "https://site.example/blog/" };
  const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
  const index = (...names: string[]) =>
    `<sitemapindex ${space}>${names.map((name) => `<sitemap><loc>${site.address}${name}</loc></sitemap>`).join("")}</sitemapindex>`;
  const part = (path: string) => `<urlset ${space}><url><loc>${site.address}${path}</loc></url></urlset>`;
  const found = (files: Readonly<Record<string, string | number>>) =>
    mapLines(async (path) => {
      const file = files[path] ?? 404;
      return typeof file === "number"
        ? { status: file, bytes: Buffer.alloc(0) }
        : { status: 200, bytes: Buffer.from(file) };
    }, site);
  const whole = { "/sitemap-index.xml": index("sitemap-0.xml", "sitemap-1.xml"), "/sitemap-0.xml": part("a/") };
  const lines = await found({ ...whole, "/sitemap-1.xml": part("b/") });
  assert.deepEqual(
    lines?.map(({ loc }) => loc),
    [`${site.address}a/`, `${site.address}b/`],
  );
  for (const none of [404, 410]) assert.equal(await found({ "/sitemap-index.xml": none }), undefined);
  await assert.rejects(found({ "/sitemap-index.xml": 503 }), { name: "Failure", message: /503/u });
  await assert.rejects(found(whole), {
    name: "Failure",
    message: /sitemap-1\.xml[\s\S]*404|404[\s\S]*sitemap-1\.xml/u,
  });
});
