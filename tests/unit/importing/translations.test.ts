import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cataloguesOf } from "#model/catalogues.ts";
import { defineSite } from "#model/site.ts";
import { reportMarkdown } from "#tools/import/shared/report-markdown.ts";
import { imported, now } from "./imported.ts";
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
  const keys = Object.keys(files).map((file) => ours.entryOf(file)?.translationKey);
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
      reportMarkdown(ours.report, language),
      /`\/post\/나\/` \(ko\) = `\/en\/post\/b\/` \(en\)|`\/en\/post\/b\/` \(en\) = `\/post\/나\/` \(ko\)/u,
    );
  ours.remove();
  remove();
});

test("a translation lies beside its original, or apart where its pictures are others, and a site of both languages pairs them", async () => {
  const { root, remove } = sourceOf({
    ...files,
    "content/post/다/index.md": post("다"),
    "content/post/다/index.en.md": post("C"),
    "content/post/다/표.txt": "함께",
    "content/ko/post/라/index.md": post("라"),
    "content/ko/post/라/표.txt": "우리말",
    "content/en/post/라/index.md": post("D"),
    "content/en/post/라/표.txt": "English",
    "hugo.toml": settings
      .replace("weight = 1", 'contentDir = "content/ko"')
      .replace("weight = 2", 'contentDir = "content/en"'),
  });
  const ours = await imported(root, { language: "all" });
  assert.deepEqual(
    ["content/post/가.en.md", "content/post/다/index.en.md", "content/en/post/라/index.md"].map(
      (file) => ours.entryOf(file)?.file,
    ),
    ["post/가.en.md", "post/다/index.en.md", "en/post/라/index.md"].map((file) => `src/content/posts/${file}`),
  );
  const beside = (folder: string) => readFileSync(join(ours.root, "src/content/posts", folder, "표.txt"), "utf8");
  assert.deepEqual(["post/다", "post/라", "en/post/라"].map(beside), ["함께", "우리말", "English"]);
  const options = { site: defineSite({ languages: { en: {} } }), now };
  const [{ languagesOf }] = cataloguesOf(ours.entries, options);
  for (const [ko, en] of [
    ["가", "가"],
    ["나", "b"],
    ["다", "다"],
    ["라", "라"],
  ])
    assert.deepEqual(languagesOf?.(`/post/${ko}/`), [
      { language: "ko", path: `/post/${ko}/`, isTranslation: true },
      { language: "en", path: `/en/post/${en}/`, isTranslation: true },
    ]);
  assert.deepEqual(languagesOf?.("/post/홀로/").at(-1), { language: "en", path: "/en/", isTranslation: false });
  ours.remove();
  remove();
});

test("the language of the new site has the plain names, whatever the old one began with", async () => {
  const { root, remove } = sourceOf(files);
  for (const [siteLanguage, names] of [
    ["ko", ["가.md", "가.en.md"]],
    ["en", ["가.ko.md", "가.md"]],
  ] as const) {
    const ours = await imported(root, { language: "all", siteLanguage });
    const targets = ["content/post/가.md", "content/post/가.en.md"].map(
      (file) => ours.report.pages.find(({ source }) => source === file)?.target,
    );
    assert.deepEqual(
      targets,
      names.map((name) => `src/content/posts/post/${name}`),
    );
    ours.remove();
  }
  remove();
});

test("with one language there are no pairs, and what was left out is named", async () => {
  const { root, remove } = sourceOf(files);
  const ours = await imported(root, { language: "ko" });
  assert.deepEqual([ours.report.translations, ours.report.otherLanguages.length], [[], 3]);
  assert.equal(ours.entryOf("content/post/가.md")?.translationKey, undefined);
  ours.remove();
  remove();
});
