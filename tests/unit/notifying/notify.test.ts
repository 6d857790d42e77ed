import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { defineSite } from "#model/site.ts";
import { notify } from "#tools/notify/notify.ts";
import { changedAddresses, keyPath, notices } from "#outputs/search-engines.ts";
import type { MapLine } from "#outputs/map-file.ts";
import { type StandIn, standIn } from "./stand-in.ts";

const key = "seogo-0123456789abcdef";
const site = defineSite({ address: "https://seogo.example/blog/", indexNowKey: key });
const declared = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A site's map with pages and their dates. */
function files(pages: Readonly<Record<string, string>>) {
  const lines = Object.entries(pages).map(
    ([path, date]) => `<url><loc>https://seogo.example/blog${encodeURI(path)}</loc><lastmod>${date}</lastmod></url>`,
  );
  const known: Readonly<Record<string, string>> = {
    "sitemap-index.xml": `<sitemapindex ${declared}><sitemap><loc>https://seogo.example/blog/sitemap-0.xml</loc></sitemap></sitemapindex>`,
    "sitemap-0.xml": `<urlset ${declared}>${lines.join("")}</urlset>`,
  };
  return async (path: string) => {
    const text = known[path.slice(1)];
    return { status: text === undefined ? 404 : 200, bytes: Buffer.from(text ?? "") };
  };
}

const folder = mkdtempSync(join(tmpdir(), "seogo-notify-"));
after(() => rmSync(folder, { recursive: true }));

/** A file for a record, with the lines that it keeps. */
function memory(kept?: readonly MapLine[]): string {
  const file = join(folder, randomUUID());
  if (kept) writeFileSync(file, JSON.stringify(kept));
  return file;
}
const keptIn = (file: string) => (existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as MapLine[]) : undefined);

const old = files({ "/": "2020-01-01", "/글/": "2020-01-01", "/사라질-글/": "2020-01-01", "/그대로/": "2020-01-01" });
const fresh = files({ "/": "2021-01-01", "/글/": "2020-01-01", "/새-글/": "2021-01-01", "/그대로/": "2020-01-01" });
const nothing = async () => ({ status: 404, bytes: new Uint8Array() });

const expected = ["/", "/사라질-글/", "/새-글/"].map((path) => `https://seogo.example/blog${encodeURI(path)}`);

async function run(engines: readonly StandIn[], fields: Partial<Parameters<typeof notify>[0]>) {
  const [said, failures]: [string[], string[]] = [[], []];
  const say = (line: string, well: boolean) => (well ? said : failures).push(line);
  const request = {
    site,
    published: old,
    built: fresh,
    record: memory(),
    endpoints: engines.map(({ endpoint }) => endpoint),
  };
  const well = await notify({ ...request, send: false, language: "ko", say, ...fields });
  for (const { close } of engines) close();
  assert.equal(failures.length === 0, well);
  return { well, said: said.join("\n"), failures: failures.join("\n") };
}

const published = (location: string) => (location === `https://seogo.example/blog/${key}.txt` ? key : undefined);

test("before an upload it tells nobody, even when asked, and keeps the published map", async () => {
  const record = memory();
  const [dry, early] = [await standIn(published), await standIn(published)];
  const first = await run([dry], { record });
  assert.ok(first.well && first.said.includes("/blog/새-글/") && !first.said.includes("그대로"));
  assert.equal(keptIn(record)?.length, 4);
  assert.equal((await run([early], { record, send: true })).well, false);
  assert.deepEqual([...dry.taken, ...early.taken], []);
});

test("what is said tells a published site from one that waits for its upload, of which alone the map is kept", async () => {
  const [waiting, ready] = [memory(), memory()];
  assert.match((await run([], { record: waiting })).said, /사이트를 올린 뒤/u);
  assert.match((await run([], { record: waiting, published: fresh })).said, /않았습니다\. npm run notify/u);
  assert.equal(keptIn(waiting)?.length, 4);
  await run([], { record: ready, published: fresh });
  assert.equal(keptIn(ready), undefined);
});

test("after the upload it tells every engine the changed addresses alone, once", async () => {
  const record = memory();
  await run([], { record });
  const engines = [await standIn(published), await standIn(published, 202)];
  assert.equal((await run(engines, { record, published: fresh, send: true })).well, true);
  for (const { taken } of engines) {
    assert.deepEqual(taken, [
      {
        host: "seogo.example",
        key,
        keyLocation: `https://seogo.example/blog/${key}.txt`,
        urlList: expected.toSorted(),
      },
    ]);
  }
  const again = await standIn(published);
  assert.equal((await run([again], { record, published: fresh, send: true })).well, true);
  assert.deepEqual(again.taken, []);
});

test("an engine that refuses fails the command and is told again; the others are told all the same", async () => {
  for (const status of [400, 403, 422, 429, 500]) {
    const record = memory([]);
    const [refusing, willing] = [await standIn(published, status), await standIn(published)];
    const { well, failures } = await run([refusing, willing], { record, published: fresh, send: true });
    assert.equal(well, false);
    assert.match(failures, new RegExp(`✗ .* — ${status} `, "u"));
    assert.equal(willing.taken.length, 1);
    assert.notEqual(keptIn(record), undefined);
  }
  const gone = await standIn(published);
  gone.close();
  const { failures } = await run([gone], { record: memory([]), published: fresh, send: true });
  assert.match(failures, /닿지 않습니다: .*ECONNREFUSED/u);
});

test("without a build, or without a key, it says what to do", async () => {
  assert.match((await run([], { built: nothing })).failures, /npm run build/u);
  const keyless = defineSite({ address: "https://seogo.example/blog/" });
  const answer = await run([], { site: keyless, record: memory([]), published: fresh, send: true });
  assert.ok(!answer.well && answer.failures.includes("indexNowKey"));
  assert.ok((await run([], { published: nothing })).said.includes("4개"));
});

test("what changed is what is new, gone, or dated differently", () => {
  const line = (loc: string, lastmod?: string) => ({ loc, ...(lastmod && { lastmod }) });
  const before = [line("a", "1"), line("b", "1"), line("c"), line("d")];
  const after = [line("a", "1"), line("b", "2"), line("c", "1"), line("e")];
  assert.deepEqual(changedAddresses(before, after), ["b", "c", "d", "e"]);
  assert.deepEqual(changedAddresses(after, after), []);
});

test("no request holds more than 10,000 addresses, nor another host's", () => {
  const addresses = Array.from({ length: 20_001 }, (_, number) => `https://seogo.example/blog/${number}/`);
  const all = notices(site, key, [...addresses, "https://other.example/"]);
  assert.deepEqual(
    all.map(({ urlList }) => urlList.length),
    [10_000, 10_000, 1],
  );
  assert.equal(keyPath(key), `/${key}.txt`);
});
