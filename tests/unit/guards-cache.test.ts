import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { codeVersion } from "#cache/version.ts";
import { cachedFacts } from "#tools/prove/facts-cache.ts";
import { readSite } from "#tools/prove/read-site.ts";
import { sharing } from "#tools/prove/references.ts";
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
  const [before, number] = [sizeOf(), statSync(join(cache, "facts")).ino];
  write(site, { "7/index.html": page("<p>고침</p>") });
  rmSync(join(site, "8"), { recursive: true });
  readSite(site, cache);
  assert.ok(sizeOf() > before && sizeOf() < before * 1.05);
  assert.equal(statSync(join(cache, "facts")).ino, number);
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

test("a line torn in the middle loses only what it would have told", (context) => {
  const folder = temporaryFolder(context);
  const [site, cache] = [join(folder, "site"), join(folder, "guards")];
  for (let index = 0; index < 30; index += 1) write(site, { [`${index}/index.html`]: page("") });
  readSite(site, cache);
  const whole = readFileSync(join(cache, "facts"), "utf8");
  write(site, { "7/index.html": page("<p>고침</p>") });
  readSite(site, cache);
  const longer = readFileSync(join(cache, "facts"), "utf8");
  for (const cut of [whole.length + 1, whole.length + 70, longer.length - 1]) {
    writeFileSync(join(cache, "facts"), longer.slice(0, cut));
    assert.equal(cachedFacts(cache, sharing()).facts.size, 30);
    assert.deepEqual(readSite(site, cache), readSite(site));
    assert.deepEqual(readSite(site, cache), readSite(site));
  }
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
  const body = readFileSync(join(cache, "facts"), "utf8").trimEnd().slice(65);
  const ours = codeVersion(join(import.meta.dirname, "../.."), "proof");
  for (const [version, size] of [
    [ours, 1],
    [`${ours.slice(1)}0`, 0],
  ]) {
    writeFileSync(join(cache, "facts"), `${hash("sha256", `${version}${body}`)} ${body}\n`);
    assert.equal(cachedFacts(cache, sharing()).facts.size, size);
  }
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
