import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { distOf, layOut, recipes } from "../site/sites.ts";
import { startBrowser } from "./browser.ts";
import { type DevServer, leave, openIn, startDev } from "./dev-server.ts";
import { origin, serve } from "./served.ts";

/** An author's sitting at `npm run dev`: the page is opened, never loaded again by hand. */
const folder = layOut({ name: "dev" });
const settings = join(folder, "src/site.config.ts");
const patience = { timeout: 60_000 };
let browser: Browser;
let page: Page;
let dev: DevServer;
const complaints: string[] = [];

/** What an owner who knows Astro would write. */
const mine = `---
import { getCollection } from "astro:content";
const posts = await getCollection("posts");
---
<html lang="ko"><head><meta charset="utf-8" /><title>내 화면</title><meta name="description" content="내 글들" /></head><body><h1>내 화면</h1>{posts.map(({ data }) => <p>{data.title}: {data.tags.join()}</p>)}</body></html>
`;

const people = join(folder, "src/owner/people.json");
const kim = '{ "kim": { "name": "김" } }';
/** A collection of the owner's own beside the site's. */
const withPeople = (config: string) =>
  `import { file } from "astro/loaders";\nimport { z } from "astro/zod";\n${config}`.replace(
    "export const collections = {",
    `$& people: defineCollection({ loader: file("src/owner/people.json"), schema: z.object({ name: z.string() }) }),`,
  );

before(async () => {
  put("봄.md", "봄이 온다.\n\n![꽃](꽃.svg)\n");
  put("여름.mdx", "여름이 {1 + 1}번 온다.\n");
  put("초안.md", "아직 쓰는 글.\n", "date: 2026-11-21\ndraft: true");
  put("예약.md", "나중에 나올 글.\n", "date: 2099-01-01");
  writeFileSync(at("꽃.svg"), flower("red"));
  writeFileSync(at("틀림.md"), "---\ntitle: 틀린 글\ndate: 어제\n---\n");
  writeFileSync(join(folder, "src/pages/mine.astro"), mine);
  writeFileSync(people, kim);
  const collections = join(folder, "src/content.config.ts");
  writeFileSync(collections, withPeople(readFileSync(collections, "utf8")));
  [browser, dev] = await Promise.all([startBrowser(), startDev(folder)]);
  page = await browser.newPage();
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
});
after(async () => {
  await browser?.close();
  await dev?.stop();
});

function at(name: string): string {
  return join(folder, "src/content/posts", name);
}

function put(name: string, body: string, fields = "date: 2026-11-20"): void {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(
    at(name),
    `---\ntitle: ${name.replace(/\.mdx?$/u, "").replace("/", " ")} 글\n${fields}\n---\n\n${body}`,
  );
}

function flower(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path fill="${colour}" d="M0 0h9v9H0z"/></svg>`;
}

const open = (path: string) => openIn(page, dev.origin + path);
const sees = (text: string) => page.getByText(text).first().waitFor(patience);
const seesNoMore = (text: string) =>
  page
    .getByText(text)
    .first()
    .waitFor({ ...patience, state: "detached" });
const notice = () => page.locator("seogo-notice");
const times = (text: string) => dev.said().split(text).length - 1;

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

test("a site that already has a mistake opens, and says so", async () => {
  await open("/posts/봄/");
  await notice().getByText("틀림.md:3:7").waitFor(patience);
  rmSync(at("틀림.md"));
  await notice().waitFor({ ...patience, state: "detached" });
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
        while (!(await (await fetch(dev.origin + served)).text()).includes("9px")) await pause(50);
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

const mistakes = [
  ["front matter", "봄.md", "---\ntitle: 봄 글\ndrafft: true\ndate: 2026-11-20\n---\n\n봄.\n", "봄.md:3:1", "draft"],
  ["date", "봄.md", "---\ntitle: 봄 글\ndate: 2026-02-30\n---\n\n봄.\n", "봄.md:3:7", "28일까지"],
  ["YAML", "봄.md", '---\ntitle: "봄 글\ndate: 2026-11-20\n---\n\n봄.\n', "봄.md:2:1", "따옴표"],
  ["MDX", "여름.mdx", "---\ntitle: 여름 글\ndate: 2026-11-20\n---\n\n여름이 {1 +\n", "여름.mdx:6:", "중괄호"],
  ["component", "여름.mdx", "---\ntitle: 여름 글\ndate: 2026-11-20\n---\n\n<Sea />\n", "여름.mdx:6:1", "<Sea>"],
  ["name", "여름.mdx", "---\ntitle: 여름 글\ndate: 2026-11-20\n---\n\n{sea}\n", "여름.mdx:6:1", "sea"],
  ["address", "딴.md", "---\ntitle: 딴 글\nurl: /posts/봄/\n---\n\n딴 글.\n", "딴.md:3:", "/posts/봄/"],
] as const;
for (const [kind, name, text, place, words] of mistakes) {
  test(`a mistake (${kind}) shows over the open page and in the terminal, once, and goes when it is fixed`, async () => {
    const [path, title] = name === "여름.mdx" ? ["/posts/여름/", "여름 글"] : ["/posts/봄/", "봄 글"];
    await open(path);
    const told = times(place);
    writeFileSync(at(name), text);
    try {
      await notice().getByText(place).waitFor(patience);
      const shown = (await notice().locator("section").textContent()) ?? "";
      // On a phone its words leave the button one line.
      await page.setViewportSize({ width: 360, height: 780 });
      // The page may just be loading again, with what changed while it was on its way.
      let box = await notice().locator("button").boundingBox();
      while (box === null) box = await notice().locator("button").boundingBox();
      assert.ok(box.height < 40);
      await page.setViewportSize({ width: 1280, height: 720 });
      assert.ok(shown.includes(words), shown);
      if (kind !== "component" && kind !== "name")
        await page.getByRole("heading", { name: title, level: 1 }).waitFor(patience);
      assert.equal(times(place) - told, 1, dev.said());
    } finally {
      if (name === "딴.md") rmSync(at(name));
      else put(name, `나아진 글 (${kind}).\n`);
    }
    await notice().waitFor({ ...patience, state: "detached" });
    if (name !== "딴.md") await sees(`나아진 글 (${kind}).`);
  });
}

test("a mistake in the settings leaves the site as it was, and goes when it is fixed", async () => {
  await open("/posts/봄/");
  const good = readFileSync(settings, "utf8");
  for (const [wrong, words] of [
    [good.replace("title:", "titel:"), "titel"],
    [good.replace(/address: "[^"]*"/u, 'address: "우리 집"'), "address"],
    [good.replace("});", ""), "site.config.ts"],
  ] as const) {
    writeFileSync(settings, wrong);
    await notice().getByText(words).first().waitFor(patience);
    assert.match((await notice().locator("code").first().textContent()) ?? "", /^src\/site\.config\.ts(?::\d+:\d+)?$/u);
    await page.getByRole("heading", { name: "봄 글", level: 1 }).waitFor(patience);
    writeFileSync(settings, good);
    await notice().waitFor({ ...patience, state: "detached" });
  }
});

test("a script in an owner's component is told over the page, at its line, as the build tells it, until it is gone", async () => {
  const part = join(folder, "src/owner/Part.astro");
  writeFileSync(part, "<p>조각</p>\n<script>document.title = 'x';</script>\n");
  writeFileSync(
    join(folder, "src/pages/mine.astro"),
    mine
      .replace("---\nimport", '---\nimport Part from "#owner/Part.astro";\nimport')
      .replace("</body>", "<Part /></body>"),
  );
  // A page on its way would show what was served before the watcher saw the edit.
  while (!(await (await fetch(`${dev.origin}/mine/`)).text()).includes("조각")) await pause(50);
  await open("/mine/");
  await page.locator("seogo-notice").getByText("src/owner/Part.astro:2").waitFor(patience);
  assert.match(
    dev.said(),
    /^src\/owner\/Part\.astro:2 {2}\/mine\/ — 실행되는 스크립트가 있습니다: <script type="module"> — /mu,
  );
  writeFileSync(part, "<p>조각</p>\n");
  await page.locator("seogo-notice").waitFor({ ...patience, state: "detached" });
});

test("an error of one page stays told while another that is right is opened beside it", async () => {
  const file = join(folder, "src/pages/mine.astro");
  const good = readFileSync(file, "utf8");
  const beside = await browser.newPage();
  await open("/mine/");
  writeFileSync(file, mine.replace("<body>", "<body>{null.x}"));
  await notice().getByText("src/pages/mine.astro:5:").waitFor(patience);
  await openIn(beside, `${dev.origin}/about/`);
  await beside.locator("seogo-notice").waitFor(patience);
  await pause(500);
  assert.equal(await notice().count(), 1);
  writeFileSync(file, good);
  for (const one of [page, beside]) await one.locator("seogo-notice").waitFor({ ...patience, state: "detached" });
  await beside.close();
});

const faults = [
  ["src/pages/mine.astro", mine.replace('<meta charset="utf-8" />', ""), "src/pages/mine.astro:5", "charset"],
  [
    "src/pages/mine.astro",
    mine.replace("const", "await Astro.session?.get('a'); const"),
    "mine.astro",
    "Astro.session",
  ],
  ["src/pages/mine.astro", mine.replace("<body>", "<body>{null.x}"), "src/pages/mine.astro:5:", "null"],
  ["src/styles/owner.css", "h1 {\n  color: red;\n", "src/styles/owner.css:1:1", "Unclosed block"],
  ["src/styles/owner.css", '\n@import "./none.css";\n', "src/styles/owner.css:2:9", "none.css"],
] as const;
for (const [file, text, place, words] of faults) {
  test(`what is wrong in ${file} (${words}) is told over the page at its place, once, and goes`, async () => {
    const good = readFileSync(join(folder, file), "utf8");
    await open(file.endsWith(".css") ? "/posts/봄/" : "/mine/");
    writeFileSync(join(folder, file), text);
    await notice().getByText(place).waitFor(patience);
    await notice().getByText(words).first().waitFor(patience);
    assert.equal(await notice().locator("li").count(), 1);
    writeFileSync(join(folder, file), good);
    await notice().waitFor({ ...patience, state: "detached" });
  });
}

for (const [kind, text] of [
  ["does not fit its schema", '{ "kim": { "nam": "김" } }'],
  ["cannot be read", "[{"],
] as const) {
  test(`data of an owner's own collection that ${kind} is told over the page until its file is right`, async () => {
    await open("/posts/봄/");
    writeFileSync(people, text);
    const notice = page.locator("seogo-notice").getByText("src/owner/people.json");
    await notice.waitFor(patience);
    // A page that shows well says nothing of data.
    await open("/tags/");
    await notice.waitFor(patience);
    await pause(1500);
    assert.doesNotMatch(dev.said().slice(dev.said().lastIndexOf("people.json")), /오류를 모두 고쳤습니다/u);
    writeFileSync(people, kim);
    await notice.waitFor({ ...patience, state: "detached" });
  });
}

test("collections that cannot be read are told at their line until they can", async () => {
  const collections = join(folder, "src/content.config.ts");
  const text = readFileSync(collections, "utf8");
  await open("/posts/봄/");
  writeFileSync(collections, `${text}const x = ;\n`);
  await notice()
    .getByText(/^src\/content\.config\.ts:\d+:\d+$/u)
    .waitFor(patience);
  writeFileSync(collections, text);
  await notice().waitFor({ ...patience, state: "detached" });
});

test("the terminal speaks Korean, without a stack", () => {
  const foreign = dev
    .said()
    .split("\n")
    .filter((line) => /[A-Za-z]{3}/u.test(line) && !/[가-힣]/u.test(line) && !/^ {4}\S/u.test(line));
  assert.deepEqual(foreign, []);
  const own = dev
    .said()
    .replace(/(?:Part|mine)\.astro|Astro\.session|docs\.astro\.build|astro\.config\.mjs|Astro(?:가| 설정)/gu, "");
  assert.doesNotMatch(own, /\n\s+at |astro|vite/iu);
});
