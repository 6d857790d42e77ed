import assert from "node:assert/strict";
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readSite } from "#guards/read-site.ts";
import { temporaryFolder, write } from "./temporary.ts";

const page = (body: string) =>
  `<!doctype html><html lang="ko"><title>가</title><a href="/가/">가</a><a href="/가/">가</a>${body}</html>`;

test("facts kept are the facts read, after any change, and a damaged cache is read past", (context) => {
  const folder = temporaryFolder(context);
  const [site, cache] = [join(folder, "site"), join(folder, "guards.json")];
  const same = () => assert.deepEqual(readSite(site, cache), readSite(site));
  write(site, { "index.html": page(""), "가/index.html": page("<p onclick=1>"), "a.css": "a{}", "b.svg": "<svg/>" });
  same();
  same();
  write(site, { "index.html": page("<script>1</script>"), "다/index.html": page("<img src=/x.png>") });
  same();
  rmSync(join(site, "가"), { recursive: true });
  same();
  for (const damaged of [
    "",
    "{}",
    readFileSync(cache, "utf8").replace("onclick", "onclack"),
    readFileSync(cache, "utf8").slice(0, -9),
  ]) {
    writeFileSync(cache, damaged);
    same();
  }
});

test("a file rewritten with the same size and time set back is read again", (context) => {
  const folder = temporaryFolder(context);
  const [site, cache] = [join(folder, "site"), join(folder, "guards.json")];
  write(site, { "index.html": page("<p class=a>") });
  readSite(site, cache);
  const { atime, mtime } = statSync(join(site, "index.html"));
  write(site, { "index.html": page("<p onclick>") });
  utimesSync(join(site, "index.html"), atime, mtime);
  assert.equal(readSite(site, cache).get("index.html")?.signs.length, 1);
});

test("pages share what they refer to, each once", (context) => {
  const folder = temporaryFolder(context);
  write(folder, { "a.html": page(""), "b.html": page("") });
  const [a, b] = [...readSite(folder).values()].map((file) => file.page?.references);
  assert.equal(a?.length, 1);
  assert.equal(a?.[0], b?.[0]);
});
