import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type TestContext, test } from "node:test";
import { defineSite } from "#model/site.ts";
import { readContent } from "#reading/content.ts";
import { bodyStore, readEntries } from "#reading/entry-store.ts";
import { renderedAgain, renderEntries } from "#reading/rendering.ts";
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
  const work = async () => ({
    reading: readContent({ root, site, now }),
    site,
    cacheDir,
    pipeline: "1",
    prune: true,
  });
  const run = async () => renderEntries(await work());
  const put = (name: string, text: string) => writeFileSync(`${root}/src/content/posts/${name}`, text);
  return { cacheDir, run, put, work };
}

test("a run from memory gives the entries and says the problems of one that renders", async (context) => {
  const { cacheDir, run } = house(context);
  const first = await run();
  assert.ok(first.problems.length >= 2);
  const file = `${cacheDir}/entries.jsonl`;
  const written = readFileSync(file, "utf8");
  assert.deepEqual(await run(), first);
  assert.equal(readFileSync(file, "utf8"), written);
  assert.deepEqual(readEntries(cacheDir), JSON.parse(JSON.stringify(first.entries.map(({ entry }) => entry))));
});

test("a title that leads nowhere is told once every file can be read: it may be the unread one's", async (context) => {
  const { run, put } = house(context);
  put("나.md", post("", "[[봄]]\n"));
  const told = async () => (await run()).problems.filter(({ code }) => code === "link-wiki").length;
  assert.equal(await told(), 1);
  put("봄.md", '---\ntitle: "봄\n---\n');
  assert.equal(await told(), 0);
});

test("an entry's digest is another one exactly when the entry is", async (context) => {
  const { run, put } = house(context);
  const digests = async () => new Map((await run()).entries.map(({ entry, digest }) => [entry.id, digest]));
  const before = await digests();
  put("라.md", post("tags: [핀 테크]"));
  put("마.md", post("tags: [핀 테크]"));
  const after = await digests();
  assert.notEqual(after.get("가"), before.get("가"));
  assert.equal(after.get("나"), before.get("나"));
  assert.equal(after.size, 5);
});

test("where entries or bodies are gone, cut or changed, they are made again and nothing is lost", async (context) => {
  const { cacheDir, run } = house(context);
  const { problems } = await run();
  const file = `${cacheDir}/entries.jsonl`;
  const whole = readFileSync(file, "utf8");
  const damages = [
    () => rmSync(file),
    () => writeFileSync(file, "{}"),
    () => writeFileSync(file, whole.slice(0, whole.length >> 1)),
    () => writeFileSync(file, whole.replace("핀테크", "핀데크")),
    () => rmSync(`${cacheDir}/bodies`, { recursive: true }),
  ];
  for (const damage of damages) {
    damage();
    assert.deepEqual((await run()).problems, problems);
    assert.equal(readFileSync(file, "utf8"), whole);
    assert.equal(readdirSync(`${cacheDir}/bodies`).length, 3);
  }
  writeFileSync(file, whole.slice(0, -2));
  assert.throws(() => readEntries(cacheDir), /entries\.jsonl/u);
});

test("a body that is damaged after the reading is made again", async (context) => {
  const { cacheDir, run, work } = house(context);
  const [first] = (await run()).entries;
  assert.ok(first);
  const { entry } = first;
  const html = bodyStore(cacheDir).get(entry.digest);
  writeFileSync(`${cacheDir}/bodies/${entry.digest}.html`, "<p>");
  assert.equal(await renderedAgain(entry, await work()), html);
  assert.equal(bodyStore(cacheDir).get(entry.digest), html);
  await assert.rejects(async () => renderedAgain({ ...entry, digest: "0" }, await work()), /가\.md/u);
});
