import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { root } from "../site/sites.ts";
import { startBrowser } from "./browser.ts";
import { type DevServer, openIn, startDev } from "./dev-server.ts";

/** One day of an author in a fresh clone; each test is a step that rests on the steps before it. */
const folder = mkdtempSync(join(tmpdir(), "seogo-day-"));
const clone = join(folder, "blog");
const target = join(folder, "www");
const post = join(clone, "src/content/posts/나들이/index.md");
const patience = { timeout: 60_000 };
let browser: Browser;
let page: Page;
let dev: DevServer | undefined;

before(async () => {
  assert.equal(run(folder, "git", "clone", "-q", root, clone).status, 0);
  symlinkSync(join(root, "node_modules"), join(clone, "node_modules"), "junction");
  appendFileSync(join(clone, ".git/info/exclude"), "/node_modules\n");
  browser = await startBrowser();
  page = await browser.newPage();
});
after(async () => {
  await browser?.close();
  await dev?.stop();
  rmSync(folder, { recursive: true });
});

function run(cwd: string, program: string, ...words: string[]) {
  const environment = { ...process.env, LANG: "ko_KR.UTF-8", INIT_CWD: cwd };
  return spawnSync(program, words, { cwd, encoding: "utf8", env: environment });
}

/** Runs one of the owner's commands, and fails with its words where it fails. */
function command(name: string, ...words: string[]): string {
  const { status, stdout, stderr } = run(clone, process.execPath, `commands/${name}`, ...words);
  assert.equal(status, 0, `${name}: ${stdout}${stderr}`);
  return stdout;
}

function write(change: (text: string) => string): void {
  writeFileSync(post, change(readFileSync(post, "utf8")));
}

const sees = (text: string) => page.getByText(text).first().waitFor(patience);
const notice = () => page.locator("seogo-notice");
const changed = () =>
  run(clone, "git", "-c", "core.quotePath=false", "status", "--porcelain", "-uall")
    .stdout.trim()
    .split("\n")
    .toSorted();
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path fill="red" d="M0 0h9v9H0z"/></svg>';

test("a new post is a draft that only dev shows", async () => {
  dev = await startDev(clone);
  await page.goto(`${dev.origin}/`);
  const posts = page.locator("main a.u-url");
  await posts.nth(5).waitFor(patience);
  assert.match(command("new.ts", "나들이", "--folder"), /나들이\/index\.md/u);
  await page.getByRole("link", { name: "나들이" }).first().waitFor(patience);
  await posts.nth(1).waitFor({ ...patience, state: "detached" });
  await openIn(page, `${dev.origin}/posts/나들이/`);
  await page.getByRole("heading", { name: "나들이", level: 1 }).waitFor(patience);
  await page.locator("article .draft").waitFor(patience);
});

test("five edits and two mistakes show in the open page by themselves", async () => {
  write((text) => `${text}\n강가를 걸었다.\n`);
  await sees("강가를 걸었다.");
  write((text) => text.replace("강가를 걸었다.", "강가를 **천천히(아주)** 걸었다."));
  await page.locator("article strong").getByText("천천히(아주)").waitFor(patience);
  write((text) => text.replace(/^title:/mu, "titel:"));
  await notice().getByText("index.md:3:1").waitFor(patience);
  write((text) => text.replace(/^titel:/mu, "title:"));
  await notice().waitFor({ ...patience, state: "detached" });
  writeFileSync(join(clone, "src/content/posts/나들이/강.svg"), svg);
  write((text) => `${text}\n![강](강.svg)\n`);
  await page.locator('article img[alt="강"]').waitFor(patience);
  write((text) => text.replace(/^date: .*$/mu, "date: 2026-02-30"));
  await notice().getByText("28일까지").waitFor(patience);
  write((text) => text.replace(/^date: .*$/mu, "date: 2026-11-20"));
  await notice().waitFor({ ...patience, state: "detached" });
  write((text) => `${text}\n돌아왔다.\n`);
  await sees("돌아왔다.");
  write((text) => text.replace(/^draft: true\n/mu, ""));
  await page.locator("article .draft").waitFor({ ...patience, state: "detached" });
  await dev?.stop();
  dev = undefined;
});

test("the post is built with its picture and published, and only the author's files have changed", () => {
  const settings = join(clone, "src/site.config.ts");
  writeFileSync(settings, readFileSync(settings, "utf8").replace("https://seogo.example/", "https://day.example/"));
  command("publish.ts", target);
  const html = readFileSync(join(target, "posts/나들이/index.html"), "utf8");
  assert.match(html, /<strong>천천히<span class="j"><\/span>\(아주\)<\/strong>/u);
  assert.match(html, /<img [^>]*alt="강"/u);
  assert.deepEqual(changed(), [
    "?? src/content/addresses.txt",
    "?? src/content/posts/나들이/index.md",
    "?? src/content/posts/나들이/강.svg",
    "M src/site.config.ts",
  ]);
});

test("the post is taken back, and the published site has it no more", () => {
  command("remove.ts", post, "--yes");
  command("publish.ts", target);
  assert.ok(!existsSync(join(target, "posts/나들이")));
  assert.match(readFileSync(`${target}.server/nginx-http.conf`, "utf8"), /\\n\/posts\/나들이\/\\ngone/u);
  assert.deepEqual(changed(), ["?? src/content/addresses.txt", "?? src/content/gone.txt", "M src/site.config.ts"]);
});
