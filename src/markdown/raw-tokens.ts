import { htmlToHast } from "satteri";
import type { Properties, TreeNode } from "./tree.ts";

/** A piece of raw HTML: `at` counts from the start of the piece's source. */
export type RawToken =
  | { readonly kind: "text"; readonly at: number; readonly value: string }
  | { readonly kind: "comment"; readonly at: number; readonly value: string }
  | { readonly kind: "open"; readonly at: number; readonly name: string; readonly attributes: string }
  | { readonly kind: "close"; readonly at: number; readonly name: string };

const piece = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[!?][^>]{0,2000}>|<(\/?)([a-z][^\s/>"'<]*)/giu;
/** One step through the attributes of a tag; steps cannot overlap, so a tag is read in one pass. */
const attributeStep = /[\s/]+|=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+)|["'=]|[^\s"'<>/=]+/uy;
const rawContent = new Set("script style iframe noembed noframes xmp title textarea template".split(" "));

/** Splits raw HTML as written; what is no whole tag is text, and `</br>` breaks a line as in browsers. The content of an element like `<script>` is one comment. */
export function rawTokens(source: string): RawToken[] {
  const tokens: RawToken[] = [];
  const unclosed = new Set<string>();
  let at = 0;
  piece.lastIndex = 0;
  for (let match = piece.exec(source); match; match = piece.exec(source)) {
    const [whole, slash, written] = match;
    const start = match.index;
    const after = start + whole.length;
    const end = written === undefined ? after : endOfTag(source, after);
    if (end === undefined) continue;
    if (start > at) tokens.push({ kind: "text", at, value: source.slice(at, start) });
    at = end;
    const name = (written ?? "").toLowerCase();
    if (written === undefined) tokens.push({ kind: "comment", at: start, value: whole });
    else if (slash === "/" && name !== "br") tokens.push({ kind: "close", at: start, name });
    else tokens.push({ kind: "open", at: start, name, attributes: source.slice(after, end - 1) });
    if (slash === "" && rawContent.has(name) && !unclosed.has(name)) {
      const size = source.slice(at).search(new RegExp(`</${name}`, "iu"));
      // What nothing closes here, nothing closes later.
      if (size === -1) unclosed.add(name);
      if (size > 0) tokens.push({ kind: "comment", at, value: source.slice(at, at + size) });
      at += Math.max(0, size);
    }
    piece.lastIndex = at;
  }
  if (at < source.length) tokens.push({ kind: "text", at, value: source.slice(at) });
  return tokens;
}

/** Where the tag ends whose name ends at `from`; undefined where no `>` closes it. */
function endOfTag(source: string, from: number): number | undefined {
  let at = from;
  while (source[at] !== ">") {
    attributeStep.lastIndex = at;
    if (!attributeStep.test(source)) return undefined;
    at = attributeStep.lastIndex;
  }
  return at + 1;
}

/** Attributes as a browser reads them: entities decoded, names in hast's spelling. */
export function readAttributes(written: string): Properties {
  if (written.trim() === "" || written.trim() === "/") return {};
  const root = htmlToHast(`<span ${written.replace(/\/$/u, "")}></span>`, { fragment: true }) as TreeNode;
  return root.children?.[0]?.properties ?? {};
}

export function decodedText(written: string): string {
  if (!written.includes("&")) return written;
  const root = htmlToHast(written.replace(/</gu, "&lt;"), { fragment: true }) as TreeNode;
  return (root.children ?? []).map((node) => node.value ?? "").join("");
}
