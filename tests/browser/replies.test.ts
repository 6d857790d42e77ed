import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import { build, layOut } from "../site/sites.ts";
import { startBrowser } from "./browser.ts";
import { computed, over } from "./looking.ts";
import { origin, serve } from "./served.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: "https://seogo.example/", discussions: "me/blog", author: { name: "나", fediverse: "@me@social.example" } });
`;
const reply = (id: string, html: string, to?: string) => ({
  id: `mastodon:${id}`,
  ...(to && { to: `mastodon:${to}` }),
  name: `${id} ${"긴이름".repeat(20)}`,
  person: "https://far.example/@who",
  url: `https://far.example/${id}`,
  date: "2026-03-01T00:00:00Z",
  html,
});
const replies = [
  reply("a", `<p>${"가".repeat(300)}</p><pre>${"x".repeat(300)}</pre><img src="https://spy.example/a.png" alt="그림">`),
  reply("b", "<blockquote><p>따옴</p></blockquote><ol><li>하나</li></ol>", "a"),
  reply("c", `<p>https://${"long".repeat(60)}.example/</p><pre>${"x".repeat(300)}</pre>`, "b"),
  reply("d", "<p>שלום</p>", "c"),
];
let browser: Browser;
let dist: string;
before(async () => {
  const folder = layOut({ name: "replies-seen", posts: {}, settings });
  for (const kind of ["posts", "replies"]) mkdirSync(join(folder, "src/content", kind), { recursive: true });
  writeFileSync(
    join(folder, "src/content/posts/봄.md"),
    "---\ntitle: 봄\ndate: 2026-03-01\n---\n\n## 절\n\n봄입니다.\n",
  );
  writeFileSync(join(folder, "src/content/replies/봄.json"), JSON.stringify({ replies }));
  build(folder);
  dist = join(folder, "dist");
  browser = await startBrowser();
});
after(() => browser.close());

for (const colorScheme of ["light", "dark"] as const) {
  test(`replies fit a phone of 320 pixels, ask nobody for anything, and axe finds nothing (${colorScheme})`, async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 700 }, colorScheme });
    await serve(context, dist);
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).origin));
    await page.goto(`${origin}/posts/봄/`);
    assert.equal(await page.locator(".replies .h-cite").count(), 4);
    assert.ok((await over(page)) <= 0);
    assert.equal(await computed(page, ".p-content ol", "list-style-type"), "decimal");
    assert.deepEqual([...new Set(asked)], [origin]);
    await page.evaluate(axe);
    const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`),
      [],
    );
    await context.close();
  });
}

test("without script a reader gets by keyboard from the end of the replies to where they are answered", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await serve(context, dist);
  const page = await context.newPage();
  await page.goto(`${origin}/posts/봄/#Replies`);
  // Tab goes on from the fragment once the browser has gone there.
  await page.locator(":target").waitFor();
  const visited: string[] = [];
  for (let step = 0; step < 20 && visited.at(-1) !== "GitHub"; step += 1) {
    await page.keyboard.press("Tab");
    visited.push(...(await page.locator(":focus").allInnerTexts()));
  }
  assert.equal(visited.length, 11, "a name and a day of each reply, code that scrolls, then the first place");
  assert.match(
    (await page.locator(":focus").getAttribute("href")) ?? "",
    /^https:\/\/github\.com\/me\/blog\/discussions\/new\?/u,
  );
  await context.close();
});
