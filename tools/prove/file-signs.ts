import { utf8Text } from "#model/utf8.ts";
import type { Sign } from "./active-content.ts";

const programs = new Set("js mjs cjs wasm swf htc hta xsl xslt mht mhtml svgz shtml xht xhtml".split(" "));

/** What a file's name alone says: a program or a page in disguise. `path` is relative to the site, with `/`. */
export function nameSigns(path: string): Sign[] {
  const extension = path.split("/").at(-1)?.toLowerCase().split(".").slice(1).at(-1);
  return extension !== undefined && programs.has(extension) ? [{ code: "script-file", what: path }] : [];
}

/** Kind of reading a built file needs. */
export function formOf(path: string): "html" | "xml" | "css" | "other" {
  const lower = path.toLowerCase();
  if (/\.html?$/u.test(lower)) return "html";
  if (/\.(?:svg|xml|rss|atom|rdf|opml|mathml|mml)$/u.test(lower)) return "xml";
  return lower.endsWith(".css") ? "css" : "other";
}

/** Signs in a stylesheet, after CSS escapes are undone: old browsers' script in styles, and what loads from outside. */
export function cssSigns(css: string): Sign[] {
  const plain = css
    .replace(/\/\*[\s\S]*?\*\//gu, "")
    .replace(/\\([0-9a-f]{1,6})\s?/giu, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    );
  const found =
    /expression\s*\(|behaviou?r\s*:\s*url|-moz-binding|(?:java|vb)script:|@import[^;]*(?:https?:)?\/\//iu.exec(plain);
  return found === null ? [] : [{ code: "style-script", what: found[0].slice(0, 48) }];
}

/** Decodes a file's bytes as browsers would be told to: UTF-8 alone; anything else is a sign. */
export function decoded(bytes: Uint8Array): { readonly text: string; readonly signs: readonly Sign[] } {
  const text = utf8Text(bytes);
  if (text !== undefined) return { text: text.replace(/^\uFEFF/u, ""), signs: [] };
  const utf16 = bytes[0] === 0xfe || bytes[1] === 0xfe;
  const guess = new TextDecoder(utf16 ? (bytes[0] === 0xfe ? "utf-16be" : "utf-16le") : "utf-8").decode(bytes);
  return { text: guess, signs: [{ code: "not-utf-8", what: utf16 ? "UTF-16" : "?" }] };
}
