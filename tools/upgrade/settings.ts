import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Step } from "./plan.ts";

const file = "src/site.config.ts";

/** Settings that changed their name, old name first. */
const renames: readonly (readonly [old: string, now: string])[] = [];

/** The owner's settings under their names of today; no step where none was renamed. */
export function renamedSettings(site: string, table = renames): Step[] {
  const path = join(site, file);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const renamed = table.reduce(
    (all, [old, now]) => all.replace(new RegExp(`((?:^|[{,])\\s*)(["']?)${old}\\2(?=\\s*:)`, "gmu"), `$1${now}`),
    text,
  );
  return renamed === text ? [] : [{ path: file, kind: "settings", bytes: Buffer.from(renamed) }];
}
