import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { coresOf } from "#cores/count.ts";
import { fileWriter } from "#tools/build/written-files.ts";
import { sharing } from "#tools/prove/element-facts.ts";
import { factsIn } from "#tools/prove/facts-cache.ts";
import { filesIn } from "#tools/prove/site-files.ts";
import { readSite, readStamped } from "#tools/prove/read-site.ts";
import { temporaryFolder } from "./temporary.ts";

/** Pages that link to each other, some with script, a feed and a picture. */
const pages = Array.from({ length: 90 }, (_, index) => {
  const script = index % 30 === 0 ? "<script>1</script>" : "";
  const html = `<!doctype html><html lang="ko"><title>글 ${index}</title><a href="/${(index * 7) % 90}/">다음</a>${script}`;
  return [`${index}/index.html`, html] as const;
});
const files = [...pages, ["rss.xml", "<rss><channel/></rss>"], ["그림.png", "png"]] as const;

/** What is written with so many cores, and the files of kept facts with it. */
async function writtenOn(cores: number, folder: string) {
  const writer = fileWriter(join(folder, "site"), { cores, batch: 4, perWorker: 10 });
  for (const [path, text] of files) {
    writer.add({ path, bytes: Buffer.from(text) });
    await writer.settle();
  }
  const texts = await writer.finished();
  const ahead = new Map(texts.flatMap((text) => factsIn(text, sharing())));
  const cache = join(folder, "cache");
  const read = readStamped(join(folder, "site"), { cache, ahead: texts });
  const facts = Array.from(read, ([path, [, file]]) => [path, file]);
  const kept = filesIn(cache).map((name) =>
    readFileSync(join(cache, name), "utf8").replace(/"\d+-\d+-\d+-\d+"/gu, "0"),
  );
  return {
    folder: join(folder, "site"),
    texts,
    ahead,
    read,
    facts,
    kept: kept.map((text) => text.replace(/^.*\n/u, "")),
  };
}

test("one, two and four cores write and read the same, and leave the same for the next build", async (context) => {
  const folder = temporaryFolder(context);
  const [one, two, four] = [
    await writtenOn(1, join(folder, "1")),
    await writtenOn(2, join(folder, "2")),
    await writtenOn(4, join(folder, "4")),
  ];
  for (const { folder: site, ahead, read, facts, kept } of [one, two, four]) {
    const missing = files.filter(([path, text]) => readFileSync(join(site, path), "utf8") !== text);
    assert.deepEqual(missing, []);
    assert.deepEqual(
      // Pictures are known by their name.
      files.filter(([path]) => !ahead.has(path)).map(([path]) => path),
      ["그림.png"],
    );
    for (const [path, [stamp]] of ahead) assert.equal(stamp, read.get(path)?.[0], path);
    assert.deepEqual(facts, one.facts);
    assert.deepEqual(kept, one.kept);
  }
  assert.deepEqual(new Map(four.facts as []), readSite(four.folder));
  const shared = [...four.read.values()].flatMap(([, { page }]) => page?.references ?? []);
  assert.equal(new Set(shared).size, new Set(shared.map(({ address }) => address)).size, "references are shared");
});

test("a file that holds its bytes already is left, and nothing is taken of it", async (context) => {
  const folder = temporaryFolder(context);
  const { folder: site } = await writtenOn(1, folder);
  const before = statSync(join(site, "1/index.html")).mtimeMs;
  writeFileSync(join(site, "2/index.html"), "<title>다른 글</title>");
  const { ahead } = await writtenOn(2, folder);
  assert.deepEqual([...ahead.keys()], ["2/index.html"]);
  assert.equal(statSync(join(site, "1/index.html")).mtimeMs, before);
});

test("a file that is written again by others is read again", async (context) => {
  const { folder, texts } = await writtenOn(2, temporaryFolder(context));
  appendFileSync(join(folder, "1/index.html"), "<script>2</script>");
  assert.equal(readStamped(folder, { ahead: texts }).get("1/index.html")?.[1].signs.length, 1);
});

test("what a worker cannot write is tried, and told, in the thread that builds", async (context) => {
  for (const cores of [1, 2, 4]) {
    const folder = temporaryFolder(context);
    mkdirSync(join(folder, "site/1/index.html"), { recursive: true });
    await assert.rejects(writtenOn(cores, folder), { code: "EISDIR" });
  }
});

test("SEOGO_CORES bounds the cores; what is no number leaves all of them", () => {
  assert.equal(coresOf({ SEOGO_CORES: "3" }), 3);
  for (const given of ["0", "-1", "많이", "1.5", ""]) assert.equal(coresOf({ SEOGO_CORES: given }), coresOf({}));
  assert.ok(coresOf({}) >= 1);
});
