import type { FileReport } from "./file-report.ts";
import type { Parts } from "./front-matter.ts";
import { sortKeys } from "./keys.ts";
import type { Data, Value } from "./plain-yaml.ts";
import { frontMatterSchema, type FrontMatter } from "./schema.ts";
import { forbiddenName } from "./source-text.ts";

/** A front matter after its check, with what messages need to point at its lines. */
export interface Fields {
  readonly known: FrontMatter;
  readonly extra: Data;
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

/** Checks a front matter's values; undefined where a slip or a wrong value (reported) makes the file unusable. */
export function checkFields(data: Data, parts: Parts, report: FileReport): Fields | undefined {
  const { known, written, extra, slips } = sortKeys(data);
  const place = (field: string) => placeOfKey(parts, written.get(field) ?? field);
  for (const slip of slips) {
    const { line, column, text } = placeOfKey(parts, slip.written);
    const corrected = text.trimEnd().replace(slip.written, slip.meant);
    report.error({
      code: "key-slip",
      field: slip.written,
      line,
      column: Math.min(column, 1),
      values: { ...slip },
      corrected,
    });
  }
  const ready = { ...known, ...splitLists(known, report.file) };
  const checked = frontMatterSchema.safeParse(ready);
  if (checked.success) return slips.length === 0 ? { known: checked.data, extra, place } : undefined;
  for (const issue of checked.error.issues) {
    const name = String(issue.path[0]);
    const { text: _, ...at } = place(name);
    report.error({ code: codeOf(issue), ...at, values: { value: shown(known[name as keyof typeof known]) } });
  }
  return undefined;
}

function codeOf(issue: {
  code: string;
  message: string;
  errors?: readonly (readonly { code: string; message: string }[])[];
}): string {
  const inner = issue.errors?.flat().find(({ code, message }) => code === "custom" && /^[a-z-]+$/u.test(message));
  if (inner) return inner.message;
  return /^[a-z-]+$/u.test(issue.message) ? issue.message : "not-text";
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
    if (typeof value !== "string") continue;
    if (value.includes(",")) split[key] = value.split(",");
    else if (/\S\s+\S/u.test(value) && jekyllName.test(file)) split[key] = value.trim().split(/\s+/u);
  }
  return split;
}

const jekyllName = /(?:^|\/)\d{4}-\d{2}-\d{2}-[^/]+$/u;

function placeOfKey(parts: Parts, key: string): Place {
  const lines = parts.raw.split("\n");
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  const pattern = new RegExp(`^(\\s*["']?${escaped}["']?\\s*[:=]\\s*)`, "u");
  const at = lines.findLastIndex((line) => pattern.test(line));
  if (at === -1) return { field: key, line: Math.max(1, parts.rawLine - 1), column: 1, text: "" };
  const text = lines[at] ?? "";
  return { field: key, line: parts.rawLine + at, column: (pattern.exec(text)?.[1]?.length ?? 0) + 1, text };
}
