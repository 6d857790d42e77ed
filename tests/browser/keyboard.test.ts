import assert from "node:assert/strict";
import { test } from "node:test";
import { distOf, recipes } from "../site/sites.ts";
import { computed } from "./looking.ts";
import { everything, opener } from "./opened.ts";
import { longestWith, origin } from "./served.ts";

const opened = opener();

test("Tab goes through everything that can be focused, in the order of reading, and leaves", async () => {
  for (const path of ["/", longestWith(distOf(recipes.own), 'class="toc"'), "/tags/", "/subscribe/"]) {
    const page = await opened(path, 1280, { site: recipes.own });
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
  const page = await opened("/posts/reading-without-script/", 1280, { site: recipes.own });
  const press = async (name: string) => {
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    const stops = await page.locator("a, button, summary, [tabindex]").count();
    await page.keyboard.press("Tab");
    for (let stop = 0; (await focused()) !== name; stop += 1) {
      assert.ok(stop < stops, name);
      await page.keyboard.press("Tab");
    }
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    return [decodeURI(new URL(page.url()).pathname), await page.getAttribute("html", "lang")];
  };
  assert.deepEqual(await press("English"), ["/en/posts/reading-without-script/", "en"]);
  assert.equal(await page.locator("h1").textContent(), "Reading without script");
  assert.deepEqual(await press("한국어"), ["/posts/reading-without-script/", "ko"]);
  await page.goto(`${origin}/posts/첫눈/`);
  assert.deepEqual(await press("English"), ["/en/", "en"]);
});

test("the first Tab shows the skip link, and every focus is outlined", async () => {
  const page = await opened("/", 1280, { site: recipes.own });
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

test("a heading's anchor has a width; it shows under the pointer, in focus and on touch", async () => {
  const page = await opened(everything);
  const anchor = page.locator(".anchor").first();
  assert.ok(((await anchor.boundingBox())?.width ?? 0) >= 24);
  assert.equal(await computed(page, ".anchor", "opacity"), "0");
  await page.locator(".prose h2").first().hover();
  assert.equal(await computed(page, ".anchor", "opacity"), "1");
  await page.mouse.move(0, 0);
  await page.locator(".toc a").last().focus();
  const isFocused = () => anchor.evaluate((link) => link === document.activeElement);
  for (let step = 0; step < 5 && !(await isFocused()); step += 1) await page.keyboard.press("Tab");
  assert.equal(await isFocused(), true);
  assert.equal(await computed(page, ".anchor", "opacity"), "1");
  const phone = await opened(everything, 360, { hasTouch: true, isMobile: true });
  assert.ok(Number(await computed(phone, ".anchor", "opacity")) >= 0.7);
});

test("the ring of a link of the contents lies inside its box; a wide formula takes focus", async () => {
  const page = await opened(everything);
  await page.locator(".toc a").first().focus();
  await page.keyboard.press("Tab");
  assert.equal(await computed(page, ".toc a:focus", "outline-offset"), "-2px");
  const formula = page.locator(".math");
  assert.equal(
    await formula.evaluate((box) => box.scrollWidth > box.clientWidth && (box as HTMLElement).tabIndex === 0),
    true,
  );
});

test("only what scrolls is a Tab stop, and shows where it is cut", async () => {
  const page = await opened(everything, 360);
  const [short, long] = await page.locator("pre").evaluateAll((blocks) =>
    blocks.map((block) => ({
      tab: block.getAttribute("tabindex"),
      scrolls: block.scrollWidth > block.clientWidth,
      shadows: getComputedStyle(block).backgroundImage.split("linear-gradient").length - 1,
    })),
  );
  assert.deepEqual(short, { tab: null, scrolls: false, shadows: 4 });
  assert.deepEqual(long, { tab: "0", scrolls: true, shadows: 4 });
});
