import { shortHash } from "./digest.ts";
import { tried } from "./tried.ts";

const maxSegmentBytes = 200;
const maxSlugBytes = 600;

/** Names that Windows keeps for devices, with or without an extension. */
export const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
/** Names that our own files, web servers or uploaders claim in any folder. */
const claimed = /^(?:index\.html?|\.git|\.github|\.ht.*)$/iu;
/** Names that stand beside a term's posts: its further pages and the usual feeds. */
const reservedForTerms = /^(?:index|page|feed|(?:rss|atom|index|feed|sitemap|opml)\.(?:xml|json))$/u;

/**
 * Text as Hugo's path of a file or a term (common/paths/path.go, Sanitize), in NFC: letters, digits, marks and
 * `. / _ + ~ - @` stay, lower-cased; white space becomes one `-`; the rest goes. Where Hugo's own link breaks we part:
 * `C#` is `csharp`, another `#` or a backslash is white space, `%XX` is decoded, invisible characters and `.`, `..` or
 * empty segments go. May be empty.
 */
export function urlize(text: string): string {
  const kept = sanitized(text, /[^\p{L}\p{Nd}\p{M}\s\u0085./_+~@-]/gu).trim();
  return withoutDots(lowerCased(kept.replace(/(?<=-) | (?=-)/gu, "").replace(/ /gu, "-")));
}

/** An address that its author wrote out (`url`, `aliases`), safe as `safeSlug` makes it, but letters keep their case, and single blanks and `! $ & ' ( ) , ; =` stay, as in Hugo and Jekyll. */
export function safePath(written: string): string {
  const kept = sanitized(written, /[^\p{L}\p{Nd}\p{M}\s\u0085./_+~@!$&'(),;=-]/gu);
  const path = kept.replace(/ ?\/ ?/gu, "/").trim();
  return safeSegments(withoutDots(path.normalize("NFC")), { text: written, reserved: claimed });
}

/** Without what is `unwanted`, white space single. */
function sanitized(text: string, unwanted: RegExp): string {
  const seen = decoded(text)
    .normalize("NFC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return withSharps(seen)
    .replace(/[#\\]/gu, " ")
    .replace(unwanted, "")
    .replace(/[\s\u0085]+/gu, " ");
}

/** `#` spelled where it tells names apart: `c#` → `csharp`. */
export function withSharps(text: string): string {
  return text.replace(/(?<![a-z0-9])([a-z])#(?![a-zİ#])/giu, "$1sharp");
}

function withoutDots(path: string): string {
  return path
    .split("/")
    .filter((segment) => !/^\.{0,2}$/u.test(segment))
    .join("/");
}

/** A term's address after its kind (`빅데이터로-보는-세상`, `ai/ml`): never empty, and safe on Windows and plain servers. */
export function termSlug(label: string): string {
  return safeSlug(label, reservedForTerms);
}

/** `urlize` made safe as folders: no empty, reserved, device-like or over-long segment (then a stable hash tells it apart). */
export function safeSlug(text: string, reserved: RegExp = claimed): string {
  return safeSegments(urlize(text), { text, reserved });
}

function safeSegments(path: string, from: { text: string; reserved: RegExp }): string {
  const { text, reserved } = from;
  const segments = path
    .split("/")
    .map((segment) => segment.replace(/(?<!\.)\.+$/u, ""))
    .filter((segment) => segment !== "");
  if (segments.length === 0) return `t-${shortHash(text.normalize("NFC"))}`;
  const slug = segments.map((segment) => safeSegment(segment, reserved)).join("/");
  return bytes(slug) <= maxSlugBytes ? slug : cut(segments.join("-"));
}

function safeSegment(segment: string, reserved: RegExp): string {
  const short = bytes(segment) <= maxSegmentBytes ? segment : cut(segment);
  if (short.startsWith(".") ? claimed.test(short) : device.test(short)) return `${shortHash(segment)}-${short}`;
  return claimed.test(short) || reserved.test(short) ? `${short}-${shortHash(segment)}` : short;
}

/** Whole characters with their marks, then `-` and the hash of the whole; leaves room for one more hash. */
function cut(segment: string): string {
  const room = maxSegmentBytes - 18;
  let size = 0;
  let end = 0;
  for (const character of segment) {
    size += bytes(character);
    if (size > room) break;
    end += character.length;
  }
  while (end > 0 && /^\p{M}/u.test(segment.slice(end, end + 2))) end -= 1;
  return `${segment
    .slice(0, end)
    .toWellFormed()
    .replace(/[\ufffd.-]+$/u, "")}-${shortHash(segment)}`;
}

function bytes(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

/** Percent escapes that spell UTF-8 as the characters they mean; others stay as written. */
export function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/giu, (escapes) => tried(() => decodeURIComponent(escapes)) ?? escapes);
}

/** Lower case as Go's unicode.ToLower makes it: one character for each, no look at its neighbours; NFC. */
export function lowerCased(text: string): string {
  if (/^[0-9a-z_\uac00-\ud7a3-]*$/.test(text)) return text;
  return Array.from(text, (character) => (character === "İ" ? "i" : character.toLowerCase()))
    .join("")
    .normalize("NFC");
}
