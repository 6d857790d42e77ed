import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesIn } from "#tools/prove/site-files.ts";
import { said } from "#text/words.ts";
import { root } from "../tests/site/sites.ts";
import { measured } from "./measured.ts";
import type { System } from "./systems.ts";

/** What a build did, counted; the same on every machine. */
export interface CountedWork {
  /** Pages, feeds and pictures that were made. */
  readonly pages: number;
  /** Files of the project that were read, a second reading of a file counted again. */
  readonly filesRead: number;
  readonly filesWritten: number;
  /** Files that were taken over from the standing site by a link. */
  readonly filesLinked: number;
  /** All that is kept for the next build, copies of the site left out. */
  readonly storeBytes: number;
  readonly outputBytes: number;
}

/** Builds and counts. */
export async function countedWork({ build, folder, output }: System): Promise<CountedWork> {
  const told = join(folder, ".seogo-counts");
  rmSync(told, { force: true });
  const environment = {
    ...build.environment,
    LANG: "ko_KR.UTF-8",
    // What a thread did that is stopped at its end is told by nobody.
    SEOGO_CORES: "1",
    NODE_OPTIONS: `--import=${pathToFileURL(join(root, "bench/count-files.ts")).href}`,
    SEOGO_COUNT_FILES: told,
    SEOGO_COUNT_BELOW: folder,
  };
  const { output: words } = await measured({ ...build, environment });
  const files = readFileSync(told, "utf8").trim().split("\n");
  const sum = (kind: string) =>
    files.reduce((all, line) => all + ((JSON.parse(line) as Record<string, number>)[kind] ?? 0), 0);
  return {
    pages: pagesMade(words),
    filesRead: sum("read"),
    filesWritten: sum("written"),
    filesLinked: sum("linked"),
    storeBytes: bytesOf(join(folder, ".astro")) + bytesOf(join(folder, ".seogo"), ["staging", "spare"]),
    outputBytes: bytesOf(join(folder, output)),
  };
}

/** What the build says of itself: `파일 12개를 새로 그렸습니다.`; 0 where it says nothing. */
export function pagesMade(log: string): number {
  const [before = "", after = ""] = said("files-made", { files: 0 }, "ko").split("0");
  const [, count] = log.match(new RegExp(`^${before}(\\d+)${after}$`, "mu")) ?? [];
  return Number(count ?? 0);
}

/** What grew by more than a share of the baseline, one sentence each; a little is let pass where little was done. */
export function grown(now: CountedWork, baseline: CountedWork, share = 0.2): string[] {
  return Object.entries(baseline).flatMap(([name, before]: [string, number]) => {
    const after = now[name as keyof CountedWork];
    return after > before * (1 + share) + 5 ? [`${name}: ${String(before)} → ${String(after)}`] : [];
  });
}

/** Bytes of all files below a folder but for those in some folders right below it. */
function bytesOf(folder: string, without: readonly string[] = []): number {
  if (!existsSync(folder)) return 0;
  const files = filesIn(folder).filter((file) => !without.some((name) => file.startsWith(`${name}/`)));
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}
