import type { z } from "zod";
import { escapedPattern } from "#model/escape.ts";
import { decoded } from "#model/urlize.ts";
import type { FileMessage } from "#messages/message.ts";
import type { Code } from "#text/messages.ts";
import type { FileReport } from "./file-report.ts";
import { hiddenBy } from "./hidden.ts";
import { sortKeys } from "./keys.ts";
import type { Data, Parts, Value } from "./front-matter.ts";
import { frontMatterSchema } from "./schema.ts";
import { forbiddenName } from "./source-text.ts";

/** A front matter after its check, with what messages need to point at its lines. */
export type Fields = ReturnType<typeof checkFields>;

/** A line of the file and a column in it, both 1-based, and the key as its author spelt it. */
export type Place = Pick<FileMessage, "field" | "line" | "column">;

/** Checks a front matter's values: what is wrong goes into the report and out of the fields (a typo's value into the field it meant), so that one run finds all mistakes. */
export function checkFields(data: Data, parts: Parts, report: FileReport) {
  const { known, written, typos, ...sorted } = sortKeys(data);
  const find = lineFinder(parts);
  const place = (field: string) => find(written.get(field) ?? field).place;
  /** The line of a field with curly quotes around its value made straight; undefined where it has none. */
  const straightened = (field: string) => straight(find(written.get(field) ?? field).text);
  const values: Record<string, Value> = { ...known, ...splitLists(known, report.file) };
  for (const { meant, key, ...typo } of typos) {
    const { place, text } = find(typo.written);
    const corrected = text.trimEnd().replace(typo.written, meant);
    const said = { code: "key-typo", values: { written: typo.written, meant }, corrected } as const;
    report.error({ ...said, field: typo.written, line: place.line });
    if (!(key in values)) values[key] = typo.value;
  }
  const at = { place, straightened, report };
  const checked = checkedValues(values, at);
  const aliases = addressesOf(checked.known.aliases, at);
  const addressed = aliases ? { ...checked.known, aliases } : checked.known;
  return { ...sorted, ...checked, known: addressed, place, straightened, hidden: hiddenBy(data) };
}

interface At {
  readonly place: (field: string) => Place;
  readonly straightened: (field: string) => string | undefined;
  readonly report: FileReport;
}

/** What `writtenPath` takes out of an old address: its reader would come by another. */
const unheld = /[?#%"*|<>:]|\p{Default_Ignorable_Code_Point}/u;

/** `aliases` that are addresses; in Obsidian they are other names of a note, which are told. */
function addressesOf(aliases: readonly string[] | undefined, { place, report }: At): string[] | undefined {
  const isAddress = (alias: string) => /^(?:\/|https?:)|^\S*\/\S*$|^\S+\.html?$/iu.test(alias);
  const at = place("aliases");
  for (const alias of aliases ?? [])
    if (!isAddress(alias)) report.warning({ code: "alias-name", ...at, values: { alias } });
    else if (unheld.test(decoded(alias).replace(/^https?:\/\/[^/]*/iu, "")))
      report.warning({ code: "alias-signs", ...at, values: { alias } });
  return aliases?.filter(isAddress);
}

/** The values that are right, and the names of fields whose value is wrong and reported. */
function checkedValues(values: Record<string, Value>, { place, straightened, report }: At) {
  const checked = frontMatterSchema.safeParse(values);
  const wrong = new Set<string>();
  if (checked.success) return { known: checked.data, wrong };
  for (const issue of checked.error.issues) {
    const name = String(issue.path[0]);
    const said = { code: codeOf(issue), values: { value: shown(values[name]) }, corrected: straightened(name) };
    if (!wrong.has(name)) report.error({ ...said, ...place(name) });
    wrong.add(name);
  }
  const right = Object.fromEntries(Object.entries(values).filter(([name]) => !wrong.has(name)));
  return { known: frontMatterSchema.parse(right), wrong };
}

function straight(line: string): string | undefined {
  const made = line.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'");
  return made === line ? undefined : made.trimEnd();
}

const innermost = (issue: z.core.$ZodIssue): z.core.$ZodIssue[] =>
  issue.code === "invalid_union" ? issue.errors.flat().flatMap(innermost) : [issue];

/** Our schema's messages are codes; the one of a union's branch says more than the union's own. */
function codeOf(issue: z.core.$ZodIssue): Code {
  const inner = innermost(issue).filter(({ code }) => code === "custom");
  const found = [...inner, issue].find(({ message }) => /^[a-z-]+$/u.test(message));
  return (found?.message ?? "not-text") as Code;
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

/** Finds the line that states a key as written, and the place of its value; the opening fence's where there is none. */
function lineFinder({ raw, rawLine }: Parts): (key: string) => { place: Place; text: string } {
  const lines = raw.split("\n");
  return (key) => {
    const pattern = new RegExp(`^\\s*["']?${escapedPattern(key)}["']?\\s*[:=]\\s*`, "u");
    const at = lines.findLastIndex((line) => pattern.test(line));
    const text = lines[at] ?? "";
    const [lead = ""] = pattern.exec(text) ?? [];
    const line = at === -1 ? Math.max(1, rawLine - 1) : rawLine + at;
    return { place: { field: key, line, column: lead.length + 1 }, text };
  };
}
