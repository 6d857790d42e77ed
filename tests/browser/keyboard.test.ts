import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { distOf, recipes } from "../site/sites.ts";
import { startBrowser } from "./browser.ts";
import { longestWith, origin, serve } from "./served.ts";

const dist = distOf(recipes.own);
let browser: Browser;
let page: Page;
before(async () => {
  browser = await startBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await serve(context, dist);
  page = await context.newPage();
});
after(() => browser.close());

test("Tab goes through everything that can be focused, in the order of reading, and leaves", async () => {
  for (const path of ["/", longestWith(dist, 'class="toc"'), "/tags/", "/subscribe/"]) {
    await page.goto(origin + path);
    const count = await page.evaluate(() => {
      const able = [...document.querySelectorAll<HTMLElement>("a[href], summary, button, input, select, [tabindex]")];
      const shown = able.filter((element) => element.tabIndex >= 0 && element.checkVisibility());
      for (const [index, element] of shown.entries()) element.dataset["order"] = String(index);
      return shown.length;
    });
    assert.ok(count > 5, path);
    const order: (string | undefined)[] = [];
    for (let step = 0; step < count; step += 1) {
      await page.keyboard.press("Tab");
      order.push(await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["order"]));
    }
    assert.deepEqual(
      order,
      Array.from({ length: count }, (_, index) => String(index)),
      path,
    );
    assert.equal(await page.locator('[tabindex]:not([tabindex="0"], [tabindex="-1"])').count(), 0, path);
  }
});

test("a reader goes to the other language of a post and back by keyboard, and from a post without a translation home", async () => {
  const press = async (name: string) => {
    await page.keyboard.press("Tab");
    while ((await page.evaluate(() => document.activeElement?.textContent?.trim())) !== name)
      await page.keyboard.press("Tab");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    return [decodeURI(new URL(page.url()).pathname), await page.getAttribute("html", "lang")];
  };
  await page.goto(`${origin}/posts/reading-without-script/`);
  assert.deepEqual(await press("English"), ["/en/posts/reading-without-script/", "en"]);
  assert.equal(await page.locator("h1").textContent(), "Reading without script");
  assert.deepEqual(await press("한국어"), ["/posts/reading-without-script/", "ko"]);
  await page.goto(`${origin}/posts/첫눈/`);
  assert.deepEqual(await press("English"), ["/en/", "en"]);
});
