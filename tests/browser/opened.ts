import { after, before } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { distOf, type Recipe, recipes } from "../site/sites.ts";
import { startBrowser } from "./browser.ts";
import { origin, serve } from "./served.ts";

/** The post with every part that a post can have. */
export const everything = "/posts/글/온갖-것/";

type Options = BrowserContextOptions & { site?: Recipe };

/**
 * Opens pages of built sites in one browser that ends with the tests of the file. A page opened with the options of one
 * before it takes that one's window, for a new window asks more of the machine than most tests.
 */
export function opener(): (path: string, width?: number, options?: Options) => Promise<Page> {
  let browser: Browser;
  const windows = new Map<string, Page>();
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());
  const windowOf = async ({ site = recipes.look, ...rest }: Options) => {
    const options = JSON.stringify([site.name, rest]);
    const known = windows.get(options);
    if (known) return asNew(known);
    const context = await browser.newContext(rest);
    await serve(context, distOf(site));
    const page = await context.newPage();
    windows.set(options, page);
    return page;
  };
  return async (path, width = 1280, options = {}) => {
    const page = await windowOf(options);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(origin + path);
    return page;
  };
}

/** Takes back what a test did to a window; all else goes with its document. */
async function asNew(page: Page): Promise<Page> {
  await page.unrouteAll();
  await page.emulateMedia({ media: null });
  await page.mouse.move(0, 0);
  return page;
}
