import { keyNames } from "./keys.ts";
import { quoted } from "./yaml-advice.ts";

/** A YAML text in which `#` before a word is a word, and the lines of texts (not tags) where that made a difference. */
export interface WithHashes {
  readonly raw: string;
  readonly lines: readonly { readonly index: number; readonly key: string; readonly corrected: string }[];
}

const labelKeys = new Set<string>([...keyNames.tags, ...keyNames.categories, "keywords"]);
const textKeys = new Set<string>(["title", "description", "summary", "subtitle", "slug", "series", ...labelKeys]);
const text = /^([^\s"'[{|>#&*!][^"']*? #[^\s#].*)$/u;

/**
 * YAML drops what follows a blank and `#`; an author who writes `글 #1` or `tags: #가 #나` means no comment. Where a blank
 * follows the sign too, it is one.
 */
export function withHashes(raw: string): WithHashes {
  if (!/(?:\s|\[)#\S/u.test(raw)) return { raw, lines: [] };
  const lines: { index: number; key: string; corrected: string }[] = [];
  let key = "";
  const kept = raw.split("\n").map((line, index) => {
    key = /^([\p{L}\w-]+):/u.exec(line)?.[1] ?? key;
    const name = key.toLowerCase();
    const [, lead = "", value = ""] = /^(\s*-\s+|[\p{L}\w-]+:\s+)(\S.*)$/u.exec(line) ?? [];
    if (labelKeys.has(name) && /^#[^\s#]/u.test(value)) return lead + quoted(value.trimEnd());
    if (labelKeys.has(name) && /^\[.*#/u.test(value)) return lead + withQuotedItems(value);
    if (!textKeys.has(name) || !text.test(value)) return line;
    const corrected = `${lead}${quoted(value.trimEnd())}`;
    lines.push({ index, key: lead.trim() === "-" ? name : key, corrected });
    return corrected;
  });
  return { raw: kept.join("\n"), lines };
}

function withQuotedItems(list: string): string {
  return list.replace(
    /([[,]\s*)(#[^\s#,\]"'][^,\]"']*)/gu,
    (_, lead: string, item: string) => lead + quoted(item.trimEnd()),
  );
}
