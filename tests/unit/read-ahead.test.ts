import assert from "node:assert/strict";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { coresOf } from "#cores/count.ts";
import { filesIn } from "#tools/prove/site-files.ts";
import { readAhead } from "#tools/prove/read-ahead.ts";
import { readSite, readStamped } from "#tools/prove/read-site.ts";
import { temporaryFolder, write } from "./temporary.ts";

/** A site of pages that link to each other, some with script, a feed and a picture. */
function site(context: TestContext) {
  const folder = temporaryFolder(context);
  const pages = Array.from({ length: 90 }, (_, index) => {
    const script = index % 30 === 0 ? "<script>1</script>" : "";
    const html = `<!doctype html><html lang="ko"><title>글 ${index}</title><a href="/${(index * 7) % 90}/">다음</a>${script}`;
    return [`${index}/index.html`, html] as const;
  });
  write(folder, Object.fromEntries([...pages, ["rss.xml", "<rss><channel/></rss>"], ["그림.png", "png"]]));
  return { folder, paths: [...pages.map(([path]) => path), "rss.xml", "그림.png"] };
}

/** What is read with so many cores, the files of kept facts with it, and how much of it was read ahead. */
async function readOn(cores: number, { folder, paths }: ReturnType<typeof site>, cache: string) {
  const reader = readAhead(folder, cores, { batch: 4, perWorker: 10 });
  for (const path of paths) reader.add(path);
  const ahead = await reader.ended();
  const read = readStamped(folder, { cache, ahead });
  return { read, ahead, kept: filesIn(cache).map((name) => readFileSync(join(cache, name), "utf8")) };
}

test("one, two and four cores read the same, and leave the same bytes for the next build", async (context) => {
  const built = site(context);
  const cache = temporaryFolder(context);
  const [one, two, four] = [
    await readOn(1, built, join(cache, "1")),
    await readOn(2, built, join(cache, "2")),
    await readOn(4, built, join(cache, "4")),
  ];
  assert.equal(one.ahead.size, 0);
  // Pictures are known by their name. By what is missing it can be told whose worker failed.
  for (const { ahead } of [two, four])
    assert.deepEqual(
      built.paths.filter((path) => !ahead.has(path)),
      ["그림.png"],
    );
  assert.deepEqual(two.read, one.read);
  assert.deepEqual(four.read, one.read);
  assert.deepEqual(two.kept, one.kept);
  assert.deepEqual(four.kept, one.kept);
  const shared = [...four.read.values()].flatMap(([, { page }]) => page?.references ?? []);
  assert.equal(new Set(shared).size, new Set(shared.map(({ address }) => address)).size, "references are shared");
});

test("a file that is written again after it was read ahead is read again", async (context) => {
  const { folder } = site(context);
  const reader = readAhead(folder, 2, { batch: 1, perWorker: 1 });
  reader.add("1/index.html");
  const ahead = await reader.ended();
  assert.equal(ahead.size, 1);
  appendFileSync(join(folder, "1/index.html"), "<script>2</script>");
  assert.equal(readStamped(folder, { ahead }).get("1/index.html")?.[1].signs.length, 1);
});

test("a file that is gone before a worker reads it costs the others nothing", async (context) => {
  const { folder } = site(context);
  const reader = readAhead(folder, 3, { batch: 2, perWorker: 2 });
  for (const path of ["gone.html", "1/index.html"]) reader.add(path);
  const ahead = await reader.ended();
  const read = readStamped(folder, { ahead });
  assert.deepEqual(new Map(Array.from(read, ([path, [, file]]) => [path, file])), readSite(folder));
});

test("SEOGO_CORES bounds the cores; what is no number leaves all of them", () => {
  assert.equal(coresOf({ SEOGO_CORES: "3" }), 3);
  for (const given of ["0", "-1", "많이", "1.5", ""]) assert.equal(coresOf({ SEOGO_CORES: given }), coresOf({}));
  assert.ok(coresOf({}) >= 1);
});
