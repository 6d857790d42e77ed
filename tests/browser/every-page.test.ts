import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { before, test } from "node:test";
import type { Page } from "playwright-core";
import { contentPolicy } from "#model/content-policy.ts";
import { distOf, recipes } from "../site/sites.ts";
import { startBrowser } from "./browser.ts";
import { lineEndsWithin } from "./line-ends.ts";
import { refusalsOf, unseenPictures } from "./policy.ts";
import { allPaths, origin, pathsToLookAt, serve } from "./served.ts";

/** Each page is opened once, for opening takes longer than any question; what is wrong, by question. */
const wrong = {
  refused: [] as string[],
  light: [] as string[],
  dark: [] as string[],
  names: [] as string[],
  tables: [] as string[],
  wide: [] as string[],
  small: [] as string[],
  torn: [] as string[],
};
const dist = distOf(recipes.own);
const all = [...allPaths(dist), "/없는-주소/"];

before(async () => {
  const browser = await startBrowser();
  try {
    // Without motion a change of scheme has its colours at once.
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
    await serve(context, dist, { headers: { "content-security-policy": contentPolicy([]) } });
    const page = await context.newPage();
    const refusals = await refusalsOf(page);
    const closer = new Set(pathsToLookAt(all));
    for (const path of all) {
      await page.goto(origin + path);
      const unseen = await page.evaluate(unseenPictures);
      wrong.refused.push(...refusals.splice(0), ...unseen.map((src) => `${path} ${src}`));
      if (closer.has(path)) await lookCloser(page, path);
      // What axe itself may try is no fault of the page's.
      refusals.length = 0;
    }
  } finally {
    await browser.close();
  }
});

async function lookCloser(page: Page, path: string): Promise<void> {
  const note = (question: keyof typeof wrong, found: readonly string[]) =>
    wrong[question].push(...found.map((words) => `${path} ${words}`));
  await page.evaluate(axe);
  note("light", await page.evaluate<string[]>(violations({ type: "tag", values: standards })));
  await page.emulateMedia({ colorScheme: "dark" });
  note("dark", await page.evaluate<string[]>(violations({ type: "rule", values: ofColours })));
  await page.emulateMedia({ colorScheme: "light" });
  const names = await page.evaluate(linkNames);
  note(
    "names",
    names.filter((name) => name === "" || empty.test(name)),
  );
  note("tables", await page.evaluate(headlessTables));
  // By the protocol itself: Playwright's own way waits at each width.
  const devtools = await page.context().newCDPSession(page);
  for (const width of [320, 360, 640, 768, 1199, 1200, 1920]) {
    await devtools.send("Emulation.setDeviceMetricsOverride", {
      width,
      height: 800,
      deviceScaleFactor: 1,
      mobile: false,
    });
    const [over, inner] = await page.evaluate(() => [
      (document.scrollingElement?.scrollWidth ?? 0) - innerWidth,
      innerWidth,
    ]);
    assert.equal(inner, width, path);
    if (over !== undefined && over > 0) note("wide", [`at ${String(width)}: ${String(over)} px`]);
    if (width === 360) note("small", await page.evaluate(smallTargets));
    if (width < 800 && path.startsWith("/posts/")) note("torn", await tornLines(page));
  }
  await devtools.send("Emulation.clearDeviceMetricsOverride");
  await devtools.detach();
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules of these standards whose answer another scheme can change. */
const ofColours = ["color-contrast", "link-in-text-block"];

/** In the page: what axe finds. To hand over all that passed too would take longer than to find it. */
function violations(runOnly: { readonly type: string; readonly values: readonly string[] }): string {
  return `axe.run({ runOnly: ${JSON.stringify(runOnly)}, resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + " " + html.slice(0, 120))))`;
}

/** Words that say nothing of where a link leads. */
const empty = /^(?:여기|이곳|클릭|여기를? 클릭|링크|바로 ?가기|더 ?보기|자세히|계속|here|click here|link|more)$/iu;

/** In the page: what each link is called. */
function linkNames(): string[] {
  return [...document.querySelectorAll<HTMLElement>("a[href]")].map((link) => {
    const pictures = [...link.querySelectorAll("img")].map(({ alt }) => alt);
    return [link.ariaLabel ?? "", link.textContent, ...pictures].join(" ").trim();
  });
}

/** In the page: the beginnings of tables whose heads do not say what they are heads of. */
function headlessTables(): string[] {
  return [...document.querySelectorAll("table")]
    .filter((table) => {
      const heads = [...table.querySelectorAll("th")];
      return heads.length === 0 || !(table.caption || heads.every(({ scope }) => scope !== ""));
    })
    .map((table) => table.textContent.slice(0, 30));
}

/** In the page: links that a finger misses. */
function smallTargets(): string[] {
  return [...document.querySelectorAll("a, summary")]
    .filter((link) => !link.closest(".prose, details:not([open]) ol") && !link.matches(".skip"))
    .filter((link) => link.getBoundingClientRect().height < 43.5 || link.getBoundingClientRect().width < 24)
    .map((link) => link.outerHTML.slice(0, 120));
}

async function tornLines(page: Page): Promise<string[]> {
  const ends = await page.evaluate(lineEndsWithin, ".prose :is(p, li, dd, h2, h3), h1, ol.lines a");
  return ends.filter(([line, next]) => /[\p{Pe}\p{Pf}%가-힣]$/u.test(line) && /^[가-힣]/u.test(next)).map(String);
}

test("under the policy Chromium has nothing to refuse on any page", () => {
  assert.ok(all.length > 30);
  assert.deepEqual(wrong.refused, []);
});

test("axe finds nothing on any template in the light scheme", () => assert.deepEqual(wrong.light, []));

test("axe finds no colour too faint on any template in the dark scheme", () => assert.deepEqual(wrong.dark, []));

test("every link is named by where it leads", () => assert.deepEqual(wrong.names, []));

test("every table says what its heads are heads of", () => assert.deepEqual(wrong.tables, []));

test("no page scrolls sideways, from 320 to 1920 px", () => assert.deepEqual(wrong.wide, []));

test("every link of the frame and the lists is a target of 44 px on a phone", () => assert.deepEqual(wrong.small, []));

test("no line of running text begins with a torn particle", () => assert.deepEqual(wrong.torn, []));
