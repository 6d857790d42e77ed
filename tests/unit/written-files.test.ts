import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { coresOf } from "#cores/count.ts";
import { feedMaker } from "#outputs/feed.ts";
import { feedAnswer, unwrittenFeed } from "#outputs/unwritten-feed.ts";
import { bodyStore } from "#reading/entry-store.ts";
import { fileWriter, worker } from "#tools/build/written-files.ts";
import { sharing } from "#tools/prove/element-facts.ts";
import { factsIn } from "#tools/prove/facts-cache.ts";
import { filesIn } from "#tools/prove/site-files.ts";
import { readSite, readStamped } from "#tools/prove/read-site.ts";
import { catalogue, post } from "./outputs/catalogue.ts";
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
  const writer = fileWriter(join(folder, "site"), { cores, cacheDir: "", batch: 4, perWorker: 10 });
  for (const [path, text] of files) {
    writer.add(path, { bytes: Buffer.from(text) });
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

const bodyFor = (id: string) => `<p>${id}의 <a href="/가/">글</a> ]]&gt; &amp;</p>`;

/** Feeds of every format for each of some posts. */
function feedFiles() {
  const entries = Array.from({ length: 24 }, (_, index) =>
    post(`글-${index}`, { digest: `${index}`, tags: [`${index}`] }),
  );
  const books = catalogue(entries);
  const maker = feedMaker(books, async ({ id }) => bodyFor(id));
  const answers = (["rss", "atom", "json"] as const).flatMap((format) =>
    books.tags.map((tag) => [`${tag.slug}/${format}`, feedAnswer(format, maker.feed(tag), maker.body)] as const),
  );
  return { entries, answers };
}

/** The folder in which feeds were written with so many cores; the store has the bodies of all posts but one. */
async function feedsOn(cores: number, folder: string, lost?: string) {
  const { entries, answers } = feedFiles();
  const cacheDir = join(folder, "cache");
  const store = bodyStore(cacheDir);
  for (const { id, digest } of entries) if (id !== lost) store.put(digest, bodyFor(id));
  const writer = fileWriter(join(folder, "site"), { cores, cacheDir, batch: 4, perWorker: 8 });
  for (const [path, answer] of answers) {
    const feed = unwrittenFeed(answer);
    assert.ok(feed);
    writer.add(path, { feed, read: async () => Buffer.from(await answer.arrayBuffer()) });
  }
  await writer.finished();
  return join(folder, "site");
}

const textsIn = (folder: string) => filesIn(folder).map((path) => readFileSync(join(folder, path), "utf8"));

test("one, two and four cores write the same feeds; what the store has lost is made where it is rendered", async (context) => {
  const one = textsIn(await feedsOn(1, temporaryFolder(context)));
  assert.equal(one.filter((text) => text.includes("/%EA%B0%80/")).length, 72);
  for (const cores of [2, 4]) {
    assert.deepEqual(textsIn(await feedsOn(cores, temporaryFolder(context))), one);
    assert.deepEqual(textsIn(await feedsOn(cores, temporaryFolder(context), "글-3")), one);
  }
});

test("another thread writes a feed as its answer reads, and none whose body the store has lost", async (context) => {
  const folder = temporaryFolder(context);
  const store = bodyStore(join(folder, "cache"));
  const { entries, answers } = feedFiles();
  for (const { id, digest } of entries.slice(1)) store.put(digest, bodyFor(id));
  const write = worker({ folder, cacheDir: join(folder, "cache") });
  const results = await Promise.all(
    answers.map(async ([path, answer]) => {
      const feed = unwrittenFeed(answer);
      assert.ok(feed);
      const ended = await Promise.allSettled([write([structuredClone({ path, feed })])]);
      if (ended[0]?.status === "rejected") return path;
      assert.equal(readFileSync(join(folder, path), "utf8"), await answer.text());
      return "";
    }),
  );
  assert.deepEqual(results.filter((path) => path !== "").sort(), ["0/atom", "0/json", "0/rss"]);
});

test("a feed with a body of MDX is left to the thread that renders", () => {
  const maker = feedMaker(catalogue([post("가"), post("나", { format: "mdx" })]), async () => "");
  assert.equal(unwrittenFeed(feedAnswer("rss", maker.feed(), maker.body)), undefined);
});

test("SEOGO_CORES bounds the cores; what is no number leaves all of them", () => {
  assert.equal(coresOf({ SEOGO_CORES: "3" }), 3);
  for (const given of ["0", "-1", "많이", "1.5", ""]) assert.equal(coresOf({ SEOGO_CORES: given }), coresOf({}));
  assert.ok(coresOf({}) >= 1);
});
