import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { defineSite } from "#model/site.ts";
import { readDraft } from "#reading/draft.ts";
import { zoneOf } from "#reading/zone.ts";
import type { Target } from "./target.ts";

/** Content that stands in the target already and no import of ours wrote. */
export interface Existing {
  /** Addresses of what owners wrote, letter case aside. */
  readonly taken: ReadonlySet<string>;
  /** Kinds and ids of their files, letter case aside: `post/2020/글`. */
  readonly ids: ReadonlySet<string>;
}

/** Reads the addresses of the content in a target's folder. */
export function existingContent(root: string, target: Target): Existing {
  const site = defineSite({});
  const zone = zoneOf(site.timeZone);
  const taken = new Set<string>();
  const ids = new Set<string>();
  for (const file of globSync("src/content/{posts,pages}/**/*.{md,mdx}", { cwd: root }).map((name) =>
    name.split(path.sep).join("/"),
  )) {
    if (target.wrote(file)) continue;
    const kind = file.startsWith("src/content/pages/") ? "page" : "post";
    const name = file.replace(/^src\/content\/(?:posts|pages)\//u, "").normalize("NFC");
    const { draft } = readDraft({ kind, file, name }, readFileSync(path.join(root, file)), { site, zone });
    ids.add(`${kind}/${name.replace(/(?:\/index)?\.\w+$/u, "")}`.toLowerCase());
    const addresses = draft === undefined ? [] : [draft.path, ...draft.aliases];
    for (const address of addresses) taken.add(address.normalize("NFC").toLowerCase());
  }
  return { taken, ids };
}
