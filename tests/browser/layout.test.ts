import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { distOf, recipes } from "../site/sites.ts";
import { startBrowser } from "./browser.ts";
import { lineEndsWithin } from "./line-ends.ts";
import { longestWith, origin, pathsToLookAt, serve } from "./served.ts";

const dist = distOf(recipes.own);
const paths = pathsToLookAt(dist);
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

test("no page scrolls sideways, from 320 to 1920 px", async () => {
  const page = await opened(320);
  const wide: string[] = [];
  for (const path of paths) {
    await page.goto(origin + path);
    for (const width of [320, 360, 640, 768, 1199, 1200, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - innerWidth);
      if (over > 0) wide.push(`${path} at ${String(width)}: ${String(over)} px`);
    }
  }
  assert.deepEqual(wide, []);
});

test("every link of the frame and the lists is a target of 44 px on a phone", async () => {
  const page = await opened(360);
  const small: string[] = [];
  for (const path of paths) {
    await page.goto(origin + path);
    const found = await page.evaluate(() =>
      [...document.querySelectorAll("a, summary")]
        .filter((link) => !link.closest(".prose, details:not([open]) ol") && !link.matches(".skip"))
        .filter((link) => link.getBoundingClientRect().height < 43.5 || link.getBoundingClientRect().width < 24)
        .map((link) => link.outerHTML.slice(0, 120)),
    );
    small.push(...found.map((html) => `${path} ${html}`));
  }
  assert.deepEqual(small, []);
});

test("no line of running text begins with a torn particle", async () => {
  const page = await opened(360);
  const torn: string[] = [];
  for (const path of paths.filter((candidate) => candidate.startsWith("/posts/"))) {
    await page.goto(origin + path);
    for (const width of [320, 360, 768]) {
      await page.setViewportSize({ width, height: 800 });
      const ends = await page.evaluate(lineEndsWithin, ".prose :is(p, li, dd, h2, h3), h1, ol.lines a");
      torn.push(
        ...ends.filter(([line, next]) => /[\p{Pe}\p{Pf}%가-힣]$/u.test(line) && /^[가-힣]/u.test(next)).map(String),
      );
    }
  }
  assert.deepEqual(torn, []);
});

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

test("text at twice the size keeps one column and cuts nothing off", async () => {
  const page = await opened(640);
  for (const path of ["/", withContents, "/tags/"]) {
    await page.goto(origin + path);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "36px", "important"));
    assert.equal(await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) <= innerWidth), true, path);
  }
});
