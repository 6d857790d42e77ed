import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ledgerPaths, ledgerText } from "#tools/prove/ledger.ts";
import { writeWhole } from "#cache/store.ts";
import { addresses } from "#model/addresses.ts";
import { cataloguesOf } from "#model/catalogues.ts";
import type { Site } from "#model/site.ts";
import { readEntries } from "#reading/entry-store.ts";
import { contentRoot } from "#reading/walk.ts";
import { publishText } from "#text/publishing.ts";

/** Where the addresses ever published are written down, from the repository's root. */
export const ledgerFile = "src/content/addresses.txt";

const lasting = new Set(["article", "standing", "category", "tag", "series", "author"]);

/** Adds the addresses now published to the ledger; returns those that are new. The addresses of our examples are promised to nobody. */
export function writeLedger(root: string, site: Site, now: number): string[] {
  if (contentRoot(root) === "examples") return [];
  const entries = readEntries(join(root, ".seogo"));
  const published = cataloguesOf(entries, { site, now, markDay: () => (day) => day })
    .flatMap(addresses)
    .filter(({ kind, number = 1 }) => lasting.has(kind) && number === 1)
    .map(({ path }) => path);
  const file = join(root, ledgerFile);
  const known = existsSync(file) ? ledgerPaths(readFileSync(file, "utf8")) : [];
  const fresh = published.filter((path) => !known.includes(path));
  if (fresh.length > 0) writeWhole(file, ledgerText(publishText(site.language).ledgerHead, [...known, ...fresh]));
  return fresh;
}
