import assert from "node:assert/strict";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { renderedAhead } from "#reading/rendering.ts";
import { readContent } from "#reading/content.ts";
import { entryStore } from "#reading/entry-store.ts";
import { bodyMaker } from "#reading/one-body.ts";
import { defineSite } from "#model/site.ts";
import { contents, temporaryFolder, write } from "../temporary.ts";

const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";
const site = defineSite({ title: "나눠 하기" });

/** A site whose posts show code, formulas, links by every spelling, pictures beside them, pasted and missing. */
async function work(context: TestContext) {
  const root = temporaryFolder(context);
  const bodies = [
    "[[글 3]]과 [앞 글](글2.md), 그리고 [없는 글](없음.md).",
    `![점](점.png)\n\n![없음](없는-그림.png)\n\n![붙인 점](data:image/png;base64,${dot})`,
    "```ts\nconst 값 = 1;\n```\n\n$$a^2$$\n\n[^1] 각주\n\n[^1]: 끝.",
    "# 제목\n\n| 가 | 나 |\n|---|---|\n| 1 | 2 |\n",
  ];
  const posts = Array.from({ length: 48 }, (_, index) => {
    const body = bodies[index % bodies.length] ?? "";
    return [`src/content/posts/글${index}.md`, `---\ntitle: 글 ${index}\ndate: 2026-01-01\n---\n${body}\n`] as const;
  });
  write(root, { ...Object.fromEntries(posts), "src/content/posts/점.png": Buffer.from(dot, "base64") });
  const reading = readContent({ root, site, now: Date.parse("2026-11-26") });
  const { heads } = reading;
  return { root, heads, work: { reading, site, cacheDir: join(root, ".seogo"), pipeline: "시험" } };
}

/** What one body comes to in this thread, and every file that the store then holds. */
async function alone({ heads, work: { cacheDir, ...settings } }: Awaited<ReturnType<typeof work>>) {
  const store = entryStore(`${cacheDir}-alone`);
  const made = new Map<string, unknown>();
  const { rendered } = bodyMaker(settings, store.bodies);
  for (const one of heads) made.set(one.draft.file, await rendered(one));
  return { made, stored: contents(`${cacheDir}-alone/bodies`) };
}

test("two and four cores make of bodies what one makes of them, and leave the same bytes", async (context) => {
  const here = await work(context);
  const one = await alone(here);
  for (const cores of [2, 4]) {
    const cacheDir = `${here.work.cacheDir}-${cores}`;
    const ahead = await renderedAhead(here.heads, { ...here.work, cacheDir }, { cores, batch: 4, perWorker: 10 });
    assert.deepEqual(new Map([...ahead].sort()), new Map([...one.made].sort()));
    assert.deepEqual(contents(`${cacheDir}/bodies`), one.stored);
  }
});

test("few bodies, and one core, are left to this thread", async (context) => {
  const here = await work(context);
  assert.equal((await renderedAhead(here.heads, here.work, { cores: 1, batch: 4, perWorker: 10 })).size, 0);
  assert.equal((await renderedAhead(here.heads, here.work, { cores: 4, batch: 4, perWorker: 49 })).size, 0);
});

test("a body that leads elsewhere by now is not taken", async (context) => {
  const here = await work(context);
  const ahead = await renderedAhead(here.heads, here.work, { cores: 2, batch: 4, perWorker: 10 });
  const [first] = here.heads;
  assert.ok(first);
  const { bodies } = entryStore(here.work.cacheDir);
  const made = ahead.get(first.draft.file);
  const { still } = bodyMaker(here.work, bodies);
  assert.equal(still(first, made), made);
  const moved = { ...here.work, reading: { ...here.work.reading, links: () => "/딴-곳/" } };
  assert.equal(bodyMaker(moved, bodies).still(first, made), undefined);
  assert.equal(still({ ...first, draft: { ...first.draft, bodyDigest: "0" } }, made), undefined);
});
