import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { rename } from "#cache/rename.ts";
import { digest } from "#model/digest.ts";
import { defineSite } from "#model/site.ts";
import { readDraft } from "#reading/draft.ts";
import { zoneOf } from "#reading/zone.ts";

/** What became of a file: `kept` means somebody edited it and it was left alone. */
type Outcome = "new" | "changed" | "same" | "kept";

/** The folder that an import writes into; nothing is written in a dry run. */
export interface Target {
  /** Writes a file (path from the root), unless it is there already or was edited since the last import. */
  readonly put: (file: string, bytes: Uint8Array | string) => Outcome;
  /** Whether an import of the same blog wrote the file before. */
  readonly wrote: (file: string) => boolean;
  readonly root: string;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly keptFiles: readonly string[];
  /** Remembers what was written, for the next run. */
  readonly close: () => void;
}

const ledgerFile = "import-ledger.json";

/** Opens the target for a blog (its folder's name); `force` overwrites edited files, `dryRun` writes none. */
export function openTarget(root: string, options: { force: boolean; dryRun: boolean; blog: string }): Target {
  const before = readLedger(root);
  const ledger = new Map(before);
  const counts: Record<Outcome, number> = { new: 0, changed: 0, same: 0, kept: 0 };
  const keptFiles: string[] = [];
  const outcomeOf = (file: string, bytes: Uint8Array): Outcome => {
    const place = path.join(root, file);
    if (!existsSync(place)) return "new";
    const present = readFileSync(place);
    if (present.equals(bytes)) return "same";
    const last = before.get(file);
    const ours = last?.blog === options.blog && last.digest === digest(present);
    return ours || options.force ? "changed" : "kept";
  };
  const put = (file: string, content: Uint8Array | string): Outcome => {
    const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
    const outcome = outcomeOf(file, bytes);
    counts[outcome] += 1;
    if (outcome === "kept") keptFiles.push(file);
    else ledger.set(file, { digest: digest(bytes), blog: options.blog });
    if ((outcome === "new" || outcome === "changed") && !options.dryRun) write(path.join(root, file), bytes);
    return outcome;
  };
  const close = () => {
    if (options.dryRun) return;
    const lines = [...ledger].sort(([a], [b]) => (a < b ? -1 : 1));
    write(path.join(root, ledgerFile), Buffer.from(`${JSON.stringify(Object.fromEntries(lines), null, 1)}\n`));
  };
  return { put, wrote: (file) => before.get(file)?.blog === options.blog, root, counts, keptFiles, close };
}

function write(place: string, bytes: Uint8Array): void {
  mkdirSync(path.dirname(place), { recursive: true });
  const aside = `${place}.part`;
  writeFileSync(aside, bytes);
  rename(aside, place);
}

/** What an import wrote, and from which blog. */
interface Written {
  readonly digest: string;
  readonly blog: string;
}

function readLedger(root: string): ReadonlyMap<string, Written> {
  try {
    return new Map(
      Object.entries(JSON.parse(readFileSync(path.join(root, ledgerFile), "utf8")) as Record<string, Written>),
    );
  } catch {
    return new Map();
  }
}

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
