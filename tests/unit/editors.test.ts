import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import { z } from "zod";
import { frontMatterSchema } from "#reading/schema.ts";
import { fieldNote } from "#text/fields.ts";
import { site } from "#site.config.ts";
import { editorFields } from "#tools/editors/fields.ts";
import { editorFiles } from "#tools/editors/files.ts";

const files = editorFiles("ko");
const read = (path: string) => files.get(path) ?? assert.fail(path);
const data = (path: string) => JSON.parse(read(path));

test("the files of editors are those that the schema makes; npm run editors writes them anew", () => {
  for (const [path, text] of editorFiles(site.language)) assert.equal(readFileSync(path, "utf8"), text, path);
});

test("every field of the schema has its kind, its help and its snippet", () => {
  const kinds = Object.fromEntries(editorFields.map(({ name, kind }) => [name, kind]));
  assert.deepEqual(Object.keys(kinds), Object.keys(frontMatterSchema.shape));
  const some = { title: "text", date: "date", draft: "flag", tags: "list", image: "picture", weight: "number" };
  for (const [name, kind] of Object.entries({ ...some, quotes: "choice", description: "lines" }))
    assert.equal(kinds[name], kind, name);
  const snippets = data(".vscode/markdown.code-snippets");
  for (const { name } of editorFields) {
    const help = fieldNote(name, "ko");
    assert.ok(help.length > 4, name);
    assert.equal(snippets[name].description, help);
    assert.ok(!snippets[name].body.includes("||"), `${name}: a choice of nothing`);
  }
  assert.match(snippets.quotes.body, /^quotes: \$\{1\|korean,keep\|\}$/u);
});

test("what a form of each editor writes is read as it was meant", () => {
  for (const [path, of] of [
    [".pages.yml", "content"],
    ["docs/editors/decap/config.yml", "collections"],
  ] as const) {
    const names = parse(read(path))[of].flatMap(({ fields }: { fields: { name: string }[] }) =>
      fields.map(({ name }) => name),
    );
    assert.deepEqual(
      names.filter((name: string) => name !== "body" && !(name in frontMatterSchema.shape)),
      [],
    );
    assert.equal(names.length, 15, path);
  }
  const written = { title: "글", date: "2026-11-26 09:15", draft: true, categories: ["하루"], image: "/images/a.jpg" };
  const { date, draft, categories, image } = frontMatterSchema.parse(written);
  assert.deepEqual([date, draft, categories, image], ["2026-11-26 09:15", true, ["하루"], { src: "/images/a.jpg" }]);
});

/** The keys and values that https://pagescms.org/docs/configuration/ describes, for what our file uses. */
const path = z.string().regex(/^[^/].*[^/]$/u);
const name = z.string().regex(/^[\w-]+$/u);
const common = {
  name,
  label: z.string().optional(),
  description: z.string().optional(),
  required: z.boolean().optional(),
  hidden: z.boolean().optional(),
  readonly: z.boolean().optional(),
  default: z.unknown().optional(),
  list: z.union([z.boolean(), z.strictObject({ min: z.number().optional(), max: z.number().optional() })]).optional(),
};
const plain = z.strictObject({
  ...common,
  type: z.enum(["boolean", "image", "number", "rich-text", "string", "text", "uuid"]),
});
const day = z.strictObject({
  ...common,
  type: z.literal("date"),
  options: z.strictObject({ time: z.boolean().optional(), format: z.string().optional() }).optional(),
});
const view = z.strictObject({
  fields: z.array(z.string()).optional(),
  primary: z.string().optional(),
  sort: z.array(z.string()).optional(),
  default: z.strictObject({ sort: z.string().optional(), order: z.enum(["asc", "desc"]).optional() }).optional(),
});
const pagesConfiguration = z.strictObject({
  media: z.strictObject({ input: path, output: z.string().regex(/^\/?[^/].*[^/]$/u) }),
  settings: z.strictObject({ content: z.strictObject({ merge: z.boolean() }) }),
  content: z.array(
    z.strictObject({
      name,
      label: z.string().optional(),
      type: z.enum(["collection", "file"]),
      path,
      filename: z.strictObject({ template: z.string(), field: z.union([z.boolean(), z.literal("create")]) }),
      view: view.optional(),
      fields: z.array(z.union([plain, day])),
    }),
  ),
});

test(".pages.yml is what Pages CMS documents, and keeps what its form does not ask for", () => {
  const written = parse(read(".pages.yml"));
  const { success, error } = pagesConfiguration.safeParse(written);
  assert.ok(success, error && z.prettifyError(error));
  assert.equal(pagesConfiguration.safeParse({ ...written, medium: 1 }).success, false);
  assert.equal(written.settings.content.merge, true);
  // A default would be written into every old post that is edited.
  assert.doesNotMatch(read(".pages.yml"), /default: (?:true|false)/u);
  for (const { view: shown, fields, filename } of written.content) {
    const names = fields.map((field: { name: string }) => field.name);
    for (const one of [...shown.fields, ...(shown.sort ?? [])]) assert.ok(names.includes(one), one);
    // Its tokens of fields lose all Hangul; a name that begins with a dot or `_` is no post.
    for (const [, token = ""] of filename.template.matchAll(/\{(\w+)\}/gu))
      assert.match(token, /^(?:year|month|day|hour|minute|second)$/u);
    assert.match(filename.template, /^\{year\}.*\.md$/u);
  }
});

test("the JSON Schema describes every field in Korean and takes true and false for a flag", () => {
  const { $schema, title, properties } = data("docs/editors/front-matter.schema.json");
  assert.match($schema, /json-schema\.org\/draft\/2020-12/u);
  assert.match(title, /글 정보/u);
  assert.equal(properties.draft.type, "boolean");
  assert.deepEqual(properties.lineBreaks.enum, ["keep", "commonmark"]);
  for (const field of editorFields) assert.match(properties[field.name].description, /[가-힣]/u, field.name);
});

test("in an English site the forms are English", () => {
  assert.doesNotMatch(editorFiles("en").get(".pages.yml") ?? "", /[가-힣]/u);
});
