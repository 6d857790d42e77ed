import assert from "node:assert/strict";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { layOut, recipes } from "../site/sites.ts";
import { startBrowser } from "./browser.ts";
import { openIn, startDev, until } from "./dev-server.ts";

test("a site below a folder tells its author what to look at, shows pictures, and shows an edit by itself without reading its routes anew", async (context) => {
  const folder = layOut({ name: "dev-below", posts: {}, settings: recipes.old.settings });
  const post = join(folder, "src/content/posts/봄.md");
  const write = (body: string) => writeFileSync(post, `---\ntitle: 봄 글\ndate: 2026-11-20\n---\n\n${body}\n`);
  writeFileSync(
    join(folder, "src/content/posts/꽃.svg"),
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  );
  write("[없는 글](/2026/11/없는-글/)\n\n![꽃](꽃.svg)");
  const [browser, dev] = await Promise.all([startBrowser(), startDev(folder, { DEBUG: "vite:transform" }, "/blog/")]);
  context.after(async () => {
    await browser.close();
    await dev.stop();
  });
  const page = await browser.newPage();
  await openIn(page, `${dev.origin}/blog/2026/11/봄/`);
  const dead = page.locator("seogo-strip").getByText("이어지는 곳이 없는 링크입니다");
  await dead.waitFor({ state: "attached", timeout: 60_000 });
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>("main img")?.naturalWidth === 9);
  const routesRead = () => dev.said().split("virtual:astro:routes").length;
  const { port } = new URL(dev.origin);
  assert.match(dev.said(), new RegExp(`서고가 열렸습니다: http://(?:localhost|127\\.0\\.0\\.1):${port}/blog/\\n`, "u"));
  const before = routesRead();
  write("봄이 왔다.");
  await page.getByText("봄이 왔다.").waitFor({ timeout: 60_000 });
  await page.locator("seogo-strip").waitFor({ state: "detached", timeout: 60_000 });
  assert.equal(routesRead(), before);
  writeFileSync(join(folder, "src/pages/mine.astro"), "<p>내 화면</p>\n");
  await until(() => routesRead() > before, dev.said);
});

test("a dev server whose folder is moved or deleted ends with a message", async (context) => {
  const folder = layOut({ name: "dev-moved", posts: {} });
  const dev = await startDev(folder);
  context.after(dev.stop);
  const moved = `${folder}-elsewhere`;
  rmSync(moved, { recursive: true, force: true });
  // Windows moves no folder that a process stands in.
  if (process.platform === "win32") return assert.throws(() => renameSync(folder, moved));
  renameSync(folder, moved);
  assert.equal(await dev.ended, 1);
  assert.match(dev.said(), /dev-moved 폴더가 지워졌거나 옮겨져서 멈춥니다/u);
});
