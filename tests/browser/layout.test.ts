import assert from "node:assert/strict";
import { test } from "node:test";
import { distOf, recipes } from "../site/sites.ts";
import { lineEndsWithin } from "./line-ends.ts";
import { startBrowser } from "./browser.ts";
import { over } from "./looking.ts";
import { everything, opener } from "./opened.ts";
import { longestWith, origin, serve } from "./served.ts";

const opened = opener();

/** The longest article that has a table of contents, whoever's posts stand here. */
const withContents = longestWith(distOf(recipes.own), 'class="toc"');

test("the contents stand folded on a phone, open and beside the text on a wide screen", async () => {
  const page = await opened(withContents, 360, { site: recipes.own });
  const link = page.locator(".toc a").first();
  assert.equal(await link.isVisible(), false);
  await page.locator(".toc summary").click();
  assert.equal(await link.isVisible(), true);
  await page.locator(".toc summary").click();
  await page.setViewportSize({ width: 1280, height: 800 });
  assert.equal(await link.isVisible(), true);
  const [toc, text] = [await link.boundingBox(), await page.locator(".prose").boundingBox()];
  assert.ok(toc && text && toc.x > text.x + text.width, "the contents stand to the right of the text");
  await page.evaluate(() => scrollTo(0, 3000));
  assert.ok(((await link.boundingBox())?.y ?? -1) > 0, "the contents follow the page");
});

test("text at twice the size keeps one column and cuts nothing off", async () => {
  for (const path of ["/", withContents, "/tags/"]) {
    const page = await opened(path, 640, { site: recipes.own });
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "36px", "important"));
    assert.equal(await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) <= innerWidth), true, path);
  }
});

test("with letters twice as large in the browser's own settings no width scrolls sideways", async () => {
  const browser = await startBrowser("--blink-settings=defaultFontSize=32");
  try {
    const context = await browser.newContext();
    await serve(context, distOf(recipes.own));
    const page = await context.newPage();
    await page.goto(origin + withContents);
    for (const width of [640, 1200, 1280, 1440, 1920, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      assert.equal(await over(page), 0, String(width));
    }
  } finally {
    await browser.close();
  }
});

test("a list numbered with years has room for them", async () => {
  const page = await opened(withContents, 320, { site: recipes.own });
  const [room = 0, needed = 0] = await page.evaluate(() => {
    const [list, item, span] = ["ol", "li", "span"].map((name) => document.createElement(name));
    if (!list || !item || !span) return [0, 0];
    span.append("1919. ");
    item.setAttribute("value", "1919");
    item.append(span);
    list.append(item);
    document.querySelector(".prose")?.prepend(list);
    const [from, to] = [list, item].map((element) => element.getBoundingClientRect().left);
    return [(to ?? 0) - (from ?? 0), span.getBoundingClientRect().width];
  });
  assert.ok(room > needed && needed > 0, `${String(room)} for ${String(needed)}`);
});

test("cells of a column begin in one line, whichever rows have a cell over two of them", async () => {
  const page = await opened(withContents, 640, { site: recipes.own });
  const starts = await page.evaluate(() => {
    const table = document.createElement("table");
    const rows = [["머리", "수"], ["묶음", "하나"], ["둘"], ["따로", "셋"]];
    for (const words of rows) {
      const row = table.insertRow();
      for (const word of words) row.insertCell().append(word);
    }
    table.rows[1]?.cells[0]?.setAttribute("rowspan", "2");
    document.querySelector(".prose")?.prepend(table);
    return rows.map((_, index) => {
      const range = document.createRange();
      range.selectNodeContents([...(table.rows[index]?.cells ?? [])].at(-1) ?? table);
      return Math.round(range.getBoundingClientRect().left);
    });
  });
  assert.equal(new Set(starts).size, 1, String(starts));
});

test("the menu of a blog with a long name is whole on the smallest phone", async () => {
  const page = await opened("/", 320);
  await page.goto(`${origin}/tags/`);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll(".top a")]
      .map((link) => link.getBoundingClientRect())
      .filter(({ left, right, height }) => left < 0 || right > innerWidth || height === 0),
  );
  assert.deepEqual(cut, []);
  assert.equal(await over(page), 0);
  assert.ok((await page.locator(".top nav a").count()) >= 3);
});

test("no page of an English site scrolls sideways on a phone; Latin lines stand closer", async () => {
  for (const path of ["/", "/posts/posts/english/", "/subscribe/", "/tags/", "/posts/posts/온갖-것/"]) {
    assert.equal(await over(await opened(path, 360, { site: recipes.english })), 0, path);
  }
  const page = await opened("/", 360, { site: recipes.english });
  const [line, size] = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    return [Number.parseFloat(style.lineHeight), Number.parseFloat(style.fontSize)] as const;
  });
  assert.ok(line / size < 1.65, String(line / size));
});

test("Hangul words are not torn on an English site", async () => {
  const page = await opened("/posts/posts/온갖-것/", 360, { site: recipes.english });
  const ends = await page.evaluate(lineEndsWithin, ".prose :is(p, li), h1, ol.lines a");
  assert.deepEqual(
    ends.filter(([line, next]) => /[가-힣]$/u.test(line) && /^[가-힣]/u.test(next)),
    [],
  );
});

test("the link to the other language stands in line with the menu", async () => {
  const page = await opened("/", 1280, { site: recipes.own });
  const bottoms = await page.evaluate(() =>
    [...document.querySelectorAll(".top nav a, .top [hreflang]")].map((link) => {
      const letter = document.createElement("span");
      letter.style.cssText = "display: inline-block; inline-size: 1px; block-size: 1px";
      link.append(letter);
      return Math.round(letter.getBoundingClientRect().bottom);
    }),
  );
  assert.ok((await page.locator(".top [hreflang=en]").count()) === 1);
  assert.equal(new Set(bottoms).size, 1, String(bottoms));
});

test("on a phone the link to the other language stands beside the name, clear of it and of the menu", async () => {
  for (const width of [320, 360, 639]) {
    const page = await opened("/tags/", width, { site: recipes.own });
    const boxes = await page.evaluate(() =>
      ["[rel=home]", "[hreflang]", "nav a"].map((name) => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector(`.top ${name}`) ?? document);
        return range.getBoundingClientRect().toJSON() as DOMRect;
      }),
    );
    const [name, other, menu] = boxes as [DOMRect, DOMRect, DOMRect];
    const middle = (other.top + other.bottom) / 2;
    assert.ok(name.top < middle && middle < name.bottom, String(width));
    assert.ok(name.right < other.left && other.bottom < menu.top, String(width));
    assert.equal(await over(page), 0);
  }
  const english = await opened("/en/", 360, { site: recipes.own });
  const rows = await english
    .locator(".top nav a")
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
  assert.equal(new Set(rows).size, 1, String(rows));
});

test("with text of twice the size the name keeps its line beside the other language", async () => {
  const page = await opened("/tags/", 360, { site: recipes.own });
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  const name = await page.locator("[rel=home]").evaluate((link) => {
    const range = document.createRange();
    range.selectNodeContents(link.lastChild ?? link);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size;
  });
  assert.equal(name, 1);
});

test("a wide table and long code step out into the free margin, and nothing scrolls sideways", async () => {
  for (const path of ["/posts/posts/온갖-것/"]) {
    const page = await opened(path, 1280, { site: recipes.english });
    const column = (await page.locator(".prose").boundingBox())?.width ?? 0;
    for (const box of [".prose > .table-scroll", ".prose > pre >> nth=1"]) {
      assert.ok(((await page.locator(box).boundingBox())?.width ?? 0) > column, box);
    }
    for (const width of [320, 768, 1199, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      assert.equal(await over(page), 0, String(width));
    }
  }
});

test("a finger hits the calls of notes and the ways back, and paper shows no way back", async () => {
  const page = await opened(everything, 360);
  const widths = await page
    .locator(".data-footnote-backref, a[data-footnote-ref]")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  assert.ok(widths.length >= 6 && widths.every((width) => width >= 24), String(widths));
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".data-footnote-backref").first().isVisible(), false);
});
