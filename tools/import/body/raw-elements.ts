import type { PageContext } from "#tools/import/shared/page-context.ts";
import { embedWords, openScript, watchable, writtenMedium } from "#markdown/links.ts";
import { readAttributes } from "#markdown/raw-tokens.ts";
import { oneLine } from "#markdown/tree.ts";
import { escapedHtml, markdownLink, withoutBlankLines } from "./shortcode-use.ts";

/** An element of raw HTML that our pages do not show as it is. */
export interface RawElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: string;
  readonly inside: string;
  /** Its offset in the body. */
  readonly start: number;
  /** In text, somewhere in a block of HTML, at its start, or the whole of one, so that Markdown may take its place. */
  readonly place: "text" | "block" | "start" | "whole";
}

/** Elements that our pages do not show, though they hold words. */
export const wordHolders = "svg|select|canvas|template|textarea|xmp|noembed|noframes|applet|title";
const holder = new RegExp(`^(?:${wordHolders})$`, "iu");
/** Elements whose words stand apart from those before and after them. */
const apart = /<\/?(?:option|optgroup|text|title|desc|p|div|li|td|th|tr|br)\b[^>]*>/giu;
const naming = /<opt(?:ion|group)\b[^>]*?\blabel\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>/giu;

/** Whether an element's words would be lost with it. */
export function holdsWords(name: string): boolean {
  return holder.test(name);
}

/** An element's words, for its place, with a warning. */
export function wordsMarkup({ name, place, inside, start }: RawElement, context: PageContext): string {
  context.warn("words-kept", start, { name });
  if (name !== "textarea" && name !== "xmp") {
    const words = wordsOf(inside);
    return words === "" || place === "text" || place === "block" ? words : `<p>${words}</p>`;
  }
  const written = inside.replace(/</gu, "&lt;");
  if (place === "text") return written.replace(/\s+/gu, " ");
  const words = withoutBlankLines(written.trimEnd());
  return words === "" ? "" : `<pre>${words}</pre>`;
}

function wordsOf(inside: string): string {
  return inside
    .replace(/<!--[\s\S]*?-->|<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/giu, "")
    .replace(naming, (_, double: string | undefined, single: string | undefined) => `<p>${double ?? single ?? ""}<p>`)
    .split(apart)
    .map((part) => oneLine(part.replace(/<[^>]*>/gu, "")))
    .filter((part) => part !== "")
    .join(", ");
}

/** What stands for an element that may not be published: a frame or a known script is a link, another script or style goes; each with a warning. */
export function embedMarkup({ name, attributes, inside, start, place }: RawElement, context: PageContext): string {
  const written = readAttributes(attributes);
  const medium = writtenMedium(written, inside);
  const address = watchable(medium.replace(/^\/\//u, "https://"));
  if (name === "style" || (name === "script" && !openScript.test(medium))) {
    context.warn(`${name}-dropped`, start, { address: medium });
    return "";
  }
  if (address === "") {
    context.warn("frame-empty", start, { name });
    return inside.replace(/<[^>]*>/gu, "");
  }
  const own = context.link(address) ?? address;
  context.warn("embed-linked", start, { name, address: own });
  const title = oneLine(String(written["title"] ?? "")) || insteadOf(inside);
  const shown = embedWords(title, own, context.page.korean ? "ko" : "en");
  return place === "whole" ? markdownLink(shown, own) : `<a href="${escapedHtml(own)}">${escapedHtml(shown)}</a>`;
}

/** What an author wrote for readers without the player; the usual complaint about old browsers says nothing of it. */
function insteadOf(inside: string): string {
  const words = oneLine(inside.replace(/<[^>]*>/gu, " "));
  return /support|지원/iu.test(words) ? "" : words;
}
