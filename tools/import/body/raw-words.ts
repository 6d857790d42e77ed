import { withoutBlankLines } from "./shortcode-use.ts";
import type { BodyContext } from "#tools/import/shared/blog.ts";
import type { Edit } from "./markdown-map.ts";

/** Elements that our pages do not show, though they hold words. */
export const wordHolders = "svg|select|canvas|template|textarea|xmp|noembed|noframes|applet|title";

const holder = new RegExp(`^(?:${wordHolders})$`, "iu");
const asWritten = /^(?:textarea|xmp)$/u;
/** Elements whose words stand apart from those before and after them. */
const apart = /<\/?(?:option|optgroup|text|title|desc|p|div|li|td|th|tr|br)\b[^>]*>/giu;
const naming = /<opt(?:ion|group)\b[^>]*?\blabel\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>/giu;

interface Element {
  readonly name: string;
  readonly inside: string;
  readonly start: number;
  readonly end: number;
  /** In text, in a block of HTML, or the whole of one. */
  readonly place: "text" | "block" | "alone";
}

/** Whether an element's words would be lost with it. */
export function holdsWords(name: string): boolean {
  return holder.test(name);
}

/** An edit that leaves an element's words in its place, with a warning. */
export function wordsMarkup(element: Element, context: BodyContext): Edit[] {
  const { name, place, start, end } = element;
  context.warn("words-kept", start, { name });
  const isWritten = asWritten.test(name.toLowerCase());
  const words = isWritten ? escaped(element.inside, place) : wordsOf(element.inside);
  const wrapper = isWritten && place !== "text" ? "pre" : "p";
  const wrapped = words !== "" && (place === "alone" || (isWritten && place === "block"));
  return [{ start, end, text: wrapped ? `<${wrapper}>${words}</${wrapper}>` : words }];
}

/** An edit that takes a tag away which nothing closes: it would hide all that follows. */
export function unclosedTag(tag: { name: string; start: number; end: number }, context: BodyContext): Edit[] {
  context.warn("words-kept", tag.start, { name: tag.name });
  return [{ start: tag.start, end: tag.end, text: "" }];
}

function wordsOf(inside: string): string {
  return inside
    .replace(/<!--[\s\S]*?-->|<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/giu, "")
    .replace(naming, (_, double: string | undefined, single: string | undefined) => `<p>${double ?? single ?? ""}<p>`)
    .split(apart)
    .map((part) =>
      part
        .replace(/<[^>]*>/gu, "")
        .replace(/\s+/gu, " ")
        .trim(),
    )
    .filter((part) => part !== "")
    .join(", ");
}

function escaped(inside: string, place: Element["place"]): string {
  const text = inside.replace(/</gu, "&lt;");
  return place === "text" ? text.replace(/\s+/gu, " ") : withoutBlankLines(text.trimEnd());
}
