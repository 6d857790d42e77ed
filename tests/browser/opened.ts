import { after, before } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { distOf, type Recipe, recipes } from "../site/sites.ts";
import { startBrowser } from "./browser.ts";
import { origin, serve } from "./served.ts";

/** The post with every part that a post can have. */
export const everything = "/posts/글/온갖-것/";

type Options = BrowserContextOptions & { site?: Recipe };

/** Opens pages of built sites, each in a window of its own, in one browser that ends with the tests of the file. */
export function opener(): (path: string, width?: number, options?: Options) => Promise<Page> {
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());
  return async (path, width = 1280, { site = recipes.look, ...rest } = {}) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, ...rest });
    await serve(context, distOf(site));
    const page = await context.newPage();
    await page.goto(origin + path);
    return page;
  };
}
