import { appendFileSync, globSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { startBrowser } from "../tests/browser/browser.ts";
import { type DevServer, startDev } from "../tests/browser/dev-server.ts";
import { root } from "../tests/site/sites.ts";
import { fileName, writeCorpus } from "./corpus.ts";
import { treeMegabytes } from "./process-tree.ts";
import { median } from "./statistics.ts";
import { seogo } from "./systems.ts";

/** `npm run bench:dev [-- posts edits]`: how soon Chromium shows the dev server's first page and, without a hand, an edit; and whether its memory grows. */
const [posts = 1000, edits = 200] = process.argv.slice(2).map(Number);
const corpus = join(root, ".seogo/bench/dev", "corpus");
rmSync(corpus, { recursive: true, force: true });
writeCorpus({ folder: corpus, count: posts });
const system = seogo(corpus);
/** Longer than anyone waits (milliseconds). */
const patience = { timeout: 600_000 };

console.log(`${String(posts)} posts`);
const browser = await startBrowser();
for (const start of ["first start, nothing kept", "second start"]) {
  const begin = performance.now();
  const server = await startDev(system.folder, system.build.environment);
  const page = await browser.newPage();
  await page.goto(server.origin, patience);
  console.log(`${start}: first page after ${secondsSince(begin).toFixed(1)} s, ${megabytes(server)} MB`);
  if (start === "second start") await editAgain(server, page);
  await page.close();
  await server.stop();
}
await browser.close();

async function editAgain(server: DevServer, page: Page): Promise<void> {
  const [file = fileName(0)] = globSync("*.md", { cwd: system.posts })
    .sort()
    .slice(posts >> 1);
  await page.goto(`${server.origin}/posts/corpus/${file.replace(".md", "")}/`, patience);
  const seconds: number[] = [];
  for (let edit = 1; edit <= edits; edit += 1) {
    const mark = `고침표시${String(edit)}끝`;
    const begin = performance.now();
    appendFileSync(join(system.posts, file), `\n${mark}\n`);
    await page.getByText(mark).waitFor(patience);
    seconds.push(secondsSince(begin));
    // What follows an edit is over before the next, as it is for an author.
    await page.waitForTimeout(1500);
    if (edit === 1 || edit % Math.max(1, Math.floor(edits / 10)) === 0) {
      console.log(`edit ${String(edit)}: ${(seconds.at(-1) ?? 0).toFixed(2)} s, ${megabytes(server)} MB`);
    }
  }
  console.log(
    `edit visible after ${median(seconds).toFixed(2)} s (median), ${Math.max(...seconds).toFixed(2)} s (most)`,
  );
}

function secondsSince(begin: number): number {
  return (performance.now() - begin) / 1000;
}

function megabytes({ pid }: DevServer): string {
  return (pid === 0 ? 0 : treeMegabytes(pid)).toFixed(0);
}
