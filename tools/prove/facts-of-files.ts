import { readFileSync, statSync } from "node:fs";
import { stampFrom } from "#cache/stamp.ts";
import type { StampedFacts } from "./facts-cache.ts";
import { formOf } from "./file-signs.ts";
import { sharing } from "./references.ts";
import { builtFile } from "./read-site.ts";

/** A reader of files below a folder: the facts of each whose name does not say all, with its stamp from before. */
export function worker(folder: string): (paths: readonly string[]) => StampedFacts {
  const share = sharing();
  const one = (path: string) => {
    const whole = `${folder}/${path}`;
    const stamp = stampFrom(statSync(whole, { bigint: true }));
    return [path, [stamp, builtFile(path, readFileSync(whole), share)]] as const;
  };
  return (paths) => new Map(paths.filter((path) => formOf(path) !== "other").map(one));
}
