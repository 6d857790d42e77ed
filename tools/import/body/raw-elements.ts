import { pageWord } from "#text/importing.ts";
import type { PageContext } from "#tools/import/shared/page-context.ts";
import { cardWords } from "./shortcode-media.ts";
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

const services: readonly (readonly [RegExp, string])[] = [
  [/(?:youtube(?:-nocookie)?\.com|youtu\.be)/u, "YouTube"],
  [/vimeo\.com/u, "Vimeo"],
  [/(?:twitter|x)\.com/u, "X"],
  [/instagram\.com/u, "Instagram"],
  [/gist\.github\.com/u, "Gist"],
  [/codepen\.io/u, "CodePen"],
  [/codesandbox\.io/u, "CodeSandbox"],
  [/stackblitz\.com/u, "StackBlitz"],
  [/jsfiddle\.net/u, "JSFiddle"],
  [/slideshare\.net/u, "SlideShare"],
  [/speakerdeck\.com/u, "Speaker Deck"],
  [/docs\.google\.com/u, "Google Docs"],
  [/drive\.google\.com/u, "Google Drive"],
  [/google\.[a-z.]+\/maps|maps\.google|map\.(?:naver|kakao)/u, "지도"],
  [/spotify\.com/u, "Spotify"],
  [/soundcloud\.com/u, "SoundCloud"],
  [/(?:tv\.naver|tv\.kakao)\.com/u, "동영상"],
];

/** What stands for an element that may not be published: a frame or a known script is a link, another script or style goes; each with a warning. */
export function embedMarkup({ name, attributes, inside, start, place }: RawElement, context: PageContext): string {
  const inner = /<source\b([^>]*)>/iu.exec(inside)?.[1] ?? "";
  const source = attribute(attributes, "src") ?? attribute(attributes, "data") ?? attribute(inner, "src");
  const address = source && pageOf(source);
  const isCode = name === "script" || name === "style";
  if (isCode && !/gist\.github\.com|speakerdeck|asciinema\.org\/a\//u.test(address ?? "")) {
    context.warn(`${name}-dropped`, start, { address: source ?? "" });
    return "";
  }
  if (address === undefined) {
    context.warn("frame-empty", start, { name });
    return inside.replace(/<[^>]*>/gu, "");
  }
  const own = context.link(address) ?? address;
  context.warn("embed-linked", start, { name, address: own });
  const usual = { video: "동영상", audio: "소리" }[name] ?? "";
  const service = pageWord(services.find(([host]) => host.test(address))?.[1] ?? usual, context.page.korean);
  const shown = cardWords(service, attribute(attributes, "title") ?? insteadOf(inside), own);
  return place === "whole" ? markdownLink(shown, own) : `<a href="${escapedHtml(own)}">${escapedHtml(shown)}</a>`;
}

/** What an author wrote for readers without the player; the usual complaint about old browsers says nothing of it. */
function insteadOf(inside: string): string {
  const words = oneLine(inside.replace(/<[^>]*>/gu, " "));
  return /support|지원/iu.test(words) ? "" : words;
}

function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "iu").exec(attributes);
  const value = (match?.[1] ?? match?.[2] ?? match?.[3])?.trim().replace(/&amp;/gu, "&");
  return value === "" ? undefined : value;
}

/** The page that people open for a player's address. */
function pageOf(source: string): string {
  const address = source.startsWith("//") ? `https:${source}` : source;
  const video = /youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,})/u.exec(address)?.[1];
  if (video !== undefined && video !== "videoseries") return `https://www.youtube.com/watch?v=${video}`;
  const vimeo = /player\.vimeo\.com\/video\/(\d+)/u.exec(address)?.[1];
  if (vimeo !== undefined) return `https://vimeo.com/${vimeo}`;
  return address.replace(/^(https:\/\/gist\.github\.com\/[^?#]+?)\.js/u, "$1");
}
