import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { recipes } from "../site/sites.ts";
import { computed } from "./looking.ts";
import { everything, opener } from "./opened.ts";

const opened = opener();

test("titles lead the lists: heavier and larger than their summaries, which end after two lines", async () => {
  const page = await opened("/");
  const entry = page.locator(".lines > li:has(p)").first();
  const [title, summary] = [entry.locator("a"), entry.locator("p")];
  const sizeOf = (of: typeof title) => of.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  assert.ok((await sizeOf(title)) / (await sizeOf(summary)) >= 1.2);
  assert.ok(Number(await computed(page, ".lines > li > a", "font-weight")) >= 600);
  const lines = await page
    .locator(".lines p")
    .evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(one).lineHeight)),
    );
  assert.ok(lines.length >= 4 && lines.every((count) => count < 2.1), String(lines));
});

test("a line of a list ends right below its words and its picture", async () => {
  for (const width of [360, 1280]) {
    const page = await opened("/", width);
    const room = await page
      .locator(".lines > li:has(p)")
      .first()
      .evaluate(async (line) => {
        const picture = Object.assign(new Image(112, 84), { src: "/favicon.svg", alt: "" });
        line.append(picture);
        await picture.decode();
        const bottoms = [...line.children].map((part) => part.getBoundingClientRect().bottom);
        return line.getBoundingClientRect().bottom - Math.max(...bottoms);
      });
    assert.ok(room < 24, `${String(width)}: ${String(room)}`);
  }
});

test("years stand in the margin, and a long category leaves the title its room", async () => {
  const page = await opened("/");
  const year = await page.locator(".year").first().boundingBox();
  const line = await page.locator(".lines > li").first().boundingBox();
  assert.ok(year && line && year.x + year.width < line.x && Math.abs(year.y - line.y) < 16);
  const row = page.locator(".lines > li", { hasText: "처음부터 다시 짓기로" });
  const [title, all] = [await row.locator("a").boundingBox(), await row.boundingBox()];
  assert.ok(title && all && title.width / all.width > 0.5);
});

test("months of the archive stand in the margin, in line with their first post", async () => {
  for (const path of ["/archive/", "/archive/2026/"]) {
    const page = await opened(path, 1280, { site: recipes.own });
    const month = await page.locator(".month").first().boundingBox();
    const line = await page.locator(".lines time").first().boundingBox();
    assert.ok(month && line && month.x + month.width < line.x, path);
    assert.ok(Math.abs(month.y + month.height / 2 - line.y - line.height / 2) < 4, path);
  }
});

test("the index stands in two columns where there is room, and no column begins without its term", async () => {
  const page = await opened("/find/", 1280, { site: recipes.own });
  const columns = () =>
    page
      .locator("dl")
      .first()
      .evaluate((list) => {
        const firsts = new Map<number, string>();
        for (const part of list.querySelectorAll("dt, dd")) {
          const x = Math.round(part.getBoundingClientRect().left);
          if (!firsts.has(x)) firsts.set(x, part.tagName);
        }
        return [...firsts.values()];
      });
  assert.deepEqual(await columns(), ["DT", "DT"]);
  await page.setViewportSize({ width: 360, height: 800 });
  assert.deepEqual(await columns(), ["DT"]);
});

test("the way up stands at the end of the last line of the foot", async () => {
  const page = await opened("/", 360);
  const [line, link] = [await page.locator(".foot p").boundingBox(), await page.locator("[href='#top']").boundingBox()];
  assert.ok(line && link && Math.abs(line.x + line.width - link.x - link.width) < 1);
  assert.ok(Math.abs(link.y + link.height / 2 - line.y - line.height / 2) < 4);
});

test("the five callouts differ by colour, bar or ground", async () => {
  const page = await opened(everything);
  const looks = await page.locator(".callout").evaluateAll((all) =>
    all.map((one) => {
      const { borderLeftColor, borderLeftWidth, backgroundColor } = getComputedStyle(one);
      return `${borderLeftColor} ${borderLeftWidth} ${backgroundColor}`;
    }),
  );
  assert.equal(looks.length, 5);
  assert.equal(new Set(looks).size, 5, looks.join("\n"));
});

test("a post of a series says so above its title, and leads to its own neighbours first", async () => {
  const page = await opened(everything);
  const place = page.locator(".title .meta").first();
  assert.match(await place.innerText(), /시리즈 처음부터 다시 · 2\/3/u);
  const [series, title] = [await place.boundingBox(), await page.locator("h1").boundingBox()];
  assert.ok(series && title && series.y < title.y);
  const around = await page.locator(".neighbours a").allInnerTexts();
  assert.match(around[0] ?? "", /시리즈 이전 글\s+처음부터 다시 짓기로 했습니다/u);
  assert.match(around[1] ?? "", /시리즈 다음 글\s+다 짓고 나서 남은 이야기/u);
});

test("what steps out into the margin leaves the contents and the notes there uncovered, in either direction of writing", async () => {
  for (const [path, count] of [
    [everything, 4],
    ["/posts/글/arabic/", 2],
  ] as const) {
    const page = await opened(path);
    const boxes = (selector: string) =>
      page.locator(selector).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
    const beside = await boxes(".toc, .footnotes li");
    const wide = await boxes(".prose > :is(pre, .table-scroll), .prose > figure > pre");
    assert.ok(wide.length >= count && wide.some(({ width }) => width > 650), path);
    for (const { left, right } of wide) {
      assert.ok(left >= 0 && right <= 1280, `${path}: ${String(left)}–${String(right)}`);
      for (const one of beside) assert.ok(one.right <= left || one.left >= right, `${path}: ${String(left)}`);
    }
  }
});

test("a list under an item stands as close whatever the item begins with", async () => {
  const page = await opened(everything, 360);
  assert.equal(await computed(page, ".prose li > ul", "margin-top"), "0px");
  assert.equal(
    await computed(page, ".prose li li", "margin-top"),
    await computed(page, ".prose li + li", "margin-top"),
  );
});

test("a block in an item of a list stands apart from the words above it, whatever it is", async () => {
  const page = await opened(everything, 360);
  const touching = await page
    .locator(".prose li")
    .first()
    .evaluate((item) =>
      ["p", "pre", "div", "dl", "aside", "figure", "blockquote", "details"].filter((name) => {
        const block = item.appendChild(document.createElement(name));
        return getComputedStyle(block).marginTop === "0px";
      }),
    );
  assert.deepEqual(touching, []);
});

test("blocks within another stand apart, whatever they and the other are", async () => {
  const page = await opened(everything, 360);
  const touching = await page.locator(".prose").evaluate((prose) =>
    ["details", "div", "section", "aside", "blockquote", "dd", "td"].flatMap((outer) =>
      ["p", "pre", "div", "dl", "ul", "ol", "figure", "blockquote", "details", "h3"].filter((name) => {
        const box = prose.appendChild(document.createElement(outer));
        box.append(document.createElement("p"), document.createElement(name));
        return getComputedStyle(box.lastElementChild ?? box).marginTop === "0px";
      }),
    ),
  );
  assert.deepEqual(touching, []);
});

test("footnotes stand beside their lines where the margin is free, each once in the page, none over another", async () => {
  const page = await opened(everything);
  const notes = await page.locator(".footnotes li").all();
  assert.equal(notes.length, 3);
  const column = await page.locator(".prose").boundingBox();
  let end = 0;
  for (const [index, note] of notes.entries()) {
    const box = await note.boundingBox();
    const call = await page.locator("a[data-footnote-ref]").nth(index).boundingBox();
    assert.ok(box && call && column);
    assert.ok(box.x >= 0 && box.x + box.width < column.x, "in the margin");
    assert.ok(box.y >= end && box.y > call.y - 20, "below the one before it");
    if (index !== 1) assert.ok(Math.abs(box.y - call.y) < 20, "beside its line");
    end = box.y + box.height;
  }
  await page.setViewportSize({ width: 1199, height: 800 });
  const [atEnd, text] = [await notes[0]?.boundingBox(), await page.locator(".prose > p").last().boundingBox()];
  assert.ok(atEnd && text && atEnd.y > text.y, "at the end of the text on a narrower window");
});

test("a line tells how far the reader is, where motion is welcome", async () => {
  const line = (page: Page) =>
    page.evaluate(() => getComputedStyle(document.querySelector("main") ?? document.body, "::before").scale);
  const page = await opened(everything);
  assert.equal(await line(page), "0 1");
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.notEqual(await line(page), "0 1");
  const still = await opened(everything, 1280, { reducedMotion: "reduce" });
  assert.equal(await line(still), "none");
});

test("the subscribe page offers one address that is chosen whole, and keeps tags folded", async () => {
  const page = await opened("/subscribe/", 360);
  assert.equal(await page.locator(".address").innerText(), "https://seogo.example/rss.xml");
  assert.equal(await computed(page, ".address", "user-select"), "all");
  assert.equal(await page.locator("details .row a").first().isVisible(), false);
});

test("added and removed lines of code differ by a sign, and stand out where no ground is drawn", async () => {
  const looks = async (forcedColors: "none" | "active") =>
    (await opened(everything, 1280, { forcedColors })).locator("pre .line").evaluateAll((lines) =>
      lines.slice(0, 4).map((line) => {
        const { borderLeftStyle } = getComputedStyle(line);
        return `${borderLeftStyle} ${getComputedStyle(line, "::after").content}`;
      }),
    );
  assert.deepEqual(await looks("none"), ['none "−" / ""', 'none "+" / ""', "none none", "none none"]);
  assert.deepEqual(await looks("active"), ['solid "−" / ""', 'solid "+" / ""', "none none", "solid none"]);
});
