import assert from "node:assert/strict";
import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { leave } from "../dev-server.ts";
import {
  at,
  browser,
  dev,
  flower,
  folder,
  open,
  page,
  patience,
  put,
  sees,
  seesNoMore,
  settings,
  until,
} from "./sitting.ts";

test("an edit of a post, its picture, the style sheet or the settings shows by itself", async () => {
  await open("/posts/봄/");
  put("봄.md", "봄이 왔다.\n\n![꽃](꽃.svg)\n");
  await sees("봄이 왔다.");
  const before = await page.locator(".e-content img").getAttribute("src");
  writeFileSync(at("꽃.svg"), flower("blue"));
  await page.locator(`.e-content img:not([src="${before ?? ""}"])`).waitFor(patience);
  appendFileSync(join(folder, "src/styles/owner.css"), "\nh1 { letter-spacing: 7px; }\n");
  await page.waitForFunction(
    () => getComputedStyle(document.querySelector("h1") ?? document.body).letterSpacing === "7px",
    undefined,
    patience,
  );
  const good = readFileSync(settings, "utf8");
  writeFileSync(settings, good.replace(/title: "[^"]*"/u, 'title: "새 이름", postPattern: "/:year/:slug/"'));
  await page.locator(".top").getByText("새 이름").waitFor(patience);
  await open("/");
  await page.locator('a[href="/2026/봄/"], a[href="/2026/%EB%B4%84/"]').first().waitFor(patience);
  writeFileSync(settings, good);
  await page.locator('a[href="/posts/봄/"], a[href="/posts/%EB%B4%84/"]').first().waitFor(patience);
  await open("/posts/여름/");
  put("여름.mdx", "여름이 {1 + 2}번 왔다.\n");
  await sees("여름이 3번 왔다.");
});

for (const [file, change, served] of [
  ["src/styles/owner.css", (text: string) => `${text}\nbody { word-spacing: 9px; }\n`, "/src/styles/index.css"],
  ["src/pages/mine.astro", (text: string) => text.replace("<body>", '<body style="word-spacing: 9px">'), "/mine/"],
] as const)
  test(`what changes in ${file} while a page is on its way shows in it`, async () => {
    await leave(page);
    const late = await browser.newPage();
    const before = readFileSync(join(folder, file), "utf8");
    let isChanged = false;
    // The page has the old text by now, and nobody can tell it yet.
    await late.routeWebSocket(/./u, async (socket) => {
      if (!isChanged) {
        isChanged = true;
        writeFileSync(join(folder, file), change(before));
        await until(async () => (await (await fetch(dev.origin + served)).text()).includes("9px"));
        await pause(300);
      }
      socket.connectToServer();
    });
    await late.goto(`${dev.origin}${file.endsWith(".css") ? "/posts/봄/" : served}`);
    await late.waitForFunction(() => getComputedStyle(document.body).wordSpacing === "9px", undefined, patience);
    await late.close();
    writeFileSync(join(folder, file), before);
  });

test("a new, renamed, moved or deleted file shows by itself, a whole folder too", async () => {
  await open("/posts/");
  put("갓난.md", "갓난아기.\n");
  await sees("갓난 글");
  renameSync(at("갓난.md"), at("헌.md"));
  await page.locator('a[href$="/헌/"], a[href$="/%ED%97%8C/"]').first().waitFor(patience);
  put("묶음/하나.md", "하나.\n");
  put("묶음/둘.mdx", "둘.\n");
  await sees("묶음 하나 글");
  await sees("묶음 둘 글");
  renameSync(at("묶음"), at("꾸러미"));
  await page.locator('a[href*="/하나/"], a[href$="/%ED%95%98%EB%82%98/"]').first().waitFor(patience);
  rmSync(at("꾸러미"), { recursive: true });
  rmSync(at("헌.md"));
  for (const gone of ["묶음 하나 글", "묶음 둘 글", "갓난 글"]) await seesNoMore(gone);
});

test("a page of an owner's has Astro's collections as they are now", async () => {
  await open("/mine/");
  await sees("초안 글:");
  put("단풍.md", "잎이 진다.\n");
  await sees("단풍 글:");
  put("단풍.md", "잎이 진다.\n", "date: 2026-11-20\ntags: [늦가을]");
  await sees("단풍 글: 늦가을");
  rmSync(at("단풍.md"));
  await seesNoMore("단풍 글:");
});

test("a new MDX post can be opened at once", async () => {
  put("가을.mdx", "가을이 {2 + 2}번 온다.\n");
  for (let answer = 404; answer !== 200;) {
    answer = await open("/posts/가을/");
    assert.ok(answer === 404 || answer === 200, `${String(answer)} ${dev.said()}`);
  }
  await sees("가을이 4번 온다.");
});
