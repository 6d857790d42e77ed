import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { typesetterFor } from "#markdown/formulas.ts";
import { distOf, recipes } from "../site/sites.ts";
import { everything, opener } from "./opened.ts";

const opened = opener();
const dist = distOf(recipes.look);

/** A page whose text is one formula. */
async function withFormula(tex: string): Promise<Page> {
  const typeset = await typesetterFor("$");
  assert.ok(typeset);
  const page = await opened("/");
  const [sheet = ""] = globSync("assets/*.css", { cwd: dist });
  // The policy of the site's own pages lets nobody write HTML into them.
  await page.goto("about:blank");
  await page.setContent(`<style>${readFileSync(join(dist, sheet), "utf8")}</style><p>${typeset(tex, true)}`);
  return page;
}

test("aligned formulas meet at their signs", async () => {
  const page = await withFormula(String.raw`\begin{aligned} f(x) + 1 &= x \\ y &= 2x + 1 \end{aligned}`);
  const rows = await page.locator("mtr").evaluateAll((all) =>
    all.map((row) =>
      [...row.children].map(({ firstElementChild: cell }) => {
        const { left, right } = (cell ?? row).getBoundingClientRect();
        return [left, right] as const;
      }),
    ),
  );
  const [[before, after] = [], [below, under] = []] = rows;
  assert.ok(before && after && below && under);
  assert.ok(Math.abs(before[1] - below[1]) < 1 && Math.abs(after[0] - under[0]) < 1, String(rows));
  assert.ok(after[0] - before[1] < 2, String(rows));
});

test("a frame around a formula is drawn, and lines over and under one", async () => {
  const page = await withFormula(String.raw`x = \boxed{y} \overline{A\cancel{5}} \underline{\cancel{B}}`);
  const lines = await page.locator("math *").evaluateAll((all) =>
    all.map((one) => {
      const { borderTopWidth, borderRightWidth, borderBottomWidth } = getComputedStyle(one);
      return [borderTopWidth, borderRightWidth, borderBottomWidth].join(" ");
    }),
  );
  for (const drawn of ["1px 1px 1px", "1px 0px 0px", "0px 0px 1px"]) assert.ok(lines.includes(drawn), String(lines));
  assert.equal(await page.locator("menclose").count(), 2);
});

test("lines within a matrix, a stroke and colours are drawn as they are written", async () => {
  const page = await withFormula(
    String.raw`\begin{array}{|c|c|} \hline a & b \\ \hline c & d \end{array} \cancel{5} \color{blue} z`,
  );
  const cells = await page.locator("mtr").evaluateAll((rows) =>
    rows.map((row) =>
      [...row.children].map((cell) => {
        const { borderTopWidth, borderRightWidth, borderBottomWidth } = getComputedStyle(cell);
        return [borderTopWidth, borderRightWidth, borderBottomWidth].map((width) => Number.parseFloat(width)).join("");
      }),
    ),
  );
  // Before the first column an empty cell has its line.
  assert.deepEqual(cells, [
    ["010", "111", "111"],
    ["010", "010", "010"],
  ]);
  const styleOf = (selector: string, name: "color" | "textDecorationLine") =>
    page.locator(selector).evaluate((one, of) => getComputedStyle(one)[of], name);
  assert.equal(await styleOf("menclose", "textDecorationLine"), "line-through");
  assert.equal(await page.locator("menclose *").count(), 1);
  // Blue as it is cannot be read on a dark ground.
  assert.equal(await styleOf("mi:text('z')", "color"), "rgb(104, 104, 255)");
});

test("brackets grow around a matrix where no face of the machine lets them, and only pages with formulas bring the signs", async () => {
  const page = await opened(everything);
  await page.evaluate(async () => document.fonts.ready);
  const [bracket = 0, matrix = 1] = await page
    .locator("math:has(mtable)")
    .evaluate((formula) =>
      ['mo[fence][stretchy="true"]', "mtable"].map(
        (part) => formula.querySelector(part)?.getBoundingClientRect().height ?? 0,
      ),
    );
  assert.ok(bracket > 0.9 * matrix, `${String(bracket)} of ${String(matrix)}`);
  const sheets = () => page.locator('head > link[rel="stylesheet"]').count();
  assert.equal(await sheets(), 2);
  await page.goto(new URL("/", page.url()).href);
  assert.equal(await sheets(), 1);
});
