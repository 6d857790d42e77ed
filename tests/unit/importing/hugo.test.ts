import assert from "node:assert/strict";
import { globSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { hasHugo, hugoPages } from "./hugo-oracle.ts";
import { imported } from "./imported.ts";
import { losses } from "./losses.ts";
import { unpacked } from "./unpacked.ts";

const fixtures = globSync("hugo-*.txt", { cwd: path.join(import.meta.dirname, "../../fixtures/importing") }).sort();

for (const name of fixtures) {
  test(`${name}: nothing that Hugo shows is lost`, { skip: hasHugo() ? false : "no hugo" }, async () => {
    const { root, remove } = unpacked(name);
    const ours = await imported(root);
    try {
      const pages = hugoPages(root, ours.report.site.basePath).filter(({ file }) => ours.entryOf(file));
      const lost = pages.flatMap((page) => losses(page, page.file, ours).map((loss) => `${page.file}: ${loss}`));
      assert.deepEqual(lost, []);
      assert.deepEqual(
        ours.problems.filter(({ severity }) => severity === "error"),
        [],
      );
      assert.ok(pages.length > 0);
    } finally {
      ours.remove();
      remove();
    }
  });
}
