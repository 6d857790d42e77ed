import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "#model/post.ts";
import { collected } from "#reading/collected.ts";
import { handEntries } from "#reading/last-reading.ts";

const entry = (kind: Entry["kind"], id: string) => ({ kind, id, digest: `d-${id}`, file: `${id}.md` }) as Entry;

test("in the dev server Astro's collections are what was handed on last", () => {
  const cacheDir = "/nowhere/collected";
  handEntries(cacheDir, [entry("post", "가"), entry("page", "about")]);
  const collections = collected(cacheDir);
  const ids = (name: string) => [...(collections.get(name)?.keys() ?? [])];
  assert.deepEqual([collections.has("posts"), ids("posts"), ids("pages")], [true, ["가"], ["about"]]);
  const edited = { ...entry("post", "가"), title: "고침" };
  handEntries(cacheDir, [edited, entry("post", "나")]);
  assert.deepEqual([ids("posts"), ids("pages")], [["가", "나"], []]);
  assert.deepEqual(collections.get("posts")?.get("가"), {
    id: "가",
    data: edited,
    digest: "d-가",
    filePath: "가.md",
    deferredRender: true,
  });
});
