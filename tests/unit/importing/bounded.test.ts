import assert from "node:assert/strict";
import { test } from "node:test";
import { inTime } from "#tools/import/shared/imported-page.ts";
import { articleHtml } from "#tools/import/wordpress/article.ts";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

test("a body that takes too long to convert is given up", () => {
  assert.throws(() => inTime(() => String(/^(?:가|가가)+$/u.test(`${"가".repeat(200)}나`)), 20), /timed out/u);
  assert.equal(
    inTime(() => "말"),
    "말",
  );
});

test("a caption that nothing ends takes no other's words", () => {
  const picture = '<img src="a.png">';
  const written = `[caption id="1" [caption id="2"]앞 [caption id="3"]${picture}말[/caption]`;
  const figure = `<figure>${picture}<figcaption>말</figcaption></figure>`;
  const html = articleHtml(written);
  assert.ok(html.includes('[caption id="1" [caption id="2"]앞') && html.includes(figure), html);
});

test("a file that Hugo's ignoreFiles would look at for ever becomes a draft", async () => {
  const { root, remove } = sourceOf({
    "hugo.toml": 'baseURL = "https://blog.test/"\nignoreFiles = ["(가+)+\\\\.txt"]\n',
    [`content/post/${"가".repeat(40)}.md`]: "---\ntitle: 글\n---\n말\n",
    "content/post/나.md": "---\ntitle: 글\n---\n말\n",
  });
  const { report, remove: removeOurs } = await imported(root);
  assert.deepEqual(report.pages.map(({ isDraft }) => isDraft).sort(), [false, true]);
  removeOurs();
  remove();
});
