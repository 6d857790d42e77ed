import { isUtf8 } from "node:buffer";
import type { Tag } from "./active-content.ts";
import { bottom, entered } from "./plain-nesting.ts";
import { decodedValue, PlainTags } from "./plain-tag.ts";

/** Called, in order, with each element that may matter to the guards; what it was given counts for nothing where the page proves not plain. */
type Seer = (tag: Tag) => void;

const doctype = "<!DOCTYPE html>";
/** What the first tags of a page begin, before its one `body`; what all others may do is said by the levels. */
const frame = ["html", "head"] as const;
const slash = 47;

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
  const tags = new PlainTags(text);
  let level = bottom();
  let [begun, at, title]: [number, number, string | undefined] = [0, doctype.length, undefined];
  let hasBody = false;
  for (let next = text.indexOf("<", at); next >= 0; next = text.indexOf("<", at)) {
    if (next > at && level.isBare && !isBlank(text, at, next)) return undefined;
    if (text.charCodeAt(next + 1) === slash) {
      if (level.outer === undefined || !text.startsWith(level.endTag, next)) return undefined;
      at = next + level.endTag.length;
      level = level.outer;
      continue;
    }
    const inner = tags.read(next) ? entered(level, tags.name) : undefined;
    if (inner === undefined) return undefined;
    const { name } = inner;
    if (inner.isFrame) {
      if (hasBody || name !== (frame[begun] ?? "body")) return undefined;
      hasBody = begun >= frame.length;
    }
    begun += 1;
    at = tags.end;
    const tag = tags.telling(inner.isTelling);
    if (tag !== undefined) see(tag);
    if (name === "title" || name === "script") {
      const content = contentOf(text, at, name);
      if (content === undefined) return undefined;
      if (name === "title") title ??= content.words;
      at = content.end;
    } else if (!inner.isVoid && !(tags.isClosed && inner.isForeign)) level = inner;
  }
  const isWhole = level.outer === undefined && hasBody && isBlank(text, at, text.length);
  return isWhole ? (title === undefined ? {} : { title }) : undefined;
}

/** The words of a title or of a script that is data, and where its end tag ends. */
function contentOf(text: string, at: number, name: "title" | "script"): { words: string; end: number } | undefined {
  const close = `</${name}>`;
  const until = text.indexOf(close, at);
  if (until < 0) return undefined;
  const raw = text.slice(at, until);
  const end = until + close.length;
  if (name === "script") return /<!--|<\/script/iu.test(raw) ? undefined : { words: "", end };
  const words = raw.includes("<") ? undefined : decodedValue(raw);
  return words === undefined ? undefined : { words, end };
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!" \n\t".includes(text.charAt(at))) return false;
  return true;
}
