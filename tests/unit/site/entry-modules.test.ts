import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { pathToFileURL } from "node:url";
import { lighter, othersIn } from "#tools/build/shared-modules.ts";
import { withBodies } from "#site/entry-modules.ts";
import { temporaryFolder } from "../temporary.ts";

type Answer = readonly [file: string, astro: unknown];
interface List {
  readonly default: { readonly get: (file: string) => () => Promise<Answer> };
}

/** What the list answers for a file, Astro's module loaded. */
async function answers(context: TestContext, list: string, files: readonly string[]) {
  const folder = temporaryFolder(context);
  writeFileSync(join(folder, "body.mjs"), "export const entryModule = async (file, load) => [file, await load?.()];");
  writeFileSync(join(folder, "list.mjs"), withBodies(list).replace("#site/entry-body.ts", "./body.mjs"));
  const { default: made } = (await import(pathToFileURL(join(folder, "list.mjs")).href)) as List;
  return Promise.all(files.map((file) => made.get(file)()));
}

const module = (name: string) => `data:text/javascript,export const name = ${JSON.stringify(name)}`;
const files = ['글/"가".md', "글/나\"'.mdx", "쪽지/다.mdoc", "없음.md"];

test("Astro's own modules stay for all but Markdown, as for an owner's Markdoc", async (context) => {
  const lines = files
    .slice(0, 3)
    .map((file) => `[${JSON.stringify(file)}, () => import(${JSON.stringify(module("a"))})]`);
  const list = `\nexport default new Map([\n${lines.join(",\n")}]);\n`.replaceAll('\\"a\\"', "1");
  assert.ok(!withBodies(list).includes('.md"'));
  const [md, mdx, markdoc, none] = await answers(context, list, files);
  assert.deepEqual(
    [md, none],
    [
      [files[0], undefined],
      [files[3], undefined],
    ],
  );
  for (const one of [mdx, markdoc]) assert.deepEqual({ ...(one?.[1] as object) }, { name: 1 });
});

test("a site without entries, and a list in a form that a later Astro may give it, are taken as they are", async (context) => {
  assert.deepEqual(await answers(context, "export default new Map();", ["가.md"]), [["가.md", undefined]]);
  const list = `const all = { 'a.mdx': () => import("${module("a").replaceAll('"', "'")}") };
export default new Map(Object.entries(all));`;
  const [, mdx] = await answers(context, list, ["가.md", "a.mdx"]);
  assert.deepEqual({ ...(mdx?.[1] as object) }, { name: "a" });
});

test("the settings of collections are read by a smaller module where Astro has one", () => {
  const code = 'import { defineCollection } from "astro:content";\nrest';
  assert.equal(
    lighter(code, (name) => `/x/${name}`),
    'import { defineCollection } from "/x/astro/content/config";\nrest',
  );
  const missing = () => {
    throw new Error("no such export");
  };
  assert.equal(lighter(code, missing), code);
});

test("Astro's store is passed on where an owner's own collections are in it, however large it is", () => {
  const storeOf = (names: readonly string[], size = 1) =>
    `export default JSON.parse(${JSON.stringify(JSON.stringify([["Map", ...names.flatMap((_, at) => [at * 2 + 1, at * 2 + 2])], ...names.flatMap((name) => [name, "글".repeat(size)])]))})`;
  assert.equal(othersIn(storeOf(["posts", "pages"])), "");
  assert.match(othersIn(storeOf(["posts", "notes"])), /^, JSON\.parse\(".*notes.*"\)$/u);
  assert.equal(othersIn(storeOf(["posts"], 20_000_000)), "");
  assert.equal(othersIn("export default new Map()"), "");
});
