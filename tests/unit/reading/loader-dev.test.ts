import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import fs, { readdirSync, rmSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { type TestContext, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { type ContentSeen, hear } from "#messages/told.ts";
import { defineSite } from "#model/site.ts";
import { contentLoaders } from "#reading/loader.ts";
import { fakeContext } from "./fake-store.ts";
import { now, post, temporarySite } from "./temporary-site.ts";

/** A site in the dev server: its stores are told of changes. */
function house(context: TestContext) {
  const root = temporarySite(context, {
    "src/content/posts/가.md": post("tags: [핀테크]", "첫 글입니다. [나](나.md)\n"),
    "src/content/posts/나.md": post("", "둘째 글입니다.\n"),
    "src/content/posts/다.mdx": post("", "셋째 글입니다.\n"),
    "src/content/pages/about.md": post(),
  });
  const cacheDir = `${root}/.seogo`;
  const loaders = contentLoaders({ root, site: defineSite({}), now, cacheDir });
  const [posts, pages] = [fakeContext(true), fakeContext(true)];
  const load = () => Promise.all([loaders.posts.load(posts.context), loaders.pages.load(pages.context)]);
  const put = (name: string, text: string) => writeFileSync(`${root}/src/content/posts/${name}`, text);
  const bodies = () => readdirSync(`${cacheDir}/bodies`).sort();
  return { root, posts, pages, load, put, bodies };
}

/** Waits a minute at most, for machines that are busy. */
async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 6000 && !done(); tries += 1) await wait(10);
  assert.ok(done());
}

test("in dev a change is read again, a mistake is said and the site stays", async (context) => {
  const { posts, pages, load, put, root, bodies } = house(context);
  await load();
  const before = bodies();
  put("가.md", post("", "고침\n"));
  posts.changed(`${root}/src/content/posts/가.md`);
  await until(() => posts.set.length === 4);
  put("가.md", "---\ntitle: 가\ndate: 어제\n---\n");
  posts.changed(`${root}/src/content/posts/가.md`);
  pages.changed(`${root}/src/content/posts/가.md`);
  const complaints = () => [...posts.said, ...pages.said].filter((message) => message.includes("어제"));
  await until(() => complaints().length > 0);
  await wait(50);
  assert.equal(complaints().length, 1);
  assert.equal(posts.stored.size, 3);
  const kept = bodies();
  assert.ok(before.every((name) => kept.includes(name)));
});

test("in dev a post is read that comes with a new folder, or before the watcher is ready, without an event of its own", async (context) => {
  const { posts, load, put, root } = house(context);
  await load();
  put("라.md", post());
  posts.seen("addDir", `${root}/src/content/posts/새 폴더`);
  await until(() => posts.stored.size === 4);
  put("마.md", post());
  posts.seen("ready");
  await until(() => posts.stored.size === 5);
});

test("in dev a warning is said once, also where its line moves, and again after it was mended", async (context) => {
  const { posts, pages, load, put, root } = house(context);
  put("나.md", post("", "둘째 **글\n"));
  await load();
  const said = () => [...posts.said, ...pages.said].join("\n").match(/\S+\.md:\d+:\d+ /gu) ?? [];
  assert.deepEqual(said(), ["src/content/posts/나.md:5:4 "]);
  const edit = async (name: string, text: string) => {
    const [before, file] = [posts.set.length, `${root}/src/content/posts/${name}`];
    put(name, text);
    for (const one of [posts, pages]) one.changed(file);
    await until(() => posts.set.length > before);
    await wait(50);
    return said().splice(1);
  };
  assert.deepEqual(await edit("가.md", post("", "[[없는 글]] [사라진 글](사라짐.md#절)\n")), [
    "src/content/posts/가.md:5:1 ",
    "src/content/posts/가.md:5:10 ",
  ]);
  assert.equal((await edit("나.md", post("", "새 줄\n\n둘째 **글\n"))).length, 2);
  assert.equal((await edit("나.md", post("", "둘째 글\n"))).length, 2);
  assert.equal((await edit("나.md", post("", "둘째 **글\n"))).length, 3);
});

test("in dev what changes together reaches both collections, and so does what changes during a reading", async (context) => {
  const { posts, pages, load, put, root } = house(context);
  await load();
  const digests = (of: (typeof posts)[]) =>
    of.flatMap(({ stored }) => [...stored.values()].map(({ digest }) => digest));
  for (let round = 0; round < 3; round += 1) {
    put("가.md", post("", `고침 ${String(round)}\n`));
    rmSync(`${root}/src/content/posts/나.md`, { force: true });
    writeFileSync(`${root}/src/content/pages/about.md`, post("", `고침 ${String(round)}\n`));
    for (const one of [posts, pages]) one.changed(`${root}/src/content/posts/가.md`);
    await wait(round * 12);
    put("라.md", post("", `새 글 ${String(round)}\n`));
    for (const one of [posts, pages]) one.changed(`${root}/src/content/posts/라.md`);
    const fresh = [fakeContext(), fakeContext()] as const;
    const loaders = contentLoaders({ root, site: defineSite({}), now, cacheDir: `${root}/fresh${String(round)}` });
    await Promise.all([loaders.posts.load(fresh[0].context), loaders.pages.load(fresh[1].context)]);
    const whole = digests([...fresh])
      .sort()
      .join();
    await until(() => digests([posts, pages]).sort().join() === whole);
  }
});

test("in dev a file with a mistake is shown as it last was right and others as they are", async (context) => {
  const { posts, load, put, root } = house(context);
  put("나.md", "---\ntitle: 나\ndate: 어제\n---\n\n처음부터 틀린 글\n");
  await load();
  const digest = (id: string) => posts.stored.get(id)?.digest;
  const seen: ContentSeen[] = [];
  hear("seogo:content", (one) => seen.push(one));
  const after = async (count: number) => {
    posts.changed(`${root}/src/content/posts/가.md`);
    await until(() => seen.length >= count);
    return seen[count - 1];
  };
  assert.equal(digest("나"), undefined, "a wrong file that never was right");
  const [ga, da] = [digest("가"), digest("다")];
  put("가.md", "---\ntitle: 가\ndate: 어제\n---\n");
  put("다.mdx", post("", "고친 글입니다.\n"));
  const first = await after(1);
  assert.equal(digest("가"), ga);
  assert.notEqual(digest("다"), da);
  assert.equal(first?.changed, true);
  assert.match(first?.errors ?? "", /가\.md:3:7.*\n.*나\.md:3:7/u);
  put("라.md", post("url: /posts/다/", "남의 주소\n"));
  await after(2);
  assert.equal(digest("라"), undefined, "no second post at one address");
  rmSync(`${root}/src/content/posts/라.md`);
  put("가.md", post("", "나은 글\n"));
  put("나.md", post("", "나은 글\n"));
  put("마.mdx", post("", "새 글\n"));
  const fixed = await after(3);
  assert.equal(fixed?.errors, "");
  assert.notEqual(digest("가"), ga);
  assert.ok(digest("나"));
});

test("in dev a cache that is deleted meanwhile is made again, and a file that goes while it is read is none", async (context) => {
  const { posts, load, put, root, bodies } = house(context);
  await load();
  rmSync(`${root}/.seogo`, { recursive: true });
  put("가.md", post("", "고침\n"));
  posts.changed(`${root}/src/content/posts/가.md`);
  await until(() => posts.set.length === 4);
  assert.equal(bodies().length, 4);
  const { statSync } = fs;
  const gone = context.mock.method(fs, "statSync", (path: string, ...rest: []) => {
    if (path.endsWith("나.md")) gone.mock.restore();
    return statSync(path.replace("나.md", "없다.md"), ...rest);
  });
  syncBuiltinESMExports();
  put("가.md", post("", "다시 고침\n"));
  posts.changed(`${root}/src/content/posts/가.md`);
  await until(() => gone.mock.callCount() > 0);
  syncBuiltinESMExports();
  posts.changed(`${root}/src/content/posts/나.md`);
  await until(() => posts.set.length === 5);
  assert.deepEqual(posts.said.join(), "");
});

test("in dev no listener is given to the watcher twice: Astro takes back one of them", async (context) => {
  const { posts, pages, load } = house(context);
  const watcher = new EventEmitter();
  for (const one of [posts, pages]) Object.assign(one.context, { watcher });
  await load();
  const listeners = watcher.listeners("ready");
  assert.deepEqual([listeners.length, new Set(listeners).size], [2, 2]);
});
