import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { defineSite } from "#model/site.ts";
import { readContent } from "#reading/content.ts";
import { handedEntries, handEntries } from "#reading/handed-entries.ts";
import { keptBefore, readEntries } from "#reading/kept.ts";
import { renderEntries } from "#reading/rendering.ts";
import { isSameData } from "#reading/same-data.ts";
import { now, post, temporarySite } from "./temporary-site.ts";

const files = {
  "src/content/posts/가.md": post("tags: [핀테크]", "[나](나.md) ![그림](없음.png)\n"),
  "src/content/posts/나.md": post("b: 1\na: 2", "둘째 글입니다.\n"),
  "src/content/posts/다.md": post("", "<script>1</script>\n"),
};

function house(context: TestContext) {
  const root = temporarySite(context, files);
  const cacheDir = `${root}/.seogo`;
  const site = defineSite({});
  const run = async (pipeline = "1") =>
    renderEntries({ reading: await readContent({ root, site, now }), site, cacheDir, pipeline, prune: true });
  const put = (name: string, text: string) => writeFileSync(`${root}/src/content/posts/${name}`, text);
  return { cacheDir, run, put };
}

test("a run from memory gives the entries and says the problems of one that renders", async (context) => {
  const { cacheDir, run } = house(context);
  const first = await run();
  assert.ok(first.problems.length >= 2);
  const written = readFileSync(`${cacheDir}/entries.json`, "utf8");
  const second = await run();
  assert.deepEqual(second.problems, first.problems);
  assert.deepEqual(
    second.entries.map(({ text }) => text),
    first.entries.map(({ entry }) => JSON.stringify(entry)),
  );
  assert.equal(readFileSync(`${cacheDir}/entries.json`, "utf8"), written);
  assert.deepEqual(JSON.parse(written), JSON.parse(JSON.stringify(first.entries.map(({ entry }) => entry))));
});

test("an entry that did not change is taken as it was, one that did is written anew", async (context) => {
  const { cacheDir, run, put } = house(context);
  await run();
  const before = keptBefore(cacheDir).entries;
  put("라.md", post("tags: [핀 테크]"));
  put("마.md", post("tags: [핀 테크]"));
  const after = new Map((await run()).entries.map((one) => [one.entry.id, one]));
  assert.match(after.get("가")?.text ?? "", /"tags":\["핀 테크"\]/u);
  assert.equal(after.get("나")?.text, before.get("src/content/posts/나.md")?.text);
  assert.deepEqual([...keptBefore(cacheDir).entries.keys()].length, 5);
});

test("where one of the files is gone, cut or of another run, bodies are rendered again and nothing is lost", async (context) => {
  const { cacheDir, run, put } = house(context);
  const { problems } = await run();
  const [entries, kept] = ["entries.json", "kept.json"].map((name) => `${cacheDir}/${name}`) as [string, string];
  const whole = readFileSync(entries, "utf8");
  const old = readFileSync(kept, "utf8");
  const damages = [
    () => rmSync(kept),
    () => rmSync(entries),
    () => writeFileSync(kept, "{}"),
    () => writeFileSync(entries, whole.slice(0, whole.length >> 1)),
    () => writeFileSync(entries, JSON.stringify(JSON.parse(whole))),
  ];
  for (const damage of damages) {
    damage();
    assert.deepEqual((await run()).problems, problems);
    assert.equal(readFileSync(entries, "utf8"), whole);
  }
  put("다.md", post("", "고친 글\n"));
  await run();
  put("다.md", files["src/content/posts/다.md"]);
  writeFileSync(kept, old.replaceAll(/"[0-9a-f]{32}":\{"asked":\{"pictures":\[\],/gu, '"x":{"asked":{"pictures":[],'));
  assert.deepEqual((await run()).problems, problems);
});

test("entries are handed on within a process, and read from the file by another one", async (context) => {
  const { cacheDir, run } = house(context);
  const { entries } = await run();
  const handed = entries.map(({ entry }) => entry);
  assert.deepEqual(readEntries(cacheDir), handed);
  assert.equal(readEntries(cacheDir), handedEntries(cacheDir));
  handEntries(`${cacheDir}/other`, []);
  assert.equal(handedEntries(cacheDir), undefined);
  assert.deepEqual(readEntries(cacheDir), JSON.parse(JSON.stringify(handed)));
});

test("sameness of data is that of their JSON, keys in any order", () => {
  const data = fc.jsonValue({ maxDepth: 3 });
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : typeof value === "object" && value !== null
        ? Object.entries(value)
            .map(([key, inner]) => [key, sorted(inner)])
            .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
            .concat([["", "object"]])
        : value;
  const json = (value: unknown) => JSON.stringify(sorted(value));
  fc.assert(
    fc.property(data, data, (a, b) => {
      assert.ok(isSameData(a, structuredClone(a)));
      assert.equal(isSameData(a, b), json(a) === json(b));
    }),
  );
  for (const [a, b] of [
    [{ a: 1 }, { b: 1 }],
    [[1], { 0: 1 }],
    [{}, null],
    [[], {}],
    [{ a: { b: [1] } }, { a: { b: [2] } }],
    ["1", 1],
  ])
    assert.ok(!isSameData(a, b));
});
