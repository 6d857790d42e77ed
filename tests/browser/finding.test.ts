import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { distOf, recipes } from "../site/sites.ts";
import { startBrowser } from "./browser.ts";
import { origin, serve } from "./served.ts";

const seed = "/blog/2020/06/테크핀-이야기/";
let browser: Browser;
let page: Page;
before(async () => {
  browser = await startBrowser();
  const context = await browser.newContext({ javaScriptEnabled: false });
  await serve(context, distOf(recipes.old), { base: "/blog" });
  page = await context.newPage();
});
after(() => browser.close());

/** Goes to a link by Tab and follows it. */
async function follow(link: ReturnType<Page["locator"]>): Promise<void> {
  const target = await link.first().elementHandle();
  assert.ok(target, String(link));
  for (let step = 0; step < 2000; step += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) break;
  }
  const before = page.url();
  await Promise.all([page.waitForURL(({ href }) => href !== before), page.keyboard.press("Enter")]);
}

test("without scripts and with the keyboard alone a post is found by its names and a word of its headings", async () => {
  for (const word of ["테크핀", "핀테크", "초개인화"]) {
    await page.goto(`${origin}/blog/`);
    await follow(page.getByRole("link", { name: "찾아보기" }));
    assert.equal(decodeURI(new URL(page.url()).pathname), "/blog/find/", word);
    const term = page.locator("dt").filter({ hasText: new RegExp(`^${word}$`, "u") });
    await follow(term.locator("xpath=following-sibling::dd[1]/a"));
    assert.equal(decodeURI(new URL(page.url()).pathname), seed, word);
  }
});

test("the form in the header asks the engine for this site's posts alone, and the policy lets it go there and nowhere else", async () => {
  const asked: string[] = [];
  await page.context().route(/^https:\/\/(?:duckduckgo\.com|elsewhere\.example)\//u, async (route) => {
    asked.push(route.request().url());
    await route.fulfill({ body: "found", contentType: "text/plain" });
  });
  for (const path of ["/blog/", "/blog/find/", "/blog/없는-주소/"]) {
    await page.goto(origin + encodeURI(path));
    const field = page.getByRole("searchbox");
    assert.equal(await field.count(), 1, path);
    await field.focus();
    await page.keyboard.type("책장");
    await page.getByRole("button", { name: "글 검색" }).click();
    await page.waitForURL(/duckduckgo/u);
    const url = new URL(asked.pop() ?? "");
    assert.deepEqual(
      [...url.searchParams],
      [
        ["sites", "user.example/blog"],
        ["q", "책장"],
      ],
      path,
    );
  }
  await page.goto(`${origin}/blog/`);
  await page.getByRole("search").evaluate((form: HTMLFormElement) => (form.action = "https://elsewhere.example/"));
  await page.getByRole("searchbox").fill("책장");
  const [refusal] = await Promise.all([page.waitForEvent("console"), page.keyboard.press("Enter")]);
  assert.match(refusal.text(), /form-action/u);
  assert.deepEqual(asked, []);
});

test("every title stands on one page, which the foot of each page leads to", async () => {
  await page.goto(origin + encodeURI(seed));
  await follow(page.getByRole("link", { name: "모든 제목" }));
  await follow(page.getByRole("link", { name: "초개인화, 테크핀" }));
  assert.equal(decodeURI(new URL(page.url()).pathname), seed);
});
