import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import { layOut } from "../../site/sites.ts";
import { startBrowser } from "../browser.ts";
import { type DevServer, openIn, startDev, until as untilSo } from "../dev-server.ts";

/** An author's sitting at `npm run dev`: the page is opened, never loaded again by hand. */
export const folder = layOut({ name: "dev" });
export const settings = join(folder, "src/site.config.ts");
export const patience = { timeout: 60_000 };
export let browser: Browser;
export let page: Page;
export let dev: DevServer;
export const complaints: string[] = [];

/** What an owner who knows Astro would write. */
export const mine = `---
import { getCollection } from "astro:content";
const posts = await getCollection("posts");
---
<html lang="ko"><head><meta charset="utf-8" /><title>내 화면</title><meta name="description" content="내 글들" /></head><body><h1>내 화면</h1>{posts.map(({ data }) => <p>{data.title}: {data.tags.join()}</p>)}</body></html>
`;

export const styles = join(folder, "src/styles/owner.css");
export const goodStyles = readFileSync(styles, "utf8");
export const people = join(folder, "src/owner/people.json");
export const kim = '{ "kim": { "name": "김" } }';
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
  writeFileSync(styles, `${goodStyles}\nh1 {\n`);
  const collections = join(folder, "src/content.config.ts");
  writeFileSync(collections, withPeople(readFileSync(collections, "utf8")));
  // No page shows before the styles are mended.
  [browser, dev] = await Promise.all([startBrowser(), startDev(folder, {}, "/favicon.svg")]);
  page = await browser.newPage();
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
});
after(async () => {
  await browser?.close();
  await dev?.stop();
});

export function at(name: string): string {
  return join(folder, "src/content/posts", name);
}

export function put(name: string, body: string, fields = "date: 2026-11-20"): void {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(
    at(name),
    `---\ntitle: ${name.replace(/\.mdx?$/u, "").replace("/", " ")} 글\n${fields}\n---\n\n${body}`,
  );
}

export function flower(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path fill="${colour}" d="M0 0h9v9H0z"/></svg>`;
}

export const open = (path: string) => openIn(page, dev.origin + path);
export const sees = (text: string) => page.getByText(text).first().waitFor(patience);
export const seesNoMore = (text: string) =>
  page
    .getByText(text)
    .first()
    .waitFor({ ...patience, state: "detached" });
export const notice = () => page.locator("seogo-notice");
export const times = (text: string) => dev.said().split(text).length - 1;

/** Waits until something is so. What the server does, says and shows comes by ways of their own: none can be first for sure. */
export const until = (isSo: () => boolean | Promise<boolean>) => untilSo(isSo, dev.said);

/** Waits until a path is answered with a status. */
export const answers = (path: string, status: number) =>
  until(async () => (await fetch(dev.origin + path, { redirect: "manual" })).status === status);
