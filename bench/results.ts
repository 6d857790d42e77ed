import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Cost } from "./measured.ts";
import { median, medianCost } from "./statistics.ts";

/** A cold build has no cache and no output; one after an edit has both, and one paragraph more in one post. */
export type BuildKind = "cold" | "edit";

/** One measured build. */
export interface Run {
  readonly posts: number;
  readonly build: BuildKind;
  readonly system: string;
  readonly cost: Cost;
  /** Seconds of processor time by part of the work, where the system tells. */
  readonly parts?: Parts;
}

type Parts = Readonly<Record<string, number>>;

/** All runs of one system, size and kind of build. */
export interface Row extends Omit<Run, "cost"> {
  readonly median: Cost;
  readonly runs: readonly Cost[];
}

/** What a day's measuring found. */
export interface Results {
  /** Day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly cores: number;
  /** Versions by system. */
  readonly versions: Readonly<Record<string, string>>;
  /** The commands that made the rows. */
  readonly commands: readonly string[];
  readonly rows: readonly Row[];
}

/** Runs joined into rows, in the order in which they first came. */
export function rowsOf(runs: readonly Run[]): Row[] {
  const groups = Map.groupBy(runs, ({ posts, build, system }) => `${String(posts)} ${build} ${system}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const costs = group.map(({ cost }) => cost);
    const told = medianParts(group.flatMap(({ parts }) => (parts ? [parts] : [])));
    const row = {
      posts: first.posts,
      build: first.build,
      system: first.system,
      median: medianCost(costs),
      runs: costs,
    };
    return [told ? { ...row, parts: told } : row];
  });
}

function medianParts(all: readonly Parts[]): Parts | undefined {
  const [first] = all;
  if (!first) return undefined;
  return Object.fromEntries(Object.keys(first).map((name) => [name, median(all.map((one) => one[name] ?? 0))]));
}

/** Seconds of processor time by part, from the file that `npm run build -- --timings` writes. */
export function partsIn(file: string): Parts {
  const told = JSON.parse(readFileSync(file, "utf8")) as Record<string, { cpu: number }>;
  return Object.fromEntries(Object.entries(told).map(([name, { cpu }]) => [name, cpu]));
}

/** Earlier results of the day with newer ones in place of those of the same sizes; ratios never mix two runs. */
export function joined(before: Results | undefined, now: Results): Results {
  if (before === undefined) return now;
  const sizes = new Set(now.rows.map(({ posts }) => posts));
  const rows = [...before.rows.filter(({ posts }) => !sizes.has(posts)), ...now.rows];
  return {
    ...now,
    versions: { ...before.versions, ...now.versions },
    commands: [...new Set([...before.commands, ...now.commands])],
    rows: rows.sort((a, b) => a.posts - b.posts),
  };
}

/** Results kept in a file; undefined where there are none. */
export function readResults(file: string): Results | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Results) : undefined;
}

/** Keeps results in a file. */
export function writeResults(file: string, results: Results): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
}
