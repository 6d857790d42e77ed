import assert from "node:assert/strict";
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { build, builtFresh, fewPosts, layOut } from "./sites.ts";
import { digests } from "./snapshot.ts";

const seogo = ".seogo";
/** All that a build remembers of its own work; what Astro remembers is Astro's. */
const remembered = ["files.jsonl", "entries.jsonl", "mdx.jsonl", "bodies", "page-keys", "guards", "tree.json"];

const folder = layOut({ name: "changed-cache", posts: fewPosts });
before(() => build(folder));

const edited = (file: string, change: (text: string) => string) => {
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  const after = change(before);
  assert.notEqual(after, before, `${file} is not what this test changes`);
  writeFileSync(path, after);
};

/** Changes every file that a build remembers by, each in one of the ways in turn. */
function damaged(changes: readonly ((bytes: Buffer) => Buffer)[]): number {
  const files = remembered.flatMap((name) => {
    const path = join(folder, seogo, name);
    assert.ok(existsSync(path), name);
    return statSync(path).isDirectory() ? readdirSync(path).map((file) => join(path, file)) : [path];
  });
  for (const [at, file] of files.entries())
    writeFileSync(file, changes[at % changes.length]?.(readFileSync(file)) ?? Buffer.alloc(0));
  return files.length;
}

test("bytes of the memory that are changed or cut are noticed, and what they held is made anew", () => {
  const first = digests(join(folder, "dist"));
  const damages: readonly ((bytes: Buffer) => Buffer)[] = [
    (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))),
    (bytes) => bytes.subarray(0, bytes.length >> 1),
    () => Buffer.alloc(0),
  ];
  assert.ok(damaged(damages) > 20);
  // All pages are printed again, from bodies that are damaged; a comment changes none of them.
  edited("src/components/lines.ts", (text) => `${text}// Another comment.\n`);
  build(folder);
  assert.deepEqual(digests(join(folder, "dist")), first);
});

test("code that shows one thing more, then content that changes it, come out of kept memory as from nothing", () => {
  const first = digests(join(folder, "dist"));
  edited("src/model/post-line.ts", (text) => text.replace('  "categories",\n', '  "categories",\n  "minutes",\n'));
  edited("src/components/lines.ts", (text) =>
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code to be written.
    text.replace('printed += "</li>"', "printed += `<small>${String(entry.minutes)}</small></li>`"),
  );
  // What is remembered holds in any language and time zone.
  build(folder, { TZ: "America/New_York", LC_ALL: "sv_SE.UTF-8" });
  assert.notDeepEqual(digests(join(folder, "dist")), first);
  appendFileSync(join(folder, "src/content/posts/첫-글.md"), "\n긴 글이 되었습니다. ".repeat(400));
  build(folder);
  assert.deepEqual(digests(join(folder, "dist")), digests(builtFresh(folder)));
});
