import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { stringify } from "devalue";
import type { Entry } from "#model/post.ts";
import { defineSite } from "#model/site.ts";
import { collected } from "#reading/collected.ts";
import { readContent } from "#reading/content.ts";
import { handEntries } from "#reading/last-reading.ts";
import { renderEntries } from "#reading/rendering.ts";
import { now, post, temporarySite } from "./temporary-site.ts";

const entry = (kind: Entry["kind"], id: string) => ({ kind, id, digest: `d-${id}`, file: `${id}.md` }) as Entry;

test("in a build a note of an owner's own collection is held back by a field that its schema leaves out", async (context) => {
  const notes = { "가.md": "", "나.md": "draft: true", "다.mdx": "status: 비공개", "라.md": "draft: true" };
  const named = Object.entries(notes).map(([name, head]) => [`notes/${name}`, post(head, "글\n")]);
  const root = temporarySite(context, Object.fromEntries(named) as Record<string, string>);
  const [site, cacheDir] = [defineSite({}), join(root, ".seogo")];
  await renderEntries({ reading: readContent({ root, site, now }), site, cacheDir, pipeline: "1", prune: true });
  const { SOURCE_DATE_EPOCH: before } = process.env;
  process.env["SOURCE_DATE_EPOCH"] = "0";
  context.after(() => {
    if (before === undefined) delete process.env["SOURCE_DATE_EPOCH"];
    else process.env["SOURCE_DATE_EPOCH"] = before;
  });
  const said = context.mock.method(console, "log", () => undefined);
  const stored = Object.keys(notes).map((name) => {
    const data = name === "라.md" ? { draft: true } : { title: name };
    return [name, { id: name, data, filePath: join(root, "notes", name) }] as const;
  });
  const others = new Map([
    ["notes", new Map<string, object>([...stored, ["마", { id: "마", data: { draft: true } }]])],
  ]);
  const shown = collected(cacheDir, JSON.parse(stringify(others)) as unknown[]);
  assert.deepEqual([...(shown.get("notes")?.keys() ?? [])], ["가.md", "라.md", "마"]);
  const told = said.mock.calls.map(({ arguments: [line] }) => String(line).split("/").at(-1));
  assert.match(told.join("\n"), /^나\.md {2}draft — .*\n다\.mdx {2}status — /u);
});

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
