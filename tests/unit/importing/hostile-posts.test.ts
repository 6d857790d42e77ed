import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { parseFragment } from "parse5";
import { hostileBody, hostileShortcodes } from "./hostile-posts.ts";
import { factsOfHtml, type HtmlNode } from "./html-facts.ts";
import { hasHugo, hugoPages } from "./hugo-oracle.ts";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

const count = 120;
const settings =
  'baseURL = "https://blog.test/"\n[params]\nversion = "판0001"\n[markup.goldmark.renderer]\nunsafe = true\n[markup.goldmark.parser.attribute]\nblock = true\n';
const bodies = new Map(
  Array.from({ length: count }, (_, index) => [`content/post/p${String(index)}.md`, hostileBody(index)]),
);

test(
  "no word of a hostile post is lost: those that Hugo shows stay in sight",
  {
    skip: hasHugo() ? false : "no hugo",
  },
  async () => {
    const { root, remove } = sourceOf({
      "hugo.toml": settings,
      "config.toml": settings,
      ...Object.fromEntries(
        Object.entries(hostileShortcodes).map(([name, text]) => [`layouts/shortcodes/${name}.html`, text]),
      ),
      ...Object.fromEntries(
        [...bodies].map(([file, body]) => [file, `---\ntitle: 글\ndate: 2020-06-01\n---\n${body}\n`]),
      ),
    });
    const ours = await imported(root);
    try {
      const pages = hugoPages(root, "/").filter(({ file }) => bodies.has(file));
      assert.equal(pages.length, count);
      const lost = pages.flatMap(({ file, words }) => {
        const entry = ours.entryOf(file);
        const html = entry === undefined ? "" : ours.body(entry).html;
        const seen = factsOfHtml(parseFragment(html) as unknown as HtmlNode).words.join(" ");
        const written = new Set(bodies.get(file)?.match(/말\d{4}|판0001/gu));
        const shown = words.join(" ");
        // Words of a footnote that nothing cites stay in the file, and the build tells of it.
        const isTold = ours.problems.some(
          ({ code, file: at }) => /^footnote-(?:again|unused)$/u.test(code) && at === entry?.file,
        );
        const markdown = isTold && entry ? readFileSync(path.join(ours.root, entry.file), "utf8") : "";
        const told = /\[\^f\d\]:[\s\S]*/u.exec(markdown)?.[0] ?? "";
        const missing = [...written].filter((word) => !((shown.includes(word) ? seen : html) + told).includes(word));
        return missing.length === 0 ? [] : [`${missing.join(" ")} of ${file}:\n${bodies.get(file) ?? ""}`];
      });
      assert.deepEqual(lost, []);
      const stopped = ours.report.pages.filter(({ warnings }) =>
        warnings.some(({ code }) => code === "body-unconverted"),
      );
      assert.deepEqual(stopped, []);
    } finally {
      ours.remove();
      remove();
    }
  },
);
