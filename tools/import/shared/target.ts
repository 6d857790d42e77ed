import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { writeWhole } from "#cache/store.ts";
import { digest } from "#model/digest.ts";
import { defineSite } from "#model/site.ts";
import { readDraft } from "#reading/draft.ts";
import { looseKey } from "./source-tree.ts";

/** What became of a file: `kept` means somebody edited it and it was left alone. */
type Outcome = "new" | "changed" | "same" | "kept";

/** The folder that an import writes into; nothing is written in a dry run. */
export interface Target {
  readonly root: string;
  /** Writes a file (path from the root), unless it is there already or was edited since the last import. */
  readonly put: (file: string, bytes: Uint8Array | string) => void;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly keptFiles: readonly string[];
  /** The addresses of content that no import of the same blog wrote, and its kinds and ids (`post/2020/글`), letter case aside. */
  readonly taken: () => ReadonlySet<string>;
  /** Remembers what was written, for the next run. */
  readonly close: () => void;
}

/** The digest of what an import wrote, and from which blog. */
type Written = Readonly<Record<"digest" | "blog", string>>;

const ledgerFile = "import-ledger.json";

/** Opens the target for a blog (its folder's name); `force` overwrites edited files, `dryRun` writes none. */
export function openTarget(root: string, options: { force: boolean; dryRun: boolean; blog: string }): Target {
  const { blog } = options;
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
    const ours = last?.blog === blog && last.digest === digest(present);
    return ours || options.force ? "changed" : "kept";
  };
  const put = (file: string, content: Uint8Array | string) => {
    const bytes = Buffer.from(content);
    const outcome = outcomeOf(file, bytes);
    counts[outcome] += 1;
    if (outcome === "kept") keptFiles.push(file);
    else ledger.set(file, { digest: digest(bytes), blog });
    if ((outcome === "new" || outcome === "changed") && !options.dryRun) writeWhole(path.join(root, file), bytes);
  };
  const close = () => {
    if (options.dryRun) return;
    const lines = [...ledger].sort(([a], [b]) => (a < b ? -1 : 1));
    writeWhole(path.join(root, ledgerFile), `${JSON.stringify(Object.fromEntries(lines), null, 1)}\n`);
  };
  const taken = () => takenIn(root, (file) => before.get(file)?.blog === blog);
  return { root, put, counts, keptFiles, taken, close };
}

function readLedger(root: string): ReadonlyMap<string, Written> {
  try {
    const text = readFileSync(path.join(root, ledgerFile), "utf8");
    return new Map(Object.entries(JSON.parse(text) as Record<string, Written>));
  } catch {
    return new Map();
  }
}

function takenIn(root: string, isOurs: (file: string) => boolean): Set<string> {
  const site = defineSite({});
  const found = globSync("src/content/{posts,pages}/**/*.{md,mdx}", { cwd: root });
  const files = found.map((name) => name.split(path.sep).join("/")).filter((file) => !isOurs(file));
  const names = files.flatMap((file) => {
    const kind = file.startsWith("src/content/pages/") ? "page" : "post";
    const name = file.replace(/^src\/content\/(?:posts|pages)\//u, "").normalize("NFC");
    const { draft } = readDraft({ kind, file, name }, readFileSync(path.join(root, file)), site);
    const id = `${kind}/${name.replace(/(?:\/index)?\.\w+$/u, "")}`;
    return draft === undefined ? [id] : [id, draft.path, ...draft.aliases];
  });
  return new Set(names.map(looseKey));
}
