import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { feedHtml } from "#outputs/feed-html.ts";
import { parsedFacts } from "#tools/prove/page-facts.ts";
import { randomFrom } from "../../bench/random.ts";
import { startBrowser } from "../browser/browser.ts";
import { rendered } from "../unit/markdown/setting.ts";
import { families, hostileBody, tagSoup } from "./vectors.ts";
import { roundsFrom, seedFrom } from "./rounds.ts";

const seed = seedFrom();
const rounds = roundsFrom(2000);
let browser: Browser;

before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

/** Shows each text as browsers and readers do (whole, once, twice over), without a policy; gives back those that run or could. */
async function ran(page: Page, texts: readonly string[]): Promise<string[]> {
  return page.evaluate(async (all) => {
    const found = new Set<string>();
    let shown = "";
    // A click must not leave the page; what it would run is seen by its address.
    addEventListener("click", (event) => event.preventDefault());
    addEventListener("submit", (event) => event.preventDefault());
    Object.assign(globalThis, { fired: () => found.add(shown), alert: () => found.add(shown) });
    const canRun = (scope: ParentNode): boolean =>
      [...scope.querySelectorAll("*")].some(
        (element) =>
          element.localName === "script" ||
          [...element.attributes].some(
            ({ name, value }) =>
              name.startsWith("on") ||
              name === "srcdoc" ||
              // As the URL standard reads an address: blanks and controls go first.
              /^(?:javascript|vbscript|data|blob):/iu.test(value.replace(/[\0-\u0020]/gu, "")),
          ),
      );
    for (const text of all) {
      shown = text;
      const whole = new DOMParser().parseFromString(text, "text/html");
      const live = document.createElement("div");
      live.innerHTML = text;
      document.body.replaceChildren(live, document.importNode(whole.body, true));
      const again = document.createElement("div");
      again.innerHTML = live.innerHTML;
      document.body.append(again);
      if ([whole, live, again].some(canRun)) found.add(text);
      for (const element of document.body.querySelectorAll("a, summary, button"))
        element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      await new Promise(requestAnimationFrame);
    }
    return [...found];
  }, texts);
}

test("the judge sees what runs and what could", async () => {
  const page = await browser.newPage();
  const bad = [
    "<img src=x onerror=fired(1)>",
    '<a href=" java\tscript:fired(1)">길</a>',
    "<svg><script>1</script></svg>",
  ];
  assert.deepEqual((await ran(page, [...bad, "<b>말</b>"])).sort(), bad.sort());
});

for (const family of Object.keys(families)) {
  test(`${family}: ${String(rounds)} bodies from seed ${String(seed)} run nothing in a page or a feed reader`, async () => {
    const random = randomFrom(seed);
    const page = await browser.newPage();
    const outputs = new Map<string, string>();
    for (let round = 0; round < rounds; round += 1) {
      const body = hostileBody(family, random);
      const { html } = await rendered(body, { math: true, lineBreaks: "keep" });
      for (const output of [html, feedHtml(html, "https://seogo.example/글/")]) outputs.set(output, body);
    }
    const bad = await ran(page, [...outputs.keys()]);
    assert.deepEqual(
      bad.map((output) => ({ body: outputs.get(output), output })),
      [],
    );
    await page.close();
  });
}

/** Those of some pages in which the browser's parser makes what runs. */
async function running(page: Page, texts: readonly string[]): Promise<string[]> {
  return page.evaluate((all) => {
    const runs = (scope: ParentNode): boolean =>
      [...scope.querySelectorAll("*")].some(
        (element) =>
          /^(?:script|iframe|frame|object|embed)$/u.test(element.localName) ||
          [...element.attributes].some(({ name, value }) => /^on./u.test(name) || /^javascript:/iu.test(value)) ||
          (element instanceof HTMLTemplateElement && runs(element.content)) ||
          (element.shadowRoot !== null && runs(element.shadowRoot)),
      );
    return all.filter((text) =>
      [new DOMParser().parseFromString(text, "text/html"), Document.parseHTMLUnsafe(text)].some(runs),
    );
  }, texts);
}

// Of a few pages all may be harmless.
const soups = Math.max(rounds, 60);

test(`the proof sees what ${String(soups)} pages from seed ${String(seed)} run`, async () => {
  const random = randomFrom(seed);
  const page = await browser.newPage();
  const pages = Array.from({ length: soups }, () => `<!DOCTYPE html><title>글</title>${tagSoup(random)}`);
  const found = await running(page, pages);
  assert.ok(found.length > soups / 4, String(found.length));
  assert.deepEqual(
    found.filter((text) => parsedFacts(text).signs.length === 0),
    [],
  );
  await page.close();
});
