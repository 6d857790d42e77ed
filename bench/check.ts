import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../tests/site/sites.ts";
import { writeCorpus } from "./corpus.ts";
import { countedWork, type CountedWork, grown } from "./counted-work.ts";
import { edit } from "./edit.ts";
import { measured } from "./measured.ts";
import type { BuildKind } from "./results.ts";
import { seogo } from "./systems.ts";

/** Counted work of a build from nothing and of one after the second edit: what the first leaves ready serves all later ones. */
export type Counts = Readonly<Record<BuildKind, CountedWork>>;

const baselineFile = join(root, "bench/baseline.json");
const posts = 100;

/** Counts the work of builds of 100 posts. */
export async function counts(): Promise<Counts> {
  const corpus = join(root, ".seogo/bench/counted/corpus");
  rmSync(corpus, { recursive: true, force: true });
  writeCorpus({ folder: corpus, count: posts });
  const system = seogo(corpus);
  const cold = await countedWork(system);
  edit(system, posts, 1);
  await measured(system.build);
  edit(system, posts, 2);
  return { cold, edit: await countedWork(system) };
}

/** What takes more than a fifth more work than the committed baseline, one sentence each. */
export function regressions(now: Counts, baseline: Counts): string[] {
  return (["cold", "edit"] as const).flatMap((kind) =>
    grown(now[kind], baseline[kind]).map((sentence) => `${kind} ${sentence}`),
  );
}

/** The committed baseline. */
export function baselineCounts(): Counts {
  return JSON.parse(readFileSync(baselineFile, "utf8")) as Counts;
}

/** `npm run bench:check [-- --write-baseline]`. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const now = await counts();
  console.table(now);
  if (process.argv.includes("--write-baseline") || !existsSync(baselineFile)) {
    writeFileSync(baselineFile, `${JSON.stringify(now, undefined, 2)}\n`);
  }
  const found = regressions(now, baselineCounts());
  for (const sentence of found) console.error(sentence);
  process.exitCode = found.length > 0 ? 1 : 0;
}
