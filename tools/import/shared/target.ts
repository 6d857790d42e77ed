import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { writeWhole } from "#cache/store.ts";
import { digest } from "#model/digest.ts";
import { defineSite } from "#model/site.ts";
import { readDraft } from "#reading/draft.ts";
import type { SourceSite } from "./blog.ts";
import { valueIn } from "./front-matter.ts";
import { looseKey } from "./source-tree.ts";

/** What became of a file: `kept` means somebody edited it and it was left alone. */
type Outcome = "new" | "changed" | "same" | "kept";

export type Target = ReturnType<typeof openTarget>;

/** A blog as the ledger tells it from another in a folder of the same name; what is not known tells nothing. */
interface Identity {
  readonly kind?: string | undefined;
  /** Its host and folder there. */
  readonly address?: string | undefined;
}

/** A file that an import wrote: the digest of what it wrote, and from which blog. */
type Written = readonly [file: string, by: Identity & Readonly<Record<"digest" | "blog", string>>];

/** Opens the target for a blog (its folder's name); `force` overwrites edited files, `dryRun` writes none. */
export function openTarget(root: string, options: { force: boolean; dryRun: boolean; blog: string }) {
  const blog = blogNamed(options.blog);
  const ledgerFile = path.join(root, "import-ledger.json");
  /** What this run is about to write, line by line, until its end; a run that is stopped leaves it to the next. */
  const journalFile = path.join(root, "import-journal.jsonl");
  const before = Map.groupBy([ledgerFile, journalFile].flatMap(writtenIn), ([file]) => file);
  const ledger = new Map([...before.values()].flat());
  const counts: Record<Outcome, number> = { new: 0, changed: 0, same: 0, kept: 0 };
  const keptFiles: string[] = [];
  const isOurs = (file: string, present?: Uint8Array) =>
    (before.get(file) ?? []).some(([, by]) => blog.wrote(by) && (!present || by.digest === digest(present)));
  const outcomeOf = (file: string, bytes: Uint8Array): Outcome => {
    const place = path.join(root, file);
    if (!existsSync(place)) return "new";
    const present = readFileSync(place);
    if (present.equals(bytes)) return "same";
    return isOurs(file, present) || options.force ? "changed" : "kept";
  };
  /** Writes a file (path from the root), unless it is there already or was edited since the last import. */
  const put = (file: string, content: Uint8Array | string) => {
    const bytes = Buffer.from(content);
    const outcome = outcomeOf(file, bytes);
    counts[outcome] += 1;
    const by = { digest: digest(bytes), ...blog.said() };
    if (outcome === "kept") keptFiles.push(file);
    else ledger.set(file, by);
    if (outcome === "kept" || outcome === "same" || options.dryRun) return;
    mkdirSync(root, { recursive: true });
    appendFileSync(journalFile, `\n${JSON.stringify({ [file]: by })}`);
    writeWhole(path.join(root, file), bytes);
  };
  const isFree = (file: string, content: string) => outcomeOf(file, Buffer.from(content)) !== "kept";
  /** Writes a file of lines; to one that somebody edited, or that another blog left, they are added. */
  const putLines = (file: string, head: string, lines: readonly string[]) => {
    const place = path.join(root, file);
    const present = existsSync(place) ? readFileSync(place) : undefined;
    if (present === undefined || isOurs(file, present)) return put(file, [head, ...lines, ""].join("\n"));
    const whole = withLines(String(present), lines);
    counts[whole === String(present) ? "same" : "changed"] += 1;
    if (!options.dryRun) writeWhole(place, Buffer.from(whole));
  };
  /** Remembers what was written, for the next run. */
  const close = () => {
    if (options.dryRun) return;
    writeWhole(ledgerFile, ledgerText(ledger));
    rmSync(journalFile, { force: true });
  };
  /** The addresses of content that no import of the same blog wrote, and its kinds and ids (`post/2020/글`), letter case aside. */
  const taken = () => takenIn(root, isOurs);
  return { root, identify: blog.identify, put, isFree, putLines, counts, keptFiles, taken, close };
}

/** A blog by its folder's name, and by its kind and address once they are known. */
function blogNamed(folder: string) {
  let identity: Identity = {};
  return {
    identify: ({ kind, baseUrl = "" }: Pick<SourceSite, "kind" | "baseUrl">) => {
      const url = URL.parse(baseUrl);
      identity = { kind, address: url === null ? undefined : url.host + url.pathname };
    },
    /** What the ledger says of it. */
    said: () => ({ blog: nameOf(folder), ...identity }),
    /** Whether it is the blog that wrote a file. */
    wrote: (by: Written[1]) =>
      nameOf(by.blog) === nameOf(folder) &&
      (["kind", "address"] as const).every((key) => (by[key] ?? identity[key]) === (identity[key] ?? by[key])),
  };
}

function ledgerText(ledger: ReadonlyMap<string, unknown>): string {
  const lines = [...ledger].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(lines), null, 1)}\n`;
}

/** What a blog is called in its archive and unpacked. */
const nameOf = (blog: string) => blog.replace(/\.zip$/iu, "");

/** The first name (`a.md`, `a-2.md` …) that is free. */
export function freeName(file: string, isFree: (name: string) => boolean, number = 1): string {
  const name = number === 1 ? file : file.replace(/(?=\.\w+$)/u, `-${String(number)}`);
  return isFree(name) ? name : freeName(file, isFree, number + 1);
}

/** A text with those of the lines of two addresses whose first one begins none of its lines. */
function withLines(text: string, lines: readonly string[]): string {
  const start = (line: string) => line.slice(0, line.lastIndexOf(" "));
  const known = new Set(text.split(/\r?\n/u).map(start));
  const fresh = lines.filter((line) => !known.has(start(line)));
  return fresh.length === 0 ? text : [text.replace(/\n$/u, ""), ...fresh, ""].join("\n");
}

/** What the ledger, a map, or the lines of a journal say; a line that was cut says nothing. */
function writtenIn(file: string): Written[] {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const parts = valueIn(text, "json") ? [text] : text.split("\n");
  return parts.flatMap((part) => Object.entries((valueIn(part, "json")?.value ?? {}) as Record<string, Written[1]>));
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
