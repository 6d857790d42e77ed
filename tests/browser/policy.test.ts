import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, BrowserContext } from "playwright-core";
import { contentPolicy } from "#model/content-policy.ts";
import { fileOf } from "#model/address.ts";
import { distOf, recipes } from "../site/sites.ts";
import { startBrowser } from "./browser.ts";

const origin = "https://seogo.example";
const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  svg: "image/svg+xml",
  png: "image/png",
  webp: "image/webp",
  jpg: "image/jpeg",
};
let browser: Browser;

before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

/** Opens pages under the policy's header; returns every violation with its page, and how many scripts ran or stood ready. */
async function violations(
  context: BrowserContext,
  paths: readonly string[],
  read: (path: string) => Buffer,
): Promise<string[]> {
  const page = await context.newPage();
  const found: string[] = [];
  await page.exposeBinding("seogoViolation", (_, words: string) => found.push(words));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      const told = (globalThis as unknown as { seogoViolation: (words: string) => void }).seogoViolation;
      told(`${decodeURI(location.pathname)} ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  await page.route("**/*", async (route) => {
    const path = fileOf(decodeURIComponent(new URL(route.request().url()).pathname));
    const headers = {
      "content-security-policy": contentPolicy,
      "content-type": types[path.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    };
    await route.fulfill({ body: read(path), headers });
  });
  for (const path of paths) await page.goto(`${origin}${encodeURI(path)}`);
  await page.close();
  return found;
}

test("under the policy Chromium has nothing to refuse on any page", async () => {
  const dist = distOf(recipes.own);
  const paths = globSync("**/*.html", { cwd: dist })
    .filter((file) => !readFileSync(join(dist, file), "utf8").includes('http-equiv="refresh"'))
    .map((file) => `/${file.replace(/index\.html$/u, "")}`);
  assert.ok(paths.length > 30);
  const context = await browser.newContext();
  assert.deepEqual(await violations(context, paths, (path) => readFileSync(join(dist, path))), []);
  await context.close();
});

test("what would run is refused, and noticed", async () => {
  const context = await browser.newContext();
  const bodies = [
    "<script>document.title = 'ran'</script>",
    "<img src=x.png onerror='1'>",
    "<p style='color:red'>",
    "<iframe src='/a/'></iframe>",
    "<img src='data:image/png;base64,AA'>",
  ];
  for (const body of bodies) {
    const html = Buffer.from(`<!doctype html><title>가</title>${body}`);
    const found = await violations(context, ["/"], (path) => (path === "index.html" ? html : Buffer.from("")));
    assert.ok(found.length > 0, body);
  }
  await context.close();
});
