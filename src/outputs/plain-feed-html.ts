import { carriedValue, marksHeading } from "./feed-attributes.ts";
import { isBare, isPlainIn, isVoid } from "./plain-elements.ts";
import { type PlainTag, plainTag } from "./plain-tag.ts";
import { escaped } from "./safe-text.ts";

/** How far a body has been read. */
interface Reading {
  readonly html: string;
  readonly pageUrl: string;
  /** Names of the elements that are open. */
  readonly open: string[];
  /** Depths of the open elements whose tags go while their content stays. */
  readonly unwrapped: number[];
  /** Depth of the open element that goes with all its content, else -1. */
  hidden: number;
  printed: string;
  /** All before is in `printed` or left out; what stands from here to `at` goes as it is. */
  copied: number;
  at: number;
}

const slash = 0x2f;
const otherReference = /&(?!(?:amp|lt|gt);)/u;

/**
 * What feeds carry of a body that is written as our printer writes: every element begun and ended by a tag of its own and
 * nested so that a parser moves, adds, joins and drops nothing. Undefined for every other body, however slightly other.
 */
export function plainFeedHtml(html: string, pageUrl: string): string | undefined {
  const reading: Reading = { html, pageUrl, open: [], unwrapped: [], hidden: -1, printed: "", copied: 0, at: 0 };
  for (let next = html.indexOf("<"); next >= 0; next = html.indexOf("<", reading.at)) {
    if (!isPlainText(reading, next)) return undefined;
    const ends = html.charCodeAt(next + 1) === slash;
    if (!(ends ? endElement(reading, next) : beginElement(reading, next))) return undefined;
  }
  if (reading.open.length > 0 || !isPlainText(reading, html.length)) return undefined;
  // A serializer writes this one character as a reference, in texts and values alike.
  return (reading.printed + html.slice(reading.copied)).replaceAll("\u00A0", "&nbsp;");
}

/** Whether a serializer would write the words up to the next tag as they stand. */
function isPlainText({ html, at, open }: Reading, next: number): boolean {
  if (at === next) return true;
  const text = html.slice(at, next);
  if (isBare(open.at(-1)) && !/^[ \n\t]*$/u.test(text)) return false;
  return !text.includes(">") && !(text.includes("&") && otherReference.test(text));
}

function endElement(reading: Reading, next: number): boolean {
  const { html, open, unwrapped } = reading;
  const close = html.indexOf(">", next);
  if (close < 0 || open.pop() !== html.slice(next + 2, close)) return false;
  reading.at = close + 1;
  const depth = open.length;
  if (reading.hidden === depth) {
    reading.hidden = -1;
    reading.copied = reading.at;
  } else if (unwrapped.at(-1) === depth) {
    unwrapped.pop();
    replace(reading, next, "");
  }
  return true;
}

function beginElement(reading: Reading, next: number): boolean {
  const { html, open } = reading;
  const tag = plainTag(html, next);
  if (tag === undefined || !isPlainIn(tag.name, open)) return false;
  // A parser drops a line end after this tag.
  if (tag.name === "pre" && html.startsWith("\n", tag.end)) return false;
  reading.at = tag.end;
  if (reading.hidden < 0) printTag(reading, tag);
  if (!isVoid(tag.name)) open.push(tag.name);
  return true;
}

/** Prints a start tag with the attributes that feeds carry, or begins to leave out what it begins. */
function printTag(reading: Reading, { name, attributes, start }: PlainTag): void {
  const has = (attribute: string) => printed.includes(` ${attribute}="`);
  const depth = reading.open.length;
  let printed = "";
  for (const [attribute, value] of attributes) {
    if (name === "a" && attribute === "class" && marksHeading(value)) reading.hidden = depth;
    const carried = carriedValue(attribute, value, reading.pageUrl);
    if (carried !== undefined) printed += ` ${attribute}="${escaped(carried)}"`;
  }
  if (reading.hidden === depth || name === "input" || (name === "img" && !has("src"))) {
    replace(reading, start, "");
  } else if ((name === "span" && printed === "") || (name === "a" && !has("href"))) {
    reading.unwrapped.push(depth);
    replace(reading, start, "");
  } else if (attributes.length > 0) {
    replace(reading, start, `<${name}${printed}>`);
  }
}

/** Prints what was read before `start`, then `instead` of what stands from there to where the reading is. */
function replace(reading: Reading, start: number, instead: string): void {
  reading.printed += reading.html.slice(reading.copied, start) + instead;
  reading.copied = reading.at;
}
