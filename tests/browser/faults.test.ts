import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import sharp from "sharp";
import { distOf, type Recipe, recipes } from "../site/sites.ts";
import { computed, contrast, over } from "./looking.ts";
import { everything, opener } from "./opened.ts";
import { origin } from "./served.ts";

const opened = opener();

test("a drawing follows the scheme and keeps its size on a phone", async () => {
  const page = await opened(everything, 360, { colorScheme: "dark" });
  const [ground, colours] = await page.evaluate(() => {
    const words = [...document.querySelectorAll(".drawing-box text")].map((text) => getComputedStyle(text).fill);
    return [getComputedStyle(document.documentElement).backgroundColor, words] as const;
  });
  assert.ok(colours.length > 3);
  for (const colour of colours) assert.ok(contrast(colour, ground) >= 4.5, `${colour} on ${ground}`);
  const box = page.locator(".drawing-box");
  const svg = await box
    .locator("svg")
    .evaluate((drawing) => [drawing.getBoundingClientRect().width, Number(drawing.getAttribute("width"))]);
  assert.ok(Math.abs((svg[0] ?? 0) - (svg[1] ?? 1)) < 1);
  assert.equal(await box.evaluate((element) => element.scrollWidth > element.clientWidth), true);
  assert.match((await box.locator("svg").getAttribute("aria-label")) ?? "", /초고, 퇴고/u);
});

test("a box that scrolls draws no line where nothing is hidden, however many points a pixel of the page has", async () => {
  for (const deviceScaleFactor of [1, 2, 3]) {
    const box = (await opened(everything, 360, { deviceScaleFactor })).locator(".drawing-box");
    // Most boxes begin and end between two points of the screen.
    for (const offset of [0, 0.2, 0.4, 0.6, 0.8]) {
      await box.evaluate((element, top) => {
        (element as HTMLElement).style.top = `${String(top)}px`;
        element.querySelector("svg")?.style.setProperty("visibility", "hidden");
      }, offset);
      const { data, info } = await sharp(await box.screenshot())
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const edge = data.filter((_, index) => index % info.width < 12 * deviceScaleFactor);
      const [min, max] = [Math.min(...edge), Math.max(...edge)];
      assert.ok(max - min <= 1, `${String(deviceScaleFactor)} ${String(offset)}: ${String(min)} to ${String(max)}`);
    }
  }
});

test("a checked box holds its mark; what a task says stands in one column, and further in within another", async () => {
  const page = await opened(everything, 360);
  const tasks = await page.locator(".prose li:has(> input)").evaluateAll((all) =>
    all.map((task) => {
      const [box, range] = [task.querySelector("input"), document.createRange()];
      range.selectNode(task.childNodes[1] ?? task);
      const lines = [...range.getClientRects()].map(({ left }) => left);
      return {
        box: box?.getBoundingClientRect().left ?? 0,
        lines,
        holds: box && box.scrollHeight < box.clientHeight + 4,
      };
    }),
  );
  const [long, outer, inner] = tasks;
  assert.ok(long && outer && inner && long.holds && long.lines.length > 1);
  assert.ok(
    long.lines.slice(1).every((left) => left - long.box > 20),
    String(long.lines),
  );
  assert.ok(inner.box - outer.box > 20);
});

test("a picture within a sentence stays in its line", async () => {
  const picture = (await opened(everything)).locator(".prose img");
  const [own, line] = [await picture.boundingBox(), await picture.locator("..").boundingBox()];
  assert.ok(own && line && line.height < 36 && own.y > line.y && own.y + own.height < line.y + line.height);
});

test("a count keeps its line beside a name of two", async () => {
  const page = await opened("/categories/", 320);
  const lines = await page
    .locator(".terms a")
    .first()
    .evaluate((link) => {
      if (link.firstChild) link.firstChild.nodeValue = "정말로길고길어서줄이바뀔수도없는카테고리이름 ";
      const range = document.createRange();
      range.selectNodeContents(link.querySelector("small")?.firstChild ?? link);
      return range.getClientRects().length;
    });
  assert.equal(lines, 1);
});

test("Latin emphasis may be slanted, Hangul never is", async () => {
  const slant = async (path: string, site?: Recipe) =>
    computed(await opened(path, 1280, site ? { site } : {}), "article", "font-synthesis-style");
  assert.equal(await slant("/posts/글/english/"), "auto");
  assert.equal(await slant("/posts/posts/english/", recipes.english), "auto");
  assert.equal(await slant(everything), "none");
});

test("an Arabic post runs from right to left", async () => {
  const page = await opened("/posts/글/arabic/");
  assert.equal(await computed(page, "article", "direction"), "rtl");
  const bar = await page.locator("blockquote").evaluate((quote) => getComputedStyle(quote).borderRightWidth);
  assert.equal(bar, "3px");
});

test("on paper tables and drawings keep their right, marked lines their words alone", async () => {
  const page = await opened(everything, 680);
  await page.emulateMedia({ media: "print" });
  const beyond = (part: string) =>
    page.locator(part).evaluate((element) => element.getBoundingClientRect().right - innerWidth);
  assert.ok((await beyond("table")) <= 0);
  assert.equal(await computed(page, ".table-scroll", "overflow-x"), "visible");
  assert.equal(await computed(page, ".line.marked", "border-image-source"), "none");
  assert.equal(await over(page), 0);
  // Room after the last line would be an empty page of its own.
  assert.equal(await computed(page, "main", "padding-bottom"), "0px");
  await page.setViewportSize({ width: 480, height: 800 });
  assert.ok((await beyond(".drawing-box svg")) <= 0);
});

test("on paper long code begins where it stands, and a tall picture with its title fits one page", async () => {
  const sheets = async (shown: "code" | "picture") => {
    const page = await opened(everything, 680);
    await page.locator(".prose").evaluate((prose, which) => {
      for (const part of document.querySelectorAll(".toc, .after")) part.remove();
      const [figure, caption] = [document.createElement("figure"), document.createElement("figcaption")];
      caption.textContent = "설명";
      const [code, tall] = [document.createElement("pre"), new Image(600, 3000)];
      code.textContent = "const a = 1;\n".repeat(60);
      figure.append(...(which === "code" ? [caption, code] : [tall, caption]));
      prose.replaceChildren("글", figure);
    }, shown);
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    return printed.match(/\/Type \/Page\b/gu)?.length;
  };
  assert.equal(await sheets("code"), 2);
  assert.equal(await sheets("picture"), 1);
});

test("the current place is underlined, in the menu, the pager and the series", async () => {
  const page = await opened(everything);
  for (const place of await page.locator("[aria-current]").all()) {
    assert.equal(await place.evaluate((element) => getComputedStyle(element).textDecorationLine), "underline");
  }
  assert.ok((await page.locator("[aria-current]").count()) >= 2);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`boxes of tasks and scroll bars take the colours of the page in the ${colorScheme} scheme`, async () => {
    const page = await opened(everything, 1280, { colorScheme });
    const ground = await computed(page, "html", "background-color");
    assert.ok(contrast(await computed(page, ".prose input", "border-top-color"), ground) >= 3);
    assert.notEqual(await computed(page, ".prose input:checked", "content"), "none");
    assert.ok((await computed(page, ".table-scroll", "scrollbar-color")).includes(ground));
  });

  test(`a browser without light-dark() shows black on white in the ${colorScheme} scheme`, async () => {
    const page = await opened(everything, 1280, { colorScheme });
    await page.route("**/*.css", (route) => {
      const [sheet = ""] = globSync("assets/*.css", { cwd: distOf(recipes.look) });
      const styles = readFileSync(join(distOf(recipes.look), sheet), "utf8");
      const body = styles.replaceAll("light-dark(", "none(");
      return route.fulfill({ body, contentType: "text/css" });
    });
    await page.reload();
    assert.equal(await computed(page, "html", "color-scheme"), "light");
    assert.equal(await computed(page, "html", "background-color"), "rgba(0, 0, 0, 0)");
    for (const part of [".prose p", ".prose a", "h1", "time", ".prose pre"])
      assert.equal(await computed(page, part, "color"), "rgb(0, 0, 0)", part);
  });
}

test("#top is an element", async () => {
  const page = await opened(everything);
  assert.equal(await page.locator("#top").count(), 1);
});

for (const file of ["rss.xml", "atom.xml"]) {
  test(`${file} opened in a browser is dressed: Korean days, titles that lead to their posts`, async () => {
    const page = await opened(`/${file}`, 1280);
    const [first, day] = [page.locator("item > a, entry > a").first(), page.locator("time").first()];
    assert.equal(await first.innerText(), "다 짓고 나서 남은 이야기");
    assert.equal(await day.innerText(), "2026년 11월 21일");
    assert.equal(await page.locator("pubDate, published").first().isVisible(), false);
    assert.equal(await computed(page, "a", "font-weight"), "700");
    await first.click();
    assert.equal(decodeURI(page.url()), `${origin}/posts/글/뒤-글/`);
    assert.equal(await page.locator("h1").innerText(), "다 짓고 나서 남은 이야기");
    const phone = await opened(`/${file}`, 360, { isMobile: true });
    assert.equal(await phone.evaluate(() => innerWidth), 360);
  });
}
