import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root } from "../tests/site/sites.ts";
import { clearAside, setAside } from "./aside.ts";
import { writeCorpus } from "./corpus.ts";
import { edit, undoEdits } from "./edit.ts";
import { measured } from "./measured.ts";
import { type BenchOptions, benchOptions } from "./options.ts";
import { type BuildKind, joined, partsIn, readResults, rowsOf, type Run, writeResults } from "./results.ts";
import { peer, peerNames, seogo, type System } from "./systems.ts";
import { resultsMarkdown, withPart } from "./table.ts";

/** `npm run bench [-- --sizes 100,1000 --runs 3 --peers hugo,eleventy,astro --cold-only --one-core]`: what builds cost, ours and others'. */
const words = process.argv.slice(2);
const options = benchOptions(words);
const runs: Run[] = [];
const versions: Record<string, string> = {};
for (const posts of options.sizes) runs.push(...(await size(posts, options)));
keepResults();
clearAside();

/** All systems take turns, so that a busy minute of the machine falls on all alike. */
async function size(posts: number, { runs: times, coldOnly }: BenchOptions): Promise<Run[]> {
  const corpus = join(root, ".seogo/bench", String(posts), "corpus");
  setAside(corpus);
  writeCorpus({ folder: corpus, count: posts });
  const systems = laidOut(corpus);
  const found: Run[] = [];
  for (const build of coldOnly ? (["cold"] as const) : (["cold", "edit"] as const)) {
    for (let time = 1; time <= times; time += 1) {
      for (const system of systems) {
        prepare(system, build, { posts, time });
        const { cost } = await measured(system.build);
        const parts = system.timings === undefined ? {} : { parts: partsIn(system.timings) };
        found.push({ posts, build, system: system.name, cost, ...parts });
        const { cpuSeconds, wallSeconds, peakMegabytes } = cost;
        const figures = `CPU ${cpuSeconds.toFixed(1)} s, ${wallSeconds.toFixed(1)} s, ${peakMegabytes.toFixed(0)} MB`;
        console.log(`${String(posts)} ${build} ${String(time)}/${String(times)} ${system.name}: ${figures}`);
      }
    }
  }
  return found;
}

function laidOut(corpus: string): System[] {
  const wanted = peerNames.filter((name) => options.peers.includes(name));
  const systems = [seogo(corpus), ...(options.oneCore ? [seogo(corpus, 1)] : [])];
  for (const name of wanted) {
    const system = peer(name, corpus);
    if (system) systems.push(system);
    else console.log(`${name}: 이 컴퓨터에 없어 뺍니다.`);
  }
  for (const { name, version } of systems) versions[name] = version;
  return systems;
}

function prepare(system: System, build: BuildKind, at: { posts: number; time: number }): void {
  if (build === "edit") edit(system, at.posts, at.time);
  else {
    for (const name of system.made) setAside(join(system.folder, name));
    undoEdits(system, at.posts);
  }
}

function keepResults(): void {
  const date = new Date().toISOString().slice(0, 10);
  const file = join(root, "bench/results", `${date}.json`);
  const commands = [["npm run bench", ...(words.length > 0 ? ["--", ...words] : [])].join(" ")];
  const now = { date, cores: availableParallelism(), versions, commands, rows: rowsOf(runs) };
  const results = joined(readResults(file), now);
  writeResults(file, results);
  const readme = join(root, "bench/README.md");
  const table = resultsMarkdown(results);
  writeFileSync(readme, withPart(readFileSync(readme, "utf8"), "builds", table));
  console.log(`\n${table}`);
}
