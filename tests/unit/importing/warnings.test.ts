import assert from "node:assert/strict";
import { test } from "node:test";
import { reportMarkdown } from "#tools/import/shared/report-markdown.ts";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";
import { unpacked } from "./unpacked.ts";

/** Every warning of a fixture: source file and line, and the kind. Files that are not named must have none. */
const expected: Readonly<Record<string, readonly string[]>> = {
  "hugo-bodies.txt": [
    "content/post/embed.md:5 embed-linked",
    "content/post/embed.md:7 embed-linked",
    "content/post/embed.md:11 embed-linked",
    "content/post/embed.md:15 style-dropped",
    "content/post/embed.md:17 script-dropped",
    "content/post/escape.md:5 liquid-shown",
    "content/post/links.md:5 link-unknown",
    "content/post/pseudo.md:5 tag-shown",
    "content/post/pseudo.md:5 tag-shown",
    "content/post/pseudo.md:5 tag-shown",
  ],
  "hugo-pictures.txt": [
    "content/posts/missing.md:4 import-cover-missing",
    "content/posts/missing.md:7 import-picture-missing",
  ],
  "hugo-front-matter.txt": ["content/post/_index.md:7 section-page", "content/post/expired.md:4 hidden-by-date"],
  "hugo-addresses.txt": [],
  "hugo-suffix.txt": [],
  "hugo-folders.txt": [],
  "jekyll-plain.txt": [],
};

for (const [fixture, warnings] of Object.entries(expected)) {
  test(`${fixture}: one warning for each doubtful place, and none elsewhere`, async (context) => {
    const { root, remove } = unpacked(fixture);
    context.after(remove);
    const ours = await imported(root);
    context.after(ours.remove);
    const found = ours.report.pages.flatMap((page) =>
      page.warnings.map(({ line, code }) => `${page.source}:${String(line)} ${code}`),
    );
    assert.deepEqual(found, warnings);
    for (const language of ["ko", "en"] as const) {
      const report = reportMarkdown(ours.report, language);
      for (const page of ours.report.pages) assert.ok(report.includes(page.target), `${language}: ${page.target}`);
      assert.doesNotMatch(report, /undefined|\[object/u);
    }
  });
}

test("the copy that a program left beside a post is told", async (context) => {
  const { root, remove } = sourceOf({
    "_config.yml": "title: 가\n",
    "_posts/2020-01-01-글.md": "---\ntitle: 글\n---\n글\n",
    "_posts/2020-01-01-글.sync-conflict-20260101-120000-ABCDEFG.md": "---\ntitle: 글\n---\n글 둘\n",
  });
  context.after(remove);
  const ours = await imported(root);
  context.after(ours.remove);
  const found = ours.report.pages.map(({ warnings }) => warnings.map(({ code, values }) => [code, values["original"]]));
  assert.deepEqual(found, [[["conflict-copy", "_posts/2020-01-01-글.md"]], []].reverse());
});
