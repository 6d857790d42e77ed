import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, BrowserContext } from "playwright-core";
import { contentPolicy } from "#model/content-policy.ts";
import { fileOf } from "#model/address.ts";
import { distOf, recipes } from "../site/sites.ts";
import { startBrowser } from "./browser.ts";
import { refusalsOf, unseenPictures } from "./policy.ts";

const origin = "https://seogo.example";
const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  svg: "image/svg+xml",
  png: "image/png",
  webp: "image/webp",
  jpg: "image/jpeg",
};
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
let browser: Browser;

before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

/** Opens pages under the policy's header; returns every violation, and every remote picture that is not shown, with its page. */
async function violations(
  context: BrowserContext,
  paths: readonly string[],
  { read, policy = contentPolicy([]) }: { read: (path: string) => Buffer; policy?: string },
): Promise<string[]> {
  const page = await context.newPage();
  const found = await refusalsOf(page);
  await page.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin) return route.fulfill({ body: pixel, contentType: "image/png" });
    const path = fileOf(decodeURIComponent(url.pathname));
    const headers = {
      "content-security-policy": policy,
      "content-type": types[path.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    };
    return route.fulfill({ body: read(path), headers });
  });
  for (const path of paths) {
    await page.goto(`${origin}${encodeURI(path)}`);
    found.push(...(await page.evaluate(unseenPictures)).map((src) => `${path} ${src}`));
  }
  await page.close();
  return found;
}

test("a page shows the pictures of the sites that the policy names", async () => {
  const dist = distOf(recipes.old);
  const [file = ""] = globSync("**/남의-서버에-둔-그림/index.html", { cwd: dist });
  assert.ok(readFileSync(join(dist, file), "utf8").split("<img ").length > 4);
  const policy = /Content-Security-Policy: (.*)/u.exec(readFileSync(join(dist, "_headers"), "utf8"))?.[1] ?? "";
  const read = (path: string) => readFileSync(join(dist, path.replace(/^blog\//u, "")));
  const context = await browser.newContext();
  const path = `/blog/${file.replace(/index\.html$/u, "")}`;
  assert.deepEqual(await violations(context, [path], { read, policy }), []);
  assert.notDeepEqual(await violations(context, [path], { read }), []);
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
    "<img src='https://elsewhere.example/a.png'>",
  ];
  for (const body of bodies) {
    const html = Buffer.from(`<!doctype html><title>가</title>${body}`);
    const found = await violations(context, ["/"], {
      read: (path) => (path === "index.html" ? html : Buffer.from("")),
    });
    assert.ok(found.length > 0, body);
  }
  await context.close();
});
