import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { distOf, recipes } from "../../site/sites.ts";
import { origin, serve } from "../served.ts";
import { at, browser, complaints, dev, goodStyles, notice, open, page, patience, sees, styles } from "./sitting.ts";

/** What the browser makes of the page's styles. */
function look(from: Page): Promise<string[]> {
  return from.evaluate(() =>
    ["body", ".top", "main", "h1", "h1 + p", ".lines a", ".foot"].map((name) => {
      const element = document.querySelector(name);
      if (!element) return `${name} –`;
      const { color, backgroundColor, fontFamily, fontSize, marginBlock, display, maxInlineSize } =
        getComputedStyle(element);
      return [name, color, backgroundColor, fontFamily, fontSize, marginBlock, display, maxInlineSize].join(" ");
    }),
  );
}

test("a site that already has mistakes, one of them in its styles, opens, says so, and shows once they are mended", async () => {
  await open("/posts/봄/");
  await notice().getByText("src/styles/owner.css").waitFor(patience);
  writeFileSync(styles, goodStyles);
  await sees("봄이 온다");
  await notice().getByText("틀림.md:3:7").waitFor(patience);
  rmSync(at("틀림.md"));
  await notice().waitFor({ ...patience, state: "detached" });
  complaints.length = 0;
});

test("pages look as published, and the browser refuses nothing", async () => {
  const context = await browser.newContext();
  await serve(context, distOf(recipes.own));
  const published = await context.newPage();
  for (const path of ["/about/", "/tags/", "/"]) {
    await published.goto(origin + path);
    await open(path);
    assert.deepEqual(await look(page), await look(published), path);
  }
  await context.close();
  const broken = await page.evaluate(async () => {
    const shown = Array.from(document.images, async (image) => {
      image.loading = "eager";
      return image.decode().then(
        () => [],
        () => [image.src],
      );
    });
    return (await Promise.all(shown)).flat();
  });
  assert.deepEqual(broken, []);
  assert.deepEqual(complaints, []);
});

test("drafts and scheduled posts are shown, marked, and told as shown", async () => {
  await open("/posts/");
  for (const [title, mark] of [
    ["초안 글", "초안"],
    ["예약 글", "예약"],
  ] as const) {
    const line = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: title, exact: true }) });
    assert.equal(await line.locator(".draft").textContent(), mark);
  }
  await open("/posts/초안/");
  assert.equal(await page.locator("article .draft").textContent(), "초안");
  assert.match(dev.said(), /초안 \d+편을 함께 보입니다/u);
  assert.match(dev.said(), /‘예약 글’: 2099-01-01.*이 페이지에만 보입니다/u);
});
