import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { distOf, recipes } from "../site/sites.ts";
import { startBrowser } from "./browser.ts";
import { origin, pathsToLookAt, serve } from "./served.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** In the page: what axe finds. To hand over all that passed too would take longer than to find it. */
const violations = `axe.run({ runOnly: ${JSON.stringify(rules)}, resultTypes: ["violations"] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + " " + html.slice(0, 120))))`;
let browser: Browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

test("axe finds nothing on any template in the light and the dark scheme", async () => {
  const dist = distOf(recipes.own);
  // Without motion a change of scheme has its colours at once.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  await serve(context, dist);
  const page = await context.newPage();
  const found: string[] = [];
  for (const path of pathsToLookAt(dist)) {
    await page.goto(origin + path);
    await page.evaluate(axe);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(...((await page.evaluate(violations)) as string[]).map((words) => `${path} ${colorScheme} ${words}`));
    }
  }
  assert.deepEqual(found, []);
});
