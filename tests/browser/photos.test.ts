import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { pageFacts } from "#tools/prove/page-facts.ts";
import { build, layOut } from "../site/sites.ts";
import { startBrowser } from "./browser.ts";
import { origin, serve } from "./served.ts";

const folder = layOut({ name: "photos-seen", posts: {} });
let browser: Browser;

/** Twelve million pixels, lying on their side: red above, blue below once they stand upright, grain all over. */
async function phonePhoto(): Promise<Buffer> {
  const grain = { type: "gaussian", mean: 128, sigma: 18 } as const;
  const noise = await sharp({ create: { width: 1008, height: 756, channels: 3, background: "#888", noise: grain } })
    .resize(4032, 3024)
    .png({ compressionLevel: 1 })
    .toBuffer();
  const halves = `<svg xmlns="http://www.w3.org/2000/svg" width="4032" height="3024"><path d="M0 0h2016v3024H0z" fill="#b33"/><path d="M2016 0h2016v3024H2016z" fill="#36b"/></svg>`;
  const picture = sharp(Buffer.from(halves)).composite([{ input: noise, blend: "overlay" }]);
  return picture.withMetadata({ orientation: 6 }).jpeg({ quality: 92 }).toBuffer();
}

before(async () => {
  const photo = await phonePhoto();
  assert.ok(photo.length > 1_500_000, String(photo.length));
  const post = join(folder, "src/content/posts/제주");
  mkdirSync(post, { recursive: true });
  for (const file of [join(post, "표지.jpg"), join(post, "본문.jpg"), join(folder, "public/big.jpg")])
    writeFileSync(file, photo);
  const body = "첫날.\n\n![바다](본문.jpg)\n\n둘째 날.\n\n![길](/big.jpg)\n\n![하나](본문.jpg)\n![둘](본문.jpg)\n";
  writeFileSync(join(post, "index.md"), `---\ntitle: 제주\ndate: 2026-11-01\nimage: 표지.jpg\n---\n\n${body}`);
  build(folder);
  browser = await startBrowser();
});
after(() => browser?.close());

interface Seen {
  readonly page: Page;
  /** Bytes of pictures by their path, as they come: a page is quiet before the last of them are read. */
  readonly pictures: Map<string, Promise<number>>;
}

async function opened(width: number, height: number, scale: number): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  await serve(context, join(folder, "dist"));
  const page = await context.newPage();
  const pictures = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (/\.(?:webp|jpg)$/u.test(pathname))
      pictures.set(
        pathname,
        response.body().then(({ length }) => length),
      );
  });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ startTime }) => startTime))).observe({
      type: "layout-shift",
      buffered: true,
    });
  });
  await page.goto(`${origin}/posts/제주/`, { waitUntil: "networkidle" });
  return { page, pictures };
}

async function readThrough(page: Page): Promise<void> {
  for (const image of await page.locator("main img").all()) {
    await image.scrollIntoViewIfNeeded();
    await image.evaluate((one) => (one as HTMLImageElement).decode());
  }
  await page.waitForLoadState("networkidle");
}

async function sum(pictures: Seen["pictures"]): Promise<number> {
  return (await Promise.all(pictures.values())).reduce((all, one) => all + one, 0);
}

test("a phone of three pixels to the point gets a page with a 12-megapixel photo for 350 KB, upright and still", async () => {
  const { page, pictures } = await opened(390, 844, 3);
  await readThrough(page);
  const weight = await sum(pictures);
  assert.ok(weight > 0 && weight <= 350 * 1024, JSON.stringify([weight, ...pictures.keys()]));
  assert.deepEqual(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts), []);
  const sharpness = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>("main img")].map((image) => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [1, 2];
      const drawn = canvas.getContext("2d");
      drawn?.drawImage(image, 0, 0, 1, 2);
      const [red = 0, , blue = 0] = drawn?.getImageData(0, 0, 1, 1).data ?? [];
      return [image.clientHeight > image.clientWidth, red > blue];
    }),
  );
  assert.deepEqual(
    sharpness,
    Array.from({ length: 5 }, () => [true, true]),
  );
});

test("the weight guard names the files that a browser takes at once", async () => {
  const { page } = await opened(390, 844, 3);
  const taken = await page.evaluate(() =>
    [...document.images].filter(({ loading }) => loading !== "lazy").map((one) => new URL(one.currentSrc).pathname),
  );
  const facts = pageFacts(readFileSync(join(folder, "dist/posts/제주/index.html")));
  assert.ok(taken.length >= 2);
  assert.deepEqual(new Set(facts.early.filter((address) => !address.endsWith(".css"))), new Set(taken));
});

test("a small phone's first view costs 160 KB at most", async () => {
  const { pictures } = await opened(360, 740, 2);
  const weight = await sum(pictures);
  assert.ok(weight > 0 && weight <= 160 * 1024, JSON.stringify([weight, ...pictures.keys()]));
});

test("a cover stands whole in the window, two photos of a paragraph side by side", async () => {
  const { page } = await opened(1280, 720, 1);
  const [cover, , , left, right] = await page.evaluate(() =>
    [...document.querySelectorAll("main img")].map((image) => image.getBoundingClientRect().toJSON() as DOMRect),
  );
  assert.ok(cover && cover.height <= 720, JSON.stringify(cover));
  assert.ok(
    left && right && Math.abs(left.top - right.top) < 1 && left.right <= right.left,
    JSON.stringify([left, right]),
  );
});
