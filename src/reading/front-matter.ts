import { placeOf } from "./source-text.ts";

/** What front matter holds: scalars as written, lists, maps. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
/** Front matter as a map. */
export type Data = Record<string, Value>;

/** A source file cut into its front matter and its body. */
export interface Parts {
  readonly format: keyof typeof fences;
  /** The front matter without its fences. */
  readonly raw: string;
  /** 1-based line of the file on which `raw` begins. */
  readonly rawLine: number;
  readonly body: string;
  /** 1-based line of the file on which `body` begins. */
  readonly bodyLine: number;
  /** True where the opening fence has no closing one. */
  readonly unclosed: boolean;
}

/** What closes the front matter of each format. */
export const fences = { yaml: "---", toml: "+++", json: "}", none: "" } as const;

/** Cuts text (LF line ends) as Hugo does: `---` YAML, `+++` TOML, `{` JSON; blank lines may stand before. */
export function splitFrontMatter(text: string): Parts {
  const blank = /^(?:[ \t]*\n)*/u.exec(text)?.[0].length ?? 0;
  const head = text.slice(blank, blank + 200);
  const [opening, fence] = /^(---|\+\+\+)[ \t]*(?:\n|$)/u.exec(head) ?? [];
  if (opening !== undefined) {
    const start = blank + opening.length;
    const closing = (fence === "---" ? /^---[ \t]*$/mu : /^\+\+\+[ \t]*$/mu).exec(text.slice(start));
    const end = closing ? start + closing.index : undefined;
    return parted(text, fence === "---" ? "yaml" : "toml", { start, end, gap: (closing?.[0].length ?? 0) + 1 });
  }
  if (/^\{\s*(?:"|\}|\n)/u.test(head)) {
    const end = objectEnd(text, blank);
    return parted(text, "json", { start: blank, end, gap: /^[ \t]*\n?/u.exec(text.slice(end))?.[0].length ?? 0 });
  }
  return { format: "none", raw: "", rawLine: 1, body: text, bodyLine: 1, unclosed: false };
}

/** The parts where the front matter stands from `start` to `end`, if it ends, and the body begins `gap` behind that. */
function parted(
  text: string,
  format: Parts["format"],
  { start, end, gap }: { start: number; end: number | undefined; gap: number },
): Parts {
  const bodyStart = end === undefined ? text.length : end + gap;
  const [rawLine, bodyLine] = [start, bodyStart].map((at) => placeOf(text, at).line) as [number, number];
  const raw = text.slice(start, end);
  return { format, raw, rawLine, body: text.slice(bodyStart), bodyLine, unclosed: end === undefined };
}

function objectEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gsu)) {
    if (token === "{") depth += 1;
    if (token === "}") depth -= 1;
    if (depth === 0) return start + index + 1;
  }
  return undefined;
}
