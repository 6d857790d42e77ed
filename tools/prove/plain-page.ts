import { isUtf8 } from "node:buffer";
import type { Tag } from "./active-content.ts";
import { mayTell } from "./element-facts.ts";

/** Called, in order, with each element that may matter to the guards; what it was given counts for nothing where the page proves not plain. */
type Seer = (tag: Tag) => void;

const words = (list: string) => list.split(" ");
/** Elements that stand in some parents alone. Wherever else they stood, a browser would move, close or drop something. */
const parents = new Map<string, readonly string[]>([
  ...words("head body").map((name) => [name, ["html"]] as const),
  ...words("meta link title script").map((name) => [name, ["head"]] as const),
  ["li", ["ul", "ol"]],
  ...words("dt dd").map((name) => [name, ["dl"]] as const),
  ...words("caption thead tbody tfoot").map((name) => [name, ["table"]] as const),
  ["tr", ["thead", "tbody", "tfoot"]],
  ...words("td th").map((name) => [name, ["tr"]] as const),
  ...words("rt rp").map((name) => [name, ["ruby"]] as const),
  ...words("g path circle rect line polyline polygon ellipse use").map((name) => [name, ["svg", "g"]] as const),
]);
const headings = words("h1 h2 h3 h4 h5 h6");
/** Elements before which the standard ends an open paragraph. */
const blocks = new Set([
  ...headings,
  ...words("address article aside blockquote details div dl fieldset figcaption figure footer header hgroup hr main"),
  ...words("nav ol p pre search section summary table ul"),
]);
const phrases = new Set([
  ...words("a abbr b bdi bdo br cite code data del dfn em i img input ins kbd label mark picture q ruby s samp small"),
  ...words("source span strong sub sup svg time u var video wbr"),
]);
const voids = new Set(words("br hr img input link meta source wbr"));
/** Parents in which words would begin a body, or be moved before a table. */
const bare = new Set(words("html head table thead tbody tfoot tr"));

/** What is no blank. */
const ink = /[^ \n\t]/u;
/** Each begins once, in this order. */
const frames = words("html head body");
const doctype = "<!DOCTYPE html>";
/** A start tag as ours are written: names without capitals, white space before each attribute, values in double quotes. */
const startTag = /<([a-z][a-z0-9]*)((?:[ \n\t]+[a-zA-Z][a-zA-Z0-9-]*(?:="[^"]*")?)*)[ \n\t]*(\/?)>/uy;
const attribute = /([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?/gu;
/** Up to their end tags: words, and data in which nothing could be a script. */
const content = { title: /([^<]*)<\/title>/uy, script: /[^<]*(?:<(?!!--|\/?script)[^<]*)*<\/script>/iuy };

/**
 * Reads a page that is written as ours are: every element begun and ended by a tag of its own and nested so that a
 * browser moves, adds, joins and drops nothing. Gives the words of its title; undefined for every other page, however
 * slightly other: a browser's parser reads those.
 */
export function plainPage(bytes: Uint8Array, see: Seer): { readonly title?: string } | undefined {
  // In UTF-8 no other character has a byte of those that markup is made of.
  const text = isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1") : "";
  if (!text.startsWith(doctype) || text.includes("\r") || text.includes("\0")) return undefined;
  return readPlain(text, see);
}

function readPlain(text: string, see: Seer): { title?: string } | undefined {
  const open: string[] = [];
  const frame = [...frames];
  let [at, title]: [number, string | undefined] = [doctype.length, undefined];
  for (let next = text.indexOf("<", at); next >= 0; next = text.indexOf("<", at)) {
    const outer = open.at(-1);
    if (next > at && (outer === undefined || bare.has(outer)) && ink.test(text.slice(at, next))) return undefined;
    if (text.startsWith("</", next)) {
      const end = `</${outer}>`;
      if (!text.startsWith(end, next)) return undefined;
      open.pop();
      at = next + end.length;
      continue;
    }
    const found = matchAt(startTag, text, next);
    const name = found?.[1] ?? "";
    if (found === null || !isAllowedIn(name, open)) return undefined;
    if (frames.includes(name) && name !== frame.shift()) return undefined;
    at = startTag.lastIndex;
    const written = found[2] ?? "";
    if (mayTell(name, written)) {
      const tag = tagOf(name, written);
      if (tag === undefined) return undefined;
      see(tag);
    }
    if (name === "title" || name === "script") {
      const [all, raw = ""] = matchAt(content[name], text, at) ?? [];
      const said = decodedValue(raw);
      if (all === undefined || said === undefined) return undefined;
      if (name === "title") title ??= said;
      at += all.length;
      // In a picture alone a slash ends an element.
    } else if (!voids.has(name) && !(found[3] && (name === "svg" || open.includes("svg")))) open.push(name);
  }
  const isWhole = open.length === 0 && frame.length === 0 && !ink.test(text.slice(at));
  return isWhole ? (title === undefined ? {} : { title }) : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * Whether a start tag within these open elements adds one element to the innermost and does nothing else (HTML standard,
 * "The rules for parsing tokens in HTML content"), if `html`, `head` and `body` each begin once and in this order. May say
 * no where the answer is yes.
 */
function isAllowedIn(name: string, open: readonly string[]): boolean {
  const outer = open.at(-1);
  if (outer === undefined) return name === "html";
  const allowed = parents.get(name);
  if (allowed !== undefined) return allowed.includes(outer);
  if (open[1] !== "body" || bare.has(outer) || open.includes("svg")) return false;
  if (name === "a") return !open.includes("a");
  if (phrases.has(name)) return true;
  if (!blocks.has(name) || open.includes("p")) return false;
  return !headings.includes(name) || !open.some((other) => headings.includes(other));
}

/** A start tag with its values decoded; undefined where it says anything twice, or holds a reference that none of ours does. */
function tagOf(name: string, written: string): Tag | undefined {
  const attributes: { name: string; value: string }[] = [];
  for (let found = matchAt(attribute, written, 0); found !== null; found = attribute.exec(written)) {
    const key = found[1]?.toLowerCase() ?? "";
    const value = decodedValue(found[2] ?? "");
    if (value === undefined || attributes.some((other) => other.name === key)) return undefined;
    attributes.push({ name: key, value });
  }
  return { name, attributes };
}

const references: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** Words of a page, given with one character for each byte; undefined where they hold a reference that none of ours does. */
function decodedValue(raw: string): string | undefined {
  if (!/[&\x80-\xff]/u.test(raw)) return raw;
  const text = Buffer.from(raw, "latin1").toString();
  const known = /&(?:(amp|lt|gt|quot)|#(3[489]|6[02]));/gu;
  if (text.replace(known, "").includes("&")) return undefined;
  return text.replace(known, (_, name, code) => references[name] ?? String.fromCodePoint(Number(code)));
}
