import type { Finding } from "./file-report.ts";
import { isKnownKey, namesOf } from "./keys.ts";

/** What is wrong with a line of YAML, and the line as it should stand where that can be known. */
export type Advice = Pick<Finding, "code" | "field" | "corrected">;

const labelKeys = new Set<string>([...namesOf("tags"), ...namesOf("categories"), "keywords"]);
const listKeys = new Set<string>([...namesOf("aliases"), ...labelKeys]);
/** What stands before a line's words, its key and colon with the blanks around them. */
const lead = /^\s*(?:[\p{L}\p{N}_-]+:\s*)?/u;
/** Blanks that YAML takes for letters. */
const oddBlank = /[^\S \t\r\n]/u;
const oddColon = /^([\p{L}\p{N}_-]+)[\s\p{Z}]*[：﹕︰][\s\p{Z}]*(.*)$/u;
const noBlank = /^([\p{L}_][\p{L}\p{N}_-]*):(?!\/\/)([^\s:].*)$/u;

/** The mistakes that a line shows by itself, whatever YAML makes of it: with their index, in order. */
export function plainMistakes(raw: string): { readonly index: number; readonly advice: Advice }[] {
  const lines = raw.split("\n");
  return lines.flatMap((text, index) => {
    const advice = indented(text, lines[index - 1] ?? "") ?? plainMistake(text, lines[index + 1] ?? "");
    return advice ? [{ index, advice }] : [];
  });
}

/** A field of ours that stands in from the line's start, under one that has its value already. */
function indented(text: string, above: string): Advice | undefined {
  const key = /^ +([^\s:]+):(?:\s|$)/u.exec(text)?.[1] ?? "";
  const isMeant = isKnownKey(key) && /^[^\s:#][^:]*:\s+[^\s|>#]/u.test(above);
  return isMeant ? { code: "yaml-indent", field: key, corrected: text.trim() } : undefined;
}

function plainMistake(text: string, next: string): Advice | undefined {
  if (oddBlank.test(lead.exec(text)?.[0] ?? "")) {
    const corrected = text.replace(lead, (blanks) => blanks.replace(/[^\S\t]/gu, " "));
    return { code: "yaml-odd-blank", field: "YAML", corrected };
  }
  const [, wideKey, wideValue = ""] = oddColon.exec(text) ?? [];
  if (wideKey !== undefined) {
    return { code: "yaml-odd-colon", field: wideKey, corrected: `${wideKey}: ${wideValue}`.trimEnd() };
  }
  const [, key, value = ""] = noBlank.exec(text) ?? [];
  if (key !== undefined) return { code: "yaml-colon-blank", field: key, corrected: `${key}: ${value}` };
  const [, listKey] = /^([^\s:#]+):\s*\[[^\]]*$/u.exec(text) ?? [];
  const isOpen = listKey !== undefined && (next.trim() === "" || /^[^\s:]+:/u.test(next));
  return isOpen ? { code: "yaml-list-open", field: listKey, corrected: `${text.trimEnd()}]` } : undefined;
}

/** What a line that YAML refuses needs; `code` is the parser's own. */
export function lineAdvice(code: string, text: string): Advice {
  const [, key = "YAML", value = ""] = /^\s*(?:- )?([^\s:]+):\s+(.*)$/u.exec(text) ?? [];
  if (code === "TAB_AS_INDENT" || /^\s*\t/u.test(text)) {
    return { code: "yaml-tab", field: "YAML", corrected: text.replace(/\t/gu, "  ") };
  }
  const lead = text.slice(0, text.length - value.length);
  if (/^["']/u.test(value)) return quoteAdvice(code, { key, lead, value: value.trim() });
  if (value === "") {
    const hasKey = /^\s*(?:- |["'\][{}#|>]|[^\s:]+:)/u.test(text) || text.trim() === "";
    return { code: hasKey ? "yaml-unreadable" : "yaml-no-key", field: key };
  }
  const items = listKeys.has(key.toLowerCase()) ? itemsOf(value.trim()) : undefined;
  if (items)
    return { code: "yaml-needs-quotes-list", field: key, corrected: `${lead}[${items.map(quoted).join(", ")}]` };
  return { code: "yaml-needs-quotes", field: key, corrected: lead + quoted(value) };
}

/** `"가" 나`, `'KK's'`, `"가”`: a quoted text that ends too early, or not at all. */
function quoteAdvice(code: string, { key, lead, value }: Record<"key" | "lead" | "value", string>): Advice {
  const curly = /^(["'])(.*)[“”‘’]$/u.exec(value);
  if (curly) return { code: "yaml-quote-open", field: key, corrected: lead + quoted(curly[2] ?? "") };
  const whole = /^(["'])(.+)\1$/u.exec(value);
  if (!whole && code === "MISSING_CHAR") return { code: "yaml-quote-open", field: key };
  const fault = code === "BAD_DQ_ESCAPE" ? "yaml-backslash" : "yaml-quote-tail";
  return { code: fault, field: key, corrected: lead + quoted(whole?.[2] ?? value) };
}

/** Items of `[C++, @types]` or `- 가 - 나` on one line. */
function itemsOf(value: string): string[] | undefined {
  const inner = /^\[(.*)\]$/u.exec(value)?.[1] ?? /^- (.*)$/u.exec(value)?.[1];
  const parts = value.startsWith("[") ? inner?.split(",") : inner?.split(/\s-\s/u);
  return parts?.map((part) => part.trim().replace(/^(["'])(.*)\1$/u, "$2")).filter((part) => part !== "");
}

/** A text as a quoted YAML scalar, double quotes unless it holds some itself. */
function quoted(text: string): string {
  return /["\\]/u.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

const textKeys = new Set<string>(["title", "description", "summary", "subtitle", "slug", "series", ...labelKeys]);
const text = /^(?:#[^\s#]|[^\s"'[{|>#&*!][^"']*? #[^\s#]).*$/u;

/**
 * YAML drops what follows a blank and `#`, where `글 #1` or `tags: #가 #나` mean no comment (with a blank after the sign they
 * do), and takes items without the blank after their dash for one text. Gives the text as it is meant, and such lines of
 * texts and items (not of tags with signs).
 */
export function asMeant(raw: string) {
  const lines: (Advice & { readonly index: number })[] = [];
  if (!/(?:\s|\[)#\S|^[ \t]*-[^\s-]/mu.test(raw)) return { raw, lines };
  let [key, first] = ["", ""];
  const kept = raw.split("\n").map((line, index) => {
    [, key = key, first = first] = /^([\p{L}\w-]+):\s*(.*)$/u.exec(line) ?? [];
    const name = key.toLowerCase();
    if (first === "" && labelKeys.has(name) && /^[ \t]*-[^\s-]/u.test(line)) {
      const apart = line.replace("-", "- ");
      lines.push({ code: "yaml-item-blank", index, field: key, corrected: apart });
      return apart;
    }
    const [, lead = "", value = ""] = /^(\s*-\s+|[\p{L}\w-]+:\s+)(\S.*)$/u.exec(line) ?? [];
    if (labelKeys.has(name) && /^#[^\s#]/u.test(value)) return lead + quoted(value.trimEnd());
    if (labelKeys.has(name) && /^\[.*#/u.test(value)) return lead + withQuotedItems(value);
    if (!textKeys.has(name) || !text.test(value)) return line;
    const corrected = `${lead}${quoted(value.trimEnd())}`;
    lines.push({ code: "yaml-comment", index, field: lead.trim() === "-" ? name : key, corrected });
    return corrected;
  });
  return { raw: kept.join("\n"), lines };
}

function withQuotedItems(list: string): string {
  const item = /(?<=[[,]\s*)#[^\s#,\]"'][^,\]"']*/gu;
  return list.replace(item, (written) => quoted(written.trimEnd()));
}
