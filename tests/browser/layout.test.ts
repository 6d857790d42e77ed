import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { distOf, recipes } from "../site/sites.ts";
import { startBrowser } from "./browser.ts";
import { longestWith, origin, serve } from "./served.ts";

const dist = distOf(recipes.own);
/** The longest article that has a table of contents, whoever's posts stand here. */
const withContents = longestWith(dist, 'class="toc"');
let browser: Browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

/** Opens a page of the built site at a width; `scale` is the reader's own text size. */
async function opened(width: number, height = 800): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height } });
  await serve(context, dist);
  return context.newPage();
}

test("the contents stand folded on a phone, open and beside the text on a wide screen", async () => {
  const page = await opened(360);
  await page.goto(origin + withContents);
  const link = page.locator(".toc a").first();
  assert.equal(await link.isVisible(), false);
  await page.locator(".toc summary").click();
  assert.equal(await link.isVisible(), true);
  await page.locator(".toc summary").click();
  await page.setViewportSize({ width: 1280, height: 800 });
  assert.equal(await link.isVisible(), true);
  const [toc, text] = [await link.boundingBox(), await page.locator(".prose").boundingBox()];
  assert.ok(toc && text && toc.x > text.x + text.width, "the contents stand to the right of the text");
  await page.evaluate(() => scrollTo(0, 3000));
  assert.ok(((await link.boundingBox())?.y ?? -1) > 0, "the contents follow the page");
});

test("the first Tab shows the skip link, and every focus is outlined", async () => {
  const page = await opened(1280);
  await page.goto(`${origin}/`);
  await page.keyboard.press("Tab");
  assert.equal(await page.locator(".skip").evaluate((link) => link === document.activeElement), true);
  assert.ok(((await page.locator(".skip").boundingBox())?.y ?? -1) >= 0);
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(
      () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
    );
    assert.equal(outline, "solid");
  }
});

test("the name of the blog keeps its words whole at twice the size of text, beside the other language", async () => {
  const page = await opened(360);
  await page.goto(origin + withContents);
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "36px", "important"));
  const name = await page.locator(".top [rel='home']").evaluate((link) => link.getBoundingClientRect().height);
  assert.ok(name < 36 * 3, String(name));
});

test("text at twice the size keeps one column and cuts nothing off", async () => {
  const page = await opened(640);
  for (const path of ["/", withContents, "/tags/"]) {
    await page.goto(origin + path);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "36px", "important"));
    assert.equal(await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) <= innerWidth), true, path);
  }
});
