import { pageWord } from "#text/importing.ts";
import type { BodyContext } from "#tools/import/shared/blog.ts";
import type { Edit } from "./markdown-map.ts";
import { cardLink } from "./shortcode-embeds.ts";
import { escapedHtml } from "./shortcode-use.ts";

interface Element {
  readonly name: string;
  readonly attributes: string;
  readonly inside: string;
  readonly start: number;
  readonly end: number;
  /** True where it is a block of its own, so that Markdown may take its place. */
  readonly alone: boolean;
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

/** Edits for an element that may not be published: a frame or a known script as a link, another script or style goes; each with a warning. */
export function embedMarkup(element: Element, context: BodyContext): Edit[] {
  if (element.name === "noscript") return [];
  const source =
    attribute(element.attributes, "src") ??
    attribute(element.attributes, "data") ??
    attribute(/<source\b([^>]*)>/iu.exec(element.inside)?.[1] ?? "", "src");
  const isScript = element.name === "script" || element.name === "style";
  const address = source === undefined ? undefined : pageOf(source);
  if (isScript && (address === undefined || !/gist\.github\.com|speakerdeck|asciinema\.org\/a\//u.test(address))) {
    context.warn(element.name === "style" ? "style-dropped" : "script-dropped", element.start, {
      address: source ?? "",
    });
    return [{ start: element.start, end: element.end, text: "" }];
  }
  if (address === undefined) {
    context.warn("frame-empty", element.start, { name: element.name });
    return [{ start: element.start, end: element.end, text: element.inside.replace(/<[^>]*>/gu, "") }];
  }
  const own = context.link(address) ?? address;
  context.warn("embed-linked", element.start, { name: element.name, address: own });
  const usual = { video: "동영상", audio: "소리" }[element.name] ?? "";
  const named = services.find(([host]) => host.test(address))?.[1] ?? usual;
  const service = pageWord(named, context.page.korean);
  const title = attribute(element.attributes, "title") ?? insteadOf(element.inside);
  const card = { service, title, address: own, inLine: true };
  const markdown = cardLink(card).text;
  const text = element.alone ? markdown : htmlLink(card, markdown);
  return [{ start: element.start, end: element.end, text }];
}

/** What an author wrote for readers without the player; the usual complaint about old browsers says nothing of it. */
function insteadOf(inside: string): string {
  const words = inside
    .replace(/<[^>]*>/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return /support|지원/iu.test(words) ? "" : words;
}

function htmlLink(card: { address: string }, markdown: string): string {
  const shown = /^\[((?:[^\]\\]|\\.)*)\]/u.exec(markdown)?.[1]?.replace(/\\([[\]])/gu, "$1") ?? card.address;
  return `<a href="${escapedHtml(card.address)}">${escapedHtml(shown)}</a>`;
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
