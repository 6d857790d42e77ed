import assert from "node:assert/strict";
import { test } from "node:test";
import { reportMarkdown } from "#tools/import/shared/report-markdown.ts";
import { importText } from "#text/importing.ts";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

const settings =
  'baseURL = "https://blog.test/"\ndefaultContentLanguage = "ko"\n[languages.ko]\nweight = 1\n[languages.en]\nweight = 2\n';
const post = (title: string, more = "") => `---\ntitle: ${title}\ndate: 2020-06-01\n${more}---\n${title} 글\n`;
const files = {
  "hugo.toml": settings,
  "content/post/가.md": post("가"),
  "content/post/가.en.md": post("A"),
  "content/post/나.md": post("나", "translationKey: two\n"),
  "content/post/b.en.md": post("B", "translationKey: two\n"),
  "content/post/홀로.md": post("홀로"),
  "content/post/_index.md": "---\ntitle: 글\n---\n소개\n",
  "content/post/_index.en.md": "---\ntitle: Posts\n---\nAbout\n",
};

test("translations carry the same key, and the report names each pair", async () => {
  const { root, remove } = sourceOf(files);
  const ours = await imported(root, { language: "all" });
  const keys = Object.keys(files).map((file) => ours.entryOf(file)?.extra["translationKey"]);
  assert.deepEqual(keys.slice(1), ["post/가", "post/가", "two", "two", undefined, "post/_index", "post/_index"]);
  assert.deepEqual(
    ours.report.translations.map(({ pages }) => pages.map(({ language, path }) => `${language} ${path}`)),
    [
      ["en /en/post/", "ko /post/"],
      ["en /en/post/가/", "ko /post/가/"],
      ["en /en/post/b/", "ko /post/나/"],
    ],
  );
  for (const language of ["ko", "en"] as const)
    assert.match(
      reportMarkdown(ours.report, importText(language)),
      /`\/post\/나\/` \(ko\) = `\/en\/post\/b\/` \(en\)|`\/en\/post\/b\/` \(en\) = `\/post\/나\/` \(ko\)/u,
    );
  ours.remove();
  remove();
});

test("with one language there are no pairs, and what was left out is named", async () => {
  const { root, remove } = sourceOf(files);
  const ours = await imported(root, { language: "ko" });
  assert.deepEqual([ours.report.translations, ours.report.otherLanguages.length], [[], 3]);
  assert.equal(ours.entryOf("content/post/가.md")?.extra["translationKey"], undefined);
  ours.remove();
  remove();
});
