import { linkAddress, pictureAddress } from "./addresses-in-text.ts";
import type { BodyContext } from "#tools/import/shared/blog.ts";
import { type Edit, edited, editsOf, type MarkdownMap, markdownMap, type Span } from "./markdown-map.ts";
import { isElementName } from "#markdown/raw-policy.ts";
import { embedMarkup } from "./raw-embeds.ts";
import { escapedHtml } from "./shortcode-use.ts";
import { holdsWords, unclosedTag, wordHolders, wordsMarkup } from "./raw-words.ts";

const containers = `script|style|iframe|object|video|audio|${wordHolders}`;
const tag = new RegExp(
  `<!--[\\s\\S]*?(?:-->|$)|<(noscript|${containers})\\b([^>]*)>([\\s\\S]*?)</\\1\\s*>|` +
    `<(/?)([A-Za-z][^\\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>`,
  "giu",
);
const opening = new RegExp(`<(${containers})\\b[^>]*>`, "giu");

/**
 * Edits for raw HTML: addresses of pictures and links, frames and scripts as links, what a browser would take for an
 * unknown element (`<T>`, `<none>`) as text. All else stays; the Markdown step has its own policy.
 */
export function htmlEdits({ body, html }: MarkdownMap, context: BodyContext): Edit[] {
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

function editsIn(body: string, span: Span & { block: boolean }, context: BodyContext): Edit[] {
  const source = body.slice(span.start, span.end);
  return [...source.matchAll(tag)].flatMap((match) => {
    const start = span.start + match.index;
    const [whole, container, attributes = "", inside = "", slash, name = "", rest = ""] = match;
    const end = start + whole.length;
    if (whole.startsWith("<!--")) return [];
    if (container !== undefined) {
      const alone = span.block && source.trim() === whole.trim();
      const place = alone || (span.block && source.startsWith(whole)) ? "alone" : span.block ? "block" : "text";
      const lead = body.slice(body.lastIndexOf("\n", start - 1) + 1, start);
      const text = lead.includes(">") ? inside.replace(/\n[ \t]*(?:>[ \t]?)+/gu, "\n") : inside;
      if (holdsWords(container)) return wordsMarkup({ name: container, inside: text, start, end, place }, context);
      return embedMarkup({ name: container.toLowerCase(), attributes, inside, start, end, alone }, context);
    }
    if (!isElementName(name) || isMentioned(name, rest, source))
      return pseudo({ start, whole, block: span.block }, context);
    if (/^opt(?:ion|group)$/iu.test(name)) return [{ start, end, text: "" }];
    if (slash === "/") return [];
    if (holdsWords(name)) return unclosedTag({ name, start, end }, context);
    const isEmbed = /^(?:embed|script|style|iframe|object|video|audio)$/iu.test(name);
    if (isEmbed && /^(?:script|style)$/iu.test(name) && !span.block && !/\bsrc\s*=/iu.test(rest))
      return pseudo({ start, whole, block: false }, context);
    if (isEmbed)
      return embedMarkup({ name: name.toLowerCase(), attributes: rest, inside: "", start, end, alone: false }, context);
    return attributeEdits({ start: start + 1 + name.length, name, attributes: rest }, context);
  });
}

/** `<head>` in a sentence: an element of whole documents, alone and without attributes, is spoken of. */
function isMentioned(name: string, rest: string, source: string): boolean {
  if (!/^(?:html|head|body|title|meta|link|base)$/iu.test(name) || /[^\s/]/u.test(rest)) return false;
  return !new RegExp(`<${name}\\b[\\s\\S]*</${name}\\s*>`, "iu").test(source);
}

/** What only looks like a tag: an escape in text, an entity inside blocks of HTML. */
function pseudo(at: { start: number; whole: string; block: boolean }, context: BodyContext): Edit[] {
  context.warn("tag-shown", at.start, { tag: at.whole });
  return [
    at.block ? { start: at.start, end: at.start + 1, text: "&lt;" } : { start: at.start, end: at.start, text: "\\" },
  ];
}

function attributeEdits(at: { start: number; name: string; attributes: string }, context: BodyContext): Edit[] {
  return [
    ...at.attributes.matchAll(/\b(src|href|poster|data-src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu),
  ].flatMap((match) => {
    const address = match[2] ?? match[3] ?? match[4] ?? "";
    const start = at.start + match.index;
    if (address === "" || address.startsWith("#")) return [];
    const isLink = match[1]?.toLowerCase() === "href";
    const written = isLink ? linkAddress(address, start, context) : pictureAddress(address, start, context);
    if (written === undefined || written === address) return [];
    return [
      {
        start,
        end: start + match[0].length,
        text: `${match[1] ?? ""}="${escapedHtml(written)}"`,
      },
    ];
  });
}

const bare = /<([a-z][\w-]*)((?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*>/giu;
const value = /("[^"]*"|'[^']*')|=\s*([^\s"'=<>`]*\/[^\s"'=<>`]*)/gu;

/** A body whose tags have quotes around values such as `src=/a.png`: our parser takes a tag with a bare slash for text. */
export function withQuotedValues(body: string): string {
  if (!/<[^>]*=\s*[^"'\s>]*\//u.test(body)) return body;
  const quoted = ({ 0: tag, 1: name = "", 2: rest = "" }: RegExpExecArray) =>
    isElementName(name) && /=\s*[^"'\s]*\//u.test(rest)
      ? tag.replace(value, (whole, own: string | undefined, plain: string) =>
          own === undefined ? `="${plain}"` : whole,
        )
      : undefined;
  return edited(body, editsOf(markdownMap(body), bare, quoted));
}
