import assert from "node:assert/strict";
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { codeVersion } from "#cache/version.ts";
import { cachedFacts } from "#tools/prove/facts-cache.ts";
import { readSite } from "#tools/prove/read-site.ts";
import { sharing } from "#tools/prove/element-facts.ts";
import { filesIn } from "#tools/prove/site-files.ts";
import { temporaryFolder, write } from "./temporary.ts";

const page = (body: string) =>
  `<!doctype html><html lang="ko"><title>가</title><a href="/가/">가</a><a href="/가/">가</a>${body}</html>`;

const cutShort = (text: string) => text.slice(0, -9);

test("facts kept are the facts read, after any change, and a damaged cache is read past", (context) => {
  const folder = temporaryFolder(context);
  const [site, cache] = [join(folder, "site"), join(folder, "guards")];
  const same = () => assert.deepEqual(readSite(site, cache), readSite(site));
  write(site, { "index.html": page(""), "가/index.html": page("<p onclick=1>"), "a.css": "a{}", "b.svg": "<svg/>" });
  same();
  same();
  write(site, { "index.html": page("<script>1</script>"), "다/index.html": page("<img src=/x.png>") });
  same();
  rmSync(join(site, "가"), { recursive: true });
  same();
  for (const damage of [() => "", () => "{}", (text: string) => text.replace("onclick", "onclack"), cutShort]) {
    for (const name of filesIn(cache))
      writeFileSync(join(cache, name), damage(readFileSync(join(cache, name), "utf8")));
    same();
  }
});

test("an edit adds the facts of few files, until so many no longer count that all are written anew", (context) => {
  const folder = temporaryFolder(context);
  const [site, cache] = [join(folder, "site"), join(folder, "guards")];
  const sizeOf = () => filesIn(cache).reduce((sum, name) => sum + statSync(join(cache, name)).size, 0);
  for (let index = 0; index < 100; index += 1) write(site, { [`${index}/index.html`]: page("") });
  readSite(site, cache);
  const [before, files] = [sizeOf(), filesIn(cache)];
  const first = join(cache, files[0] ?? "");
  const { ino } = statSync(first);
  write(site, { "7/index.html": page("<p>고침</p>") });
  rmSync(join(site, "8"), { recursive: true });
  readSite(site, cache);
  assert.ok(sizeOf() > before && sizeOf() < before * 1.05);
  assert.deepEqual([filesIn(cache).length, statSync(first).ino], [files.length + 1, ino]);
  for (let edit = 0; edit < 120; edit += 1) {
    write(site, { [`${edit % 9}/index.html`]: page(`<p>${edit}</p>`) });
    assert.deepEqual(
      readSite(site, cache).get(`${edit % 9}/index.html`),
      readSite(join(site, `${edit % 9}`)).get("index.html"),
    );
    assert.ok(sizeOf() < before * 1.8);
  }
  assert.deepEqual(readSite(site, cache), readSite(site));
});

test("a batch that is torn, changed or lost loses only what it and later ones would have told", (context) => {
  const folder = temporaryFolder(context);
  const [site, cache] = [join(folder, "site"), join(folder, "guards")];
  for (let index = 0; index < 30; index += 1) write(site, { [`${index}/index.html`]: page("") });
  readSite(site, cache);
  const [first = ""] = filesIn(cache);
  for (const edit of [1, 2, 3]) {
    write(site, { "7/index.html": page(`<p>${edit}</p>`) });
    readSite(site, cache);
  }
  assert.equal(cachedFacts(cache, sharing()).batches, 4);
  const second = join(cache, first.replace("-0.", "-1."));
  for (const damage of [(text: string) => text.slice(0, 70), (text: string) => text.replace("가", "나")]) {
    writeFileSync(second, damage(readFileSync(second, "utf8")));
    assert.deepEqual([cachedFacts(cache, sharing()).facts.size, cachedFacts(cache, sharing()).batches], [30, 1]);
    assert.deepEqual(readSite(site, cache), readSite(site));
    assert.deepEqual(readSite(site, cache), readSite(site));
  }
  rmSync(second);
  assert.deepEqual(readSite(site, cache), readSite(site));
});

test("a file rewritten with the same size and time set back is read again", (context) => {
  const folder = temporaryFolder(context);
  const [site, cache] = [join(folder, "site"), join(folder, "guards")];
  write(site, { "index.html": page("<p class=a>") });
  readSite(site, cache);
  const { atime, mtime } = statSync(join(site, "index.html"));
  write(site, { "index.html": page("<p onclick>") });
  utimesSync(join(site, "index.html"), atime, mtime);
  assert.equal(readSite(site, cache).get("index.html")?.signs.length, 1);
});

test("facts that other code took are taken anew, and what takes them has a version of its own", (context) => {
  const folder = temporaryFolder(context);
  const [site, cache] = [join(folder, "site"), join(folder, "guards")];
  write(site, { "index.html": page("") });
  readSite(site, cache);
  assert.equal(cachedFacts(cache, sharing()).facts.size, 1);
  const [name = ""] = filesIn(cache);
  const ours = codeVersion(join(import.meta.dirname, "../.."), "proof");
  assert.ok(name.startsWith(ours));
  renameSync(join(cache, name), join(cache, name.replace(ours, `${ours.slice(1)}0`)));
  assert.equal(cachedFacts(cache, sharing()).facts.size, 0);
  readSite(site, cache);
  assert.deepEqual(filesIn(cache), [name]);
  write(folder, { "tools/prove/links.ts": "1" });
  const before = codeVersion(folder, "proof");
  write(folder, { "tools/prove/links.ts": "2" });
  assert.notEqual(codeVersion(folder, "proof"), before);
});

test("pages share what they refer to, each once", (context) => {
  const folder = temporaryFolder(context);
  write(folder, { "a.html": page(""), "b.html": page("") });
  const [a, b] = [...readSite(folder).values()].map((file) => file.page?.references);
  assert.equal(a?.length, 1);
  assert.equal(a?.[0], b?.[0]);
});

test("what an owner adds beside the site, and variables that pages show, make another site; photos do not", (context) => {
  const folder = temporaryFolder(context);
  const version = () => codeVersion(folder, "site");
  const seen = new Set([version()]);
  for (const [file, text] of [
    [".env", "PUBLIC_NAME=가"],
    [".env", "PUBLIC_NAME=나"],
    [".env.production", "PUBLIC_NAME=다"],
    ["notes/쪽지.md", "쪽지"],
    ["data/책.yaml", "- 책"],
    ["data/책.yml", "- 책"],
    ["data/책.toml", "[책]"],
    ["data/책.csv", "책"],
    ["data/책.txt", "책"],
    ["data/책.json", "[]"],
    ["lib/a.mjs", "1"],
    ["lib/a.tsx", "1"],
    ["lib/a.mdx", "1"],
    ["lib/a.astro", "1"],
    ["lib/a.css", "a {}"],
  ] as const) {
    write(folder, { [file]: text });
    assert.ok(!seen.has(version()), `${file}: ${text}`);
    seen.add(version());
  }
  const before = version();
  write(folder, { "photos/a.jpg": "x", ".git/config": "x" });
  assert.equal(version(), before);
  for (const name of ["PUBLIC_SEOGO_TEST", "SEOGO_TEST"]) context.after(() => delete process.env[name]);
  process.env["SEOGO_TEST"] = "1";
  assert.equal(version(), before);
  process.env["PUBLIC_SEOGO_TEST"] = "1";
  assert.notEqual(version(), before);
});
