import type { Code } from "#text/messages.ts";
import type { FileReport } from "./file-report.ts";
import type { Parts } from "./front-matter.ts";
import { type Hidden, hiddenBy } from "./hidden.ts";
import { sortKeys } from "./keys.ts";
import type { Data, Value } from "./front-value.ts";
import { frontMatterSchema, type FrontMatter } from "./schema.ts";
import { forbiddenName } from "./source-text.ts";

/** A front matter after its check, with what messages need to point at its lines. */
export interface Fields {
  readonly known: FrontMatter;
  readonly extra: Data;
  /** Days as written before which the post is kept back, besides `date`. */
  readonly appears: readonly string[];
  /** The day as written from which the post is taken back. */
  readonly expires?: { readonly key: string; readonly value: string };
  /** What hides the post, besides `draft` and dates. */
  readonly hidden: Hidden;
  /** Fields whose value is wrong, already reported. */
  readonly wrong: ReadonlySet<string>;
  /** Where the author wrote a field: the line and column of its value, and the line itself. */
  readonly place: (field: string) => Place;
}

/** A line of the file and a column in it, both 1-based. */
export interface Place {
  /** The key as its author spelt it. */
  readonly field: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Checks a front matter's values. What is wrong goes into the report as an error and out of the fields (a typo's value
 * into the field it meant), so that all of a file's mistakes are found in one run.
 */
export function checkFields(data: Data, parts: Parts, report: FileReport): Fields {
  const { known, written, extra, typos, appears, expires } = sortKeys(data);
  const place = (field: string) => placeOfKey(parts, written.get(field) ?? field);
  const values: Record<string, Value> = { ...known, ...splitLists(known, report.file) };
  for (const { meant, key, ...typo } of typos) {
    const { line, text } = placeOfKey(parts, typo.written);
    const corrected = text.trimEnd().replace(typo.written, meant);
    report.error({ code: "key-typo", field: typo.written, line, values: { written: typo.written, meant }, corrected });
    if (!(key in values)) values[key] = typo.value;
  }
  const checked = checkedValues(values, { place, report });
  const aliases = addressesOf(checked.known.aliases, { place, report });
  const addressed = aliases ? { ...checked.known, aliases } : checked.known;
  return { ...checked, known: addressed, extra, place, appears, ...(expires && { expires }), hidden: hiddenBy(data) };
}

/** `aliases` that are addresses; in Obsidian they are other names of a note, which are told. */
function addressesOf(
  aliases: readonly string[] | undefined,
  at: Pick<Fields, "place"> & { report: FileReport },
): string[] | undefined {
  const isAddress = (alias: string) => /^(?:\/|https?:)|^\S*\/\S*$|^\S+\.html?$/iu.test(alias);
  const { text: _, ...place } = at.place("aliases");
  for (const alias of aliases ?? [])
    if (!isAddress(alias)) at.report.warning({ code: "alias-name", ...place, values: { alias } });
  return aliases?.filter(isAddress);
}

function checkedValues(
  values: Record<string, Value>,
  at: Pick<Fields, "place"> & { report: FileReport },
): Pick<Fields, "known" | "wrong"> {
  const checked = frontMatterSchema.safeParse(values);
  const wrong = new Set<string>();
  if (checked.success) return { known: checked.data, wrong };
  for (const issue of checked.error.issues) {
    const name = String(issue.path[0]);
    const { text, ...place } = at.place(name);
    const corrected = straightened(text);
    if (!wrong.has(name))
      at.report.error({ code: codeOf(issue), ...place, values: { value: shown(values[name]) }, corrected });
    wrong.add(name);
  }
  const right = Object.fromEntries(Object.entries(values).filter(([name]) => !wrong.has(name)));
  return { known: frontMatterSchema.parse(right), wrong };
}

/** The line with curly quotes around its value made straight; undefined where it has none. */
export function straightened(line: string): string | undefined {
  const straight = line.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'");
  return straight === line ? undefined : straight.trimEnd();
}

function codeOf(issue: {
  code: string;
  message: string;
  errors?: readonly (readonly { code: string; message: string }[])[];
}): Code {
  const inner = issue.errors?.flat().find(({ code, message }) => code === "custom" && /^[a-z-]+$/u.test(message));
  if (inner) return inner.message as Code;
  return /^[a-z-]+$/u.test(issue.message) ? (issue.message as Code) : "not-text";
}

function shown(value: Value | undefined): string {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  return forbiddenName(text) ?? (text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

/** Lists written as one text: `가, 나` by its commas; Jekyll's `가 나` stays one label unless the file is named as Jekyll names posts. */
function splitLists(known: Partial<Record<string, Value>>, file: string): Record<string, Value> {
  const split: Record<string, Value> = {};
  for (const key of ["categories", "tags"] as const) {
    const value = known[key];
    // Hexo nests the categories of one path.
    if (Array.isArray(value) && value.some(Array.isArray)) split[key] = value.flat();
    if (typeof value !== "string") continue;
    if (key === "tags" && /^#\S+(?:[\s,]+#\S+)+$/u.test(value.trim())) split[key] = value.trim().split(/[\s,]+/u);
    else if (value.includes(",")) split[key] = value.split(",");
    else if (/\S\s+\S/u.test(value) && jekyllName.test(file)) split[key] = value.trim().split(/\s+/u);
  }
  return split;
}

const jekyllName = /(?:^|\/)\d{4}-\d{2}-\d{2}-[^/]+$/u;

function placeOfKey(parts: Parts, key: string): Place {
  const lines = parts.raw.split("\n");
  const pattern = new RegExp(`^(\\s*["']?${RegExp.escape(key)}["']?\\s*[:=]\\s*)`, "u");
  const at = lines.findLastIndex((line) => pattern.test(line));
  if (at === -1) return { field: key, line: Math.max(1, parts.rawLine - 1), column: 1, text: "" };
  const text = lines[at] ?? "";
  return { field: key, line: parts.rawLine + at, column: (pattern.exec(text)?.[1]?.length ?? 0) + 1, text };
}
