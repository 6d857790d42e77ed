import type { Tag } from "./active-content.ts";
import { isAllowedAt, isBare, isVoid } from "./plain-nesting.ts";

/** What a plain page holds: its elements in the order of their tags, with the words of its title. */
export interface PlainPage {
  readonly tags: readonly Tag[];
  readonly title?: string;
}

const doctype = "<!DOCTYPE html>";
/** Tags that the standard's tokenizer reads in one way only: lower-case names, values in double quotes. */
const tagPattern = /<(\/?)([a-z][a-z0-9]*)((?:[ \n\t]+[a-zA-Z][a-zA-Z0-9-]*(?:="[^"]*")?)*)[ \n\t]*(\/?)>/uy;
const attributePattern = /([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?/gu;
const referencePattern = /&(?:amp|lt|gt|quot|#3[489]|#6[02]);/gu;
const characters = new Map(
  Object.entries({ "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" } as const),
);

/**
 * Reads a page that is written as ours are: every element begun and ended by a tag of its own and nested so that a
 * browser moves, adds, joins and drops nothing. Undefined for every other page, however slightly other: a browser's
 * parser reads those.
 */
export function plainPage(text: string): PlainPage | undefined {
  if (!text.startsWith(doctype) || /[\r\0]/u.test(text)) return undefined;
  const open: string[] = [];
  const tags: Tag[] = [];
  let title: string | undefined;
  let hasBody = false;
  let at = doctype.length;
  for (let next = text.indexOf("<", at); next >= 0; next = text.indexOf("<", at)) {
    if (isBare(open) && !isBlank(text, at, next)) return undefined;
    tagPattern.lastIndex = next;
    const [whole, end, name = "", source = "", closed] = tagPattern.exec(text) ?? [];
    if (whole === undefined) return undefined;
    at = next + whole.length;
    if (end === "/") {
      if (source !== "" || closed === "/" || open.pop() !== name) return undefined;
      continue;
    }
    const attributes = attributesOf(source);
    if (attributes === undefined || !isAllowedAt(name, open, tags.length) || (name === "body" && hasBody))
      return undefined;
    hasBody ||= name === "body";
    tags.push({ name, attributes });
    if (name === "title" || name === "script") {
      const content = contentOf(text, at, name);
      if (content === undefined) return undefined;
      if (name === "title") title ??= content.words;
      at = content.end;
    } else if (!isVoid(name) && !(closed === "/" && isForeign(name, open))) open.push(name);
  }
  const isWhole = open.length === 0 && hasBody && isBlank(text, at, text.length);
  return isWhole ? { tags, ...(title === undefined ? {} : { title }) } : undefined;
}

/** In SVG alone a slash ends an element. */
function isForeign(name: string, open: readonly string[]): boolean {
  return name === "svg" || open.includes("svg");
}

/** Lower-case names, decoded values; undefined where one is doubled or holds a reference that none of ours does. */
function attributesOf(source: string): Tag["attributes"] | undefined {
  if (source === "") return [];
  const attributes: { name: string; value: string }[] = [];
  for (const [, written = "", raw = ""] of source.matchAll(attributePattern)) {
    const name = written.toLowerCase();
    const value = decoded(raw);
    if (value === undefined || attributes.some((other) => other.name === name)) return undefined;
    attributes.push({ name, value });
  }
  return attributes;
}

/** The words of a title or of a script that is data, and where its end tag ends. */
function contentOf(text: string, at: number, name: "title" | "script"): { words: string; end: number } | undefined {
  const close = `</${name}>`;
  const until = text.indexOf(close, at);
  if (until < 0) return undefined;
  const raw = text.slice(at, until);
  const end = until + close.length;
  if (name === "script") return /<!--|<\/script/iu.test(raw) ? undefined : { words: "", end };
  const words = raw.includes("<") ? undefined : decoded(raw);
  return words === undefined ? undefined : { words, end };
}

function decoded(raw: string): string | undefined {
  if (!raw.includes("&")) return raw;
  const value = raw.replace(referencePattern, (reference) => characters.get(reference) ?? numbered(reference));
  return raw.replace(referencePattern, "").includes("&") ? undefined : value;
}

function numbered(reference: string): string {
  return String.fromCodePoint(Number(reference.slice(2, -1)));
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!" \n\t".includes(text.charAt(at))) return false;
  return true;
}
