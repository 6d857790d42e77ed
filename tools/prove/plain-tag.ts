import type { Tag } from "./active-content.ts";
import { isTellingName } from "./element-facts.ts";

const [quote, slash, equals, greater] = [34, 47, 61, 62] as const;
/** Kinds of characters, each a bit. */
const [lower, upper, digit, hyphen, blank] = [1, 2, 4, 8, 16] as const;
const kindOf = Uint8Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/u.test(character)) return lower;
  if (/[A-Z]/u.test(character)) return upper;
  if (/[0-9]/u.test(character)) return digit;
  return character === "-" ? hyphen : /[ \n\t]/u.test(character) ? blank : 0;
});
const referencePattern = /&(?:amp|lt|gt|quot|#3[489]|#6[02]);/gu;
const characters = new Map(
  Object.entries({ "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" } as const),
);

/** Start tags of one page, read one after the other; of each, what stood in the last is forgotten. */
export class PlainTags {
  /** Name of the last tag read. */
  name = "";
  /** Index after the last tag read. */
  end = 0;
  /** Whether it ended in a slash. */
  isClosed = false;
  readonly #text: string;
  readonly #names: string[] = [];
  readonly #bounds: number[] = [];
  #count = 0;
  #isTelling = false;
  #ampersand = -1;

  /** `text` has one character for each byte of the page. */
  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Reads the start tag at an index; false for one that the standard's tokenizer reads in more ways than one, is not
   * written as ours are (lower-case name, values in double quotes), or says anything twice.
   */
  read(at: number): boolean {
    const text = this.#text;
    if (!isOneOf(lower, text.charCodeAt(at + 1))) return false;
    let i = after(lower | digit, text, at + 2);
    this.name = text.slice(at + 1, i);
    this.#isTelling = false;
    this.#count = 0;
    for (;;) {
      const before = i;
      i = after(blank, text, i);
      this.isClosed = text.charCodeAt(i) === slash;
      if (this.isClosed) i += 1;
      if (text.charCodeAt(i) === greater) break;
      if (this.isClosed || i === before) return false;
      i = this.#attribute(i);
      if (i < 0) return false;
    }
    this.end = i + 1;
    return true;
  }

  /** The last tag with all its attributes, values decoded; undefined where neither its name nor theirs tell the guards anything. */
  telling(isTellingElement: boolean): Tag | undefined {
    if (!isTellingElement && !this.#isTelling) return undefined;
    const attributes: { name: string; value: string }[] = [];
    for (let index = 0; index < this.#count; index += 1) {
      const raw = this.#text.slice(this.#bounds[2 * index], this.#bounds[2 * index + 1]);
      attributes.push({ name: this.#names[index] ?? "", value: decodedValue(raw) ?? "" });
    }
    return { name: this.name, attributes };
  }

  /** Index after the attribute that begins at an index, or -1. */
  #attribute(at: number): number {
    const text = this.#text;
    if (!isOneOf(lower | upper, text.charCodeAt(at))) return -1;
    let i = after(lower | digit | hyphen, text, at);
    const isLower = !isOneOf(upper, text.charCodeAt(i));
    if (!isLower) i = after(lower | upper | digit | hyphen, text, i);
    const name = isLower ? text.slice(at, i) : text.slice(at, i).toLowerCase();
    for (let index = 0; index < this.#count; index += 1) if (this.#names[index] === name) return -1;
    let [from, to] = [i, i];
    if (text.charCodeAt(i) === equals) {
      if (text.charCodeAt(i + 1) !== quote) return -1;
      from = i + 2;
      to = text.indexOf('"', from);
      if (to < 0 || !this.#isDecodable(from, to)) return -1;
      i = to + 1;
    }
    this.#names[this.#count] = name;
    this.#bounds[2 * this.#count] = from;
    this.#bounds[2 * this.#count + 1] = to;
    this.#count += 1;
    this.#isTelling ||= isTellingName(name);
    return i;
  }

  /** Most values hold no ampersand, which is known from where the next one stands. */
  #isDecodable(from: number, to: number): boolean {
    if (this.#ampersand < from) this.#ampersand = this.#text.indexOf("&", from);
    if (this.#ampersand < 0) this.#ampersand = Number.POSITIVE_INFINITY;
    return this.#ampersand >= to || decodedValue(this.#text.slice(from, to)) !== undefined;
  }
}

/** Words of a page, given with one character for each byte; undefined where they hold a reference that none of ours does. */
export function decodedValue(raw: string): string | undefined {
  if (!/[&\x80-\xff]/u.test(raw)) return raw;
  const text = Buffer.from(raw, "latin1").toString();
  if (!text.includes("&")) return text;
  const value = text.replace(referencePattern, (reference) => characters.get(reference) ?? numbered(reference));
  return text.replace(referencePattern, "").includes("&") ? undefined : value;
}

function numbered(reference: string): string {
  return String.fromCodePoint(Number(reference.slice(2, -1)));
}

/** Index of the first character from `at` on that is of none of the kinds. */
function after(kinds: number, text: string, at: number): number {
  let i = at;
  while (isOneOf(kinds, text.charCodeAt(i))) i += 1;
  return i;
}

function isOneOf(kinds: number, code: number): boolean {
  return ((kindOf[code] ?? 0) & kinds) !== 0;
}
