import { utf8Text } from "#model/utf8.ts";
import type { Sign } from "./active-content.ts";

const programs = new Set("js mjs cjs wasm swf htc hta xsl xslt mht mhtml svgz shtml shtm xht xhtml".split(" "));

/** What a file's name alone says: a program or a page in disguise. `path` is relative to the site, with `/`. */
export function nameSigns(path: string): Sign[] {
  const extension = path.split("/").at(-1)?.toLowerCase().split(".").slice(1).at(-1);
  if (/\.(?:br|gz|zst)$/iu.test(path)) return [{ code: "packed-copy", what: path }];
  return extension !== undefined && programs.has(extension) ? [{ code: "script-file", what: path }] : [];
}

/** Kind of reading a built file needs. */
export function formOf(path: string): "html" | "xml" | "css" | "other" {
  const lower = path.toLowerCase();
  if (/\.html?$/u.test(lower)) return "html";
  if (/\.(?:svg|xml|rss|atom|rdf|opml|mathml|mml)$/u.test(lower)) return "xml";
  return lower.endsWith(".css") ? "css" : "other";
}

/** Before they parse, browsers look for a charset in a page's first bytes, also within what is only text (HTML § 13.2.3.2). */
export function firstCharset(bytes: Uint8Array): Sign[] {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const [, charset = "utf-8"] = /<meta[^>]*?charset\s*=\s*["']?\s*([^\s"'>;/]+)/iu.exec(head) ?? [];
  return /^utf-?8$/iu.test(charset) ? [] : [{ code: "not-utf-8", what: `charset=${charset}` }];
}

/** Decodes a file's bytes as browsers would be told to: UTF-8 alone; anything else is a sign. */
export function decoded(bytes: Uint8Array): { readonly text: string; readonly signs: readonly Sign[] } {
  const text = utf8Text(bytes);
  if (text !== undefined) return { text: text.replace(/^\uFEFF/u, ""), signs: [] };
  const utf16 = bytes[0] === 0xfe || bytes[1] === 0xfe;
  const guess = new TextDecoder(utf16 ? (bytes[0] === 0xfe ? "utf-16be" : "utf-16le") : "utf-8").decode(bytes);
  return { text: guess, signs: [{ code: "not-utf-8", what: utf16 ? "UTF-16" : "?" }] };
}
