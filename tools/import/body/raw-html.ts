import { linkAddress, pictureAddress } from "./addresses-in-text.ts";
import type { PageContext } from "#tools/import/shared/page-context.ts";
import { type Edit, edited, editsOf, type MarkdownMap, markdownMap, type Span } from "./markdown-map.ts";
import { embedWords, openScript, watchable, writtenMedium } from "#markdown/embeds.ts";
import { isElementName } from "#markdown/raw-policy.ts";
import { readAttributes } from "#markdown/raw-tokens.ts";
import { oneLine } from "#markdown/tree.ts";
import { escapedHtml, markdownLink, ownPlayer, withoutBlankLines } from "./shortcode-use.ts";

/** An element of raw HTML that our pages do not show as it is. */
interface RawElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: string;
  readonly inside: string;
  readonly start: number;
  /** In text, somewhere in a block of HTML, at its start, or the whole of one, so that Markdown may take its place. */
  readonly place: "text" | "block" | "start" | "whole";
}

/** Elements that our pages do not show, though they hold words. */
const wordHolders = "svg|select|canvas|template|textarea|xmp|noembed|noframes|applet|title";
/** Whether an element's words would be lost with it. */
const holdsWords = (name: string) => wordHolders.split("|").includes(name.toLowerCase());
const containers = `script|style|iframe|object|video|audio|${wordHolders}`;
/** What stands in a tag behind its name; bounded, so that tags which nothing ends cost no more than that each. */
const attributes = `(?:[^>"']|"[^"]*"|'[^']*'){0,5000}`;
const tag = new RegExp(
  `<!--[\\s\\S]*?(?:-->|$)|<(noscript|${containers})\\b(${attributes}|[^>]{0,5000})>([\\s\\S]*?)</\\1\\s*>|` +
    `<(/?)([A-Za-z][^\\s/>]*)(${attributes})>`,
  "giu",
);
const opening = new RegExp(`<(${containers})\\b(?:${attributes}|[^>]{0,5000})>`, "giu");

/** Edits for raw HTML: addresses, frames and scripts as links, what a browser would take for an unknown element (`<T>`) as text. All else stays; the Markdown step has its own policy. */
export function htmlEdits({ body, html }: MarkdownMap, context: PageContext): Edit[] {
  const edits: Edit[] = [];
  let done = 0;
  for (const { start, end: last, block } of html) {
    if (last <= done) continue;
    const span = { start: Math.max(start, done), end: last, block };
    done = containerEnd(body, span);
    edits.push(...editsIn(body, { ...span, end: done }, context));
  }
  return edits;
}

/** A container goes on to its closing tag: in text every tag is a piece of its own, and a blank line ends a block. */
function containerEnd(body: string, span: Span): number {
  for (const { 0: written, 1: name = "", index } of body.slice(span.start, span.end).matchAll(opening)) {
    const inside = span.start + index + written.length;
    const closing = new RegExp(`</${name}\\s*>`, "iu").exec(body.slice(inside, span.end + 20_000));
    const end = closing === null ? 0 : inside + closing.index + closing[0].length;
    if (end > span.end) return end;
  }
  return span.end;
}

function editsIn(body: string, span: Span & { block: boolean }, context: PageContext): Edit[] {
  const source = body.slice(span.start, span.end);
  return [...source.matchAll(tag)].flatMap((match): Edit[] => {
    const [whole, container, own = "", inside = "", slash, name = "", rest = ""] = match;
    const start = span.start + match.index;
    const become = (text: string) => [{ start, end: start + whole.length, text }];
    if (whole.startsWith("<!--") || /^noscript$/iu.test(container ?? "")) return [];
    if (container !== undefined) {
      const place = placeOf(whole, source, span.block);
      return become(
        elementMarkup({ name: container.toLowerCase(), attributes: own, inside, start, place }, body, context),
      );
    }
    const isEmbed = /^(?:embed|script|style|iframe|object|video|audio)$/iu.test(name);
    const isCode = /^(?:script|style)$/iu.test(name) && !span.block && !/\bsrc\s*=/iu.test(rest);
    if (!isElementName(name) || isMentioned(name, rest, source) || (isCode && slash === ""))
      return pseudo({ start, whole, block: span.block }, context);
    if (/^opt(?:ion|group)$/iu.test(name)) return become("");
    if (slash === "/") return [];
    if (isEmbed)
      return become(
        embedMarkup({ name: name.toLowerCase(), attributes: rest, inside: "", start, place: "block" }, context),
      );
    if (!holdsWords(name)) return attributeEdits({ start: start + 1 + name.length, attributes: rest }, context);
    // A tag that nothing closes would hide all that follows.
    context.warn("words-kept", start, { name });
    return become("");
  });
}

function placeOf(element: string, source: string, isBlock: boolean): RawElement["place"] {
  if (!isBlock) return "text";
  if (source.trim() === element.trim()) return "whole";
  return source.startsWith(element) ? "start" : "block";
}

function elementMarkup(element: RawElement, body: string, context: PageContext): string {
  if (!holdsWords(element.name)) return embedMarkup(element, context);
  const lead = body.slice(body.lastIndexOf("\n", element.start - 1) + 1, element.start);
  const inside = lead.includes(">") ? element.inside.replace(/\n[ \t]*(?:>[ \t]?)+/gu, "\n") : element.inside;
  return wordsMarkup({ ...element, inside }, context);
}

/** `<head>` in a sentence: an element of whole documents, alone and without attributes, is spoken of. */
function isMentioned(name: string, rest: string, source: string): boolean {
  if (!/^(?:html|head|body|title|meta|link|base)$/iu.test(name) || /[^\s/]/u.test(rest)) return false;
  return !new RegExp(`<${name}\\b[\\s\\S]*</${name}\\s*>`, "iu").test(source);
}

/** What only looks like a tag: an escape in text, an entity inside blocks of HTML, where an address becomes its link. */
function pseudo(at: { start: number; whole: string; block: boolean }, context: PageContext): Edit[] {
  const link = escapedHtml(at.whole).replace(/^&lt;(https?:\S+)>$/u, '<a href="$1">$1</a>');
  if (at.block && link.startsWith("<")) return [{ start: at.start, end: at.start + at.whole.length, text: link }];
  context.warn("tag-shown", at.start, { tag: at.whole });
  return [{ start: at.start, end: at.start + Number(at.block), text: at.block ? "&lt;" : "\\" }];
}

function attributeEdits(at: { start: number; attributes: string }, context: PageContext): Edit[] {
  const addresses = /\b(src|href|poster|data-src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu;
  return [...at.attributes.matchAll(addresses)].flatMap((match): Edit[] => {
    const [whole, key = "", double, single, plain] = match;
    const address = double ?? single ?? plain ?? "";
    const start = at.start + match.index;
    if (address === "" || address.startsWith("#")) return [];
    const written = (/^href$/iu.test(key) ? linkAddress : pictureAddress)(address, start, context);
    if (written === undefined || written === address) return [];
    return [{ start, end: start + whole.length, text: `${key}="${escapedHtml(written)}"` }];
  });
}

const bare = /<([a-z][\w-]*)((?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*>/giu;
const value = /("[^"]*"|'[^']*')|=\s*([^\s"'=<>`]*\/[^\s"'=<>`]*)/gu;

/** A body whose tags have quotes around values such as `src=/a.png`: our parser takes a tag with a bare slash for text. */
export function withQuotedValues(body: string): string {
  if (!/<[^<>]*=\s*[^"'\s>]*\//u.test(body)) return body;
  const quoted = ({ 0: tag, 1: name = "", 2: rest = "" }: RegExpExecArray) =>
    isElementName(name) && /=\s*[^"'\s]*\//u.test(rest)
      ? tag.replace(value, (whole, own: string | undefined, plain: string) => (own ? whole : `="${plain}"`))
      : undefined;
  return edited(body, editsOf(markdownMap(body), bare, quoted));
}

/** An element's words, for its place, with a warning. */
function wordsMarkup({ name, place, inside, start }: RawElement, context: PageContext): string {
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

/** Elements whose words stand apart from those before and after them. */
const apart = /<\/?(?:option|optgroup|text|title|desc|p|div|li|td|th|tr|br)\b[^>]*>/giu;
const naming = /<opt(?:ion|group)\b[^>]*?\blabel\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>/giu;

function wordsOf(inside: string): string {
  return inside
    .replace(/<!--[\s\S]*?-->|<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/giu, "")
    .replace(naming, (_, double: string | undefined, single: string | undefined) => `<p>${double ?? single ?? ""}<p>`)
    .split(apart)
    .map((part) => oneLine(part.replace(/<[^>]*>/gu, "")))
    .filter((part) => part !== "")
    .join(", ");
}

/** Scripts that only draw the quotations before them, whose words and links stay. */
const ofQuotes =
  /^(?:https?:)?\/\/(?:platform\.(?:twitter|x|instagram)\.com|www\.(?:instagram|tiktok)\.com)\/[\w/]*\.js/u;

/** What stands for an element that may not be published: a frame or a known script is a link, another script or style goes; each with a warning. */
function embedMarkup({ name, attributes, inside, start, place }: RawElement, context: PageContext): string {
  const written = readAttributes(attributes);
  const medium = writtenMedium(written, inside);
  const address = watchable(medium.replace(/^\/\//u, "https://"));
  if (name === "script" && ofQuotes.test(medium)) return "";
  if (name === "style" || (name === "script" && !openScript.test(medium))) {
    context.warn(`${name}-dropped`, start, { address: medium });
    return "";
  }
  if (address === "") {
    context.warn("frame-empty", start, { name });
    return inside.replace(/<[^>]*>/gu, "");
  }
  const player = ownPlayer(address, attributes, context);
  if (player !== undefined) return player;
  const own = context.link(address) ?? address;
  context.warn("embed-linked", start, { name, address: own });
  const title = oneLine(String(written["title"] ?? "")) || insteadOf(inside);
  const shown = embedWords(title, own, context.isKorean ? "ko" : "en");
  return place === "whole" ? markdownLink(shown, own) : `<a href="${escapedHtml(own)}">${escapedHtml(shown)}</a>`;
}

/** What an author wrote for readers without the player; the usual complaint about old browsers says nothing of it. */
function insteadOf(inside: string): string {
  const words = oneLine(inside.replace(/<[^>]*>/gu, " "));
  return /support|지원/iu.test(words) ? "" : words;
}
