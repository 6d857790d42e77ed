import assert from "node:assert/strict";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { type TestContext, test } from "node:test";
import { defineSite } from "#model/site.ts";
import { entrySchema } from "#model/post.ts";
import { bodyStore, readEntries } from "#reading/entry-store.ts";
import { contentLoaders } from "#reading/loader.ts";
import { fakeContext } from "./fake-store.ts";
import { now, post, temporarySite } from "./temporary-site.ts";

const files = {
  "src/content/posts/가.md": post("tags: [핀테크]", "첫 글입니다. [나](나.md)\n"),
  "src/content/posts/나.md": post("", "둘째 글입니다.\n\n## 절\n"),
  "src/content/posts/다.mdx": post("", "import X from './x.astro';\n\n셋째 <X /> 글입니다.\n"),
  "src/content/pages/about.md": post(),
};

function house(test: TestContext) {
  const root = temporarySite(test, files);
  const cacheDir = `${root}/.seogo`;
  const loaders = contentLoaders({ root, site: defineSite({}), now, cacheDir });
  const posts = fakeContext();
  const pages = fakeContext();
  const load = () => Promise.all([loaders.posts.load(posts.context), loaders.pages.load(pages.context)]);
  const put = (name: string, text: string) => writeFileSync(`${root}/src/content/posts/${name}`, text);
  const bodies = () => readdirSync(`${cacheDir}/bodies`).sort();
  const entry = (id: string) => readEntries(cacheDir).find((one) => one.id === id);
  return { entry, root, cacheDir, posts, pages, load, put, bodies };
}

test("both collections are filled from one reading, without body or HTML", async (context) => {
  const { posts, pages, load, cacheDir, bodies, entry } = house(context);
  await load();
  assert.deepEqual([...posts.stored.keys()], ["가", "나", "다"]);
  assert.deepEqual([...pages.stored.keys()], ["about"]);
  const [first, , mdx] = [...posts.stored.values()];
  for (const one of [first, mdx]) assert.deepEqual(one?.data, entrySchema.parse(entry(String(one?.id))));
  assert.deepEqual(
    { ...mdx, data: 0, digest: 0 },
    { id: "다", data: 0, digest: 0, deferredRender: true, filePath: "src/content/posts/다.mdx" },
  );
  assert.doesNotMatch(JSON.stringify([...posts.stored.values()]), /<p>/u);
  const html = bodyStore(cacheDir).get(String(entry("가")?.digest)) ?? "";
  assert.match(html, /<p>첫 글입니다\. <a href="\/posts\/나\/">나<\/a><\/p>/u);
  assert.equal(entry("다")?.summary, "셋째 글입니다.");
  assert.equal(bodies().length, 4);
  assert.deepEqual(
    readEntries(cacheDir).map(({ id }) => id),
    ["about", "가", "나", "다"],
  );
});

test("a second run renders and stores only what changed, and forgets what is gone", async (context) => {
  const { posts, load, put, bodies, root } = house(context);
  await load();
  const before = bodies();
  await load();
  assert.deepEqual(bodies(), before);
  assert.equal(posts.set.length, 3);
  put("나.md", post("", "고친 글입니다.\n"));
  rmSync(`${root}/src/content/posts/다.mdx`);
  await load();
  assert.deepEqual(posts.set.slice(3), ["나"]);
  assert.deepEqual([...posts.stored.keys()], ["가", "나"]);
  assert.equal(bodies().filter((name) => before.includes(name)).length, 2);
  assert.equal(bodies().length, 3);
});

test("a body is rendered again where its links or pictures lead elsewhere", async (context) => {
  const { entry, load, put, cacheDir } = house(context);
  await load();
  put("나.md", post("slug: 옮긴 글"));
  await load();
  const html = bodyStore(cacheDir).get(String(entry("가")?.digest)) ?? "";
  assert.match(html, /href="\/posts\/옮긴-글\/"/u);
});

test("another spelling that wins changes the entries it touches", async (context) => {
  const { entry, load, put } = house(context);
  await load();
  put("나.md", post("tags: [핀 테크]"));
  put("라.md", post("tags: [핀 테크]"));
  await load();
  assert.deepEqual(entry("가")?.tags, ["핀 테크"]);
});

test("a mistake stops the run with the whole report, warnings are said once", async (context) => {
  const { posts, pages, load, put } = house(context);
  put("나.md", "---\ntitle: 나\ndate: 2026-02-30\n---\n");
  put("라.md", "---\ntitle: 라\ndarft: true\n---\n![x](없음.png)\n");
  put("마.md", "---\ntitle: 마\n---\n![x](없음.png)\n");
  await assert.rejects(load(), (error: Error) => {
    assert.match(error.message, /나\.md:3:7 {2}date — 없는 날입니다: 2026-02-30/u);
    assert.match(error.message, /라\.md:3:1 {2}darft — .*\n {4}draft: true/u);
    return true;
  });
  const said = [...posts.said, ...pages.said].join("\n");
  assert.equal(said.match(/마\.md:1:1/gu)?.length, 1);
  assert.match(said, /마\.md:4:1 {2}본문 — /u);
  assert.equal(posts.stored.size, 0);
});

test("a broken cache is made anew", async (context) => {
  const { load, cacheDir, bodies, posts } = house(context);
  await load();
  const before = bodies();
  writeFileSync(`${cacheDir}/entries.jsonl`, "{");
  for (const name of before.slice(1)) rmSync(`${cacheDir}/bodies/${name}`);
  await load();
  assert.deepEqual(bodies(), before);
  assert.equal(posts.set.length, 3);
});

test("trees in NFC and NFD give the same entries and bodies", async (context) => {
  const read = async (form: "NFC" | "NFD") => {
    const texts = {
      "src/content/posts/첫 글.md": post(
        "tags: [핀테크]\nseries: 연재",
        "## 가나다\n\n[둘](둘째.md) **강조(설명)**을 ‘말’ `코드`\n",
      ),
      "src/content/posts/둘째.md": post("aliases: [/옛글/]", "[첫](/posts/첫-글/#가나다) [[제목]]\n"),
    };
    const root = temporarySite(
      context,
      Object.fromEntries(
        Object.entries(texts).map(
          (pair) =>
            pair.map((text) =>
              text.replaceAll(/[^`]+|`[^`]*`/gu, (part) => (part.startsWith("`") ? part : part.normalize(form))),
            ) as [string, string],
        ),
      ),
    );
    const posts = fakeContext();
    await contentLoaders({ root, site: defineSite({}), now, cacheDir: `${root}/.seogo` }).posts.load(posts.context);
    return readEntries(`${root}/.seogo`).map(({ digest, file, ...entry }) => ({
      ...entry,
      html: bodyStore(`${root}/.seogo`).get(digest),
      file: file.normalize("NFC"),
    }));
  };
  assert.deepEqual(await read("NFD"), await read("NFC"));
});

test("what Seogo does not know stands in the data as it was written", async (context) => {
  const { posts, load, put } = house(context);
  put("나.md", post("params: {collection: posts, id: 없음}"));
  await load();
  assert.deepEqual(posts.stored.get("나")?.data["extra"], { params: { collection: "posts", id: "없음" } });
});

test("a build's collections hold what readers may see, in order of ids whatever was added when; dev's hold all", async (context) => {
  const { posts, load, put, root, cacheDir } = house(context);
  put("나나.md", post("draft: true"));
  put("나다.md", "---\ntitle: 먼 날\ndate: 2099-01-01\n---\n");
  await load();
  put("가나.md", post());
  await load();
  assert.deepEqual([...posts.stored.keys()], ["가", "가나", "나", "다"]);
  const dev = fakeContext(true);
  await contentLoaders({ root, site: defineSite({}), now, cacheDir }).posts.load(dev.context);
  assert.deepEqual([...dev.stored.keys()], ["가", "가나", "나", "나나", "나다", "다"]);
});
