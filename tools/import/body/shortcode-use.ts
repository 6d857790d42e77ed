import { oneLine } from "#markdown/tree.ts";
import { isFilm, mediaName } from "#model/media.ts";
import { pictureName } from "#reading/pictures.ts";
import type { PageContext } from "#tools/import/shared/page-context.ts";
import { onceEach } from "#model/once.ts";
import data from "./shortcode-names.json" with { type: "json" };

/** A shortcode as its converters see it. */
export interface Use {
  readonly name: string;
  readonly listed: readonly string[];
  readonly named: ReadonlyMap<string, string>;
  /** All that is written behind the name, where the system reads no arguments. */
  readonly rest?: string;
  /** What stood between its tags, already converted; absent for a lone tag. */
  readonly inner?: string;
  /** What stood between its tags as written, for code and data. */
  readonly raw?: string;
  /** True where the tag stands inside a line of text, a table row or a heading. */
  readonly inline: boolean;
  /** Offset of the tag in the source's body. */
  readonly start: number;
  readonly context: PageContext;
}

/** Markdown for a shortcode, and whether it needs lines of its own. */
export interface Converted {
  readonly text: string;
  readonly block: boolean;
}

const setOf = onceEach((names: string) => new Set(names.split(" ")));

/** Whether one of these names, apart by blanks, is a shortcode's, hyphens and low lines aside. */
function isAmong(name: string, names: string): boolean {
  return setOf(names).has(name.replace(/[-_]/gu, ""));
}

/** Whether a shortcode is of a kind by its name. */
export function isOf(kind: keyof typeof data.kinds, { name }: Pick<Use, "name">): boolean {
  return isAmong(name, data.kinds[kind]);
}

/** What is known of a shortcode as a mark around words, a diagram or an embed; undefined where it is none. */
export function known<List extends "marks" | "diagrams" | "embeds">(list: List, { name }: Pick<Use, "name">) {
  const rows: readonly (typeof data)[List][number][] = data[list];
  return rows.find(({ names }) => isAmong(name, names));
}

const named = [...data.marks, ...data.embeds].map(({ names }) => names);
const knownNames = [...Object.values(data.kinds), ...named].join(" ");

/** Whether something is made of a shortcode of this name. */
export function isKnown(name: string): boolean {
  return isAmong(name.toLowerCase(), knownNames);
}

/** The arguments in what is written behind a name: `말 "말 여럿" key=값`; an apostrophe in a word is no quote. */
export function argumentsIn(written: string): { listed: string[]; named: Map<string, string> } {
  const named = new Map<string, string>();
  const listed: string[] = [];
  for (const [, key, ...quoted] of written.matchAll(
    /(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s"'=](?:[^\s"']|(?<=[\p{L}\p{N}])'(?=\p{L})|'(?![^']*'))*))/gu,
  )) {
    const value = (quoted.find((one) => one !== undefined) ?? "").replaceAll('\\"', '"');
    if (key === undefined) listed.push(value);
    else named.set(key.toLowerCase(), value);
  }
  return { listed, named };
}

/** The first named argument that is not empty, else the one at `position`. */
export function argumentOf(use: Use, names: readonly string[], position = -1): string | undefined {
  const named = names.map((name) => use.named.get(name)?.trim()).find((value) => value !== undefined && value !== "");
  const value = named ?? use.listed[position]?.trim();
  return value === "" ? undefined : value;
}

/** What ends in a picture file's name, also with a query or a fragment behind it. */
export const pictureFile = new RegExp(`${pictureName.source.slice(0, -1)}(?:[?#].*)?$`, "iu");

/** Markdown with lines of its own. */
export function block(text: string): Converted {
  return { text, block: true };
}

/** Markdown inside a line. */
export function inline(text: string): Converted {
  return { text: text.replace(/\s*\n\s*/gu, " ").trim(), block: false };
}

/** A text as a link's or a picture's label: brackets escaped, one line. */
export function label(text: string): string {
  return oneLine(text).replace(/[[\]]/gu, "\\$&");
}

/** A link as Markdown: `[글](/posts/글/)`. */
export function markdownLink(text: string, address: string): string {
  return `[${label(text)}](${destination(address)})`;
}

/** A picture as Markdown, with its title where that is not empty: `![말](그림.png "제목")`. */
export function markdownPicture(alt: string, address: string, title = ""): string {
  const shown = title === "" ? "" : ` "${title.replace(/["\\]/gu, "\\$&")}"`;
  return `![${label(alt)}](${destination(address)}${shown})`;
}

/** The parts that are not empty, as one text. */
export function joined(parts: readonly (string | undefined)[], between: string): string {
  return parts.filter((part) => part !== undefined && part !== "").join(between);
}

/** An address as Markdown needs it: in angle brackets where it holds blanks or brackets. */
export function destination(address: string): string {
  return /[\s()<>]/u.test(address) ? `<${address.replace(/[<>]/gu, encodeURIComponent)}>` : address;
}

/** Markdown or HTML without its marks, for places that take plain text. */
export function plain(text: string): string {
  const words = text.replace(/<[^>]+>/gu, "").replace(/!?\[([^\]]*)\]\([^)]*\)/gu, "$1");
  return oneLine(words.replace(/[*`]+/gu, ""));
}

/** Text for between tags or in a double-quoted attribute, entities that it holds kept. */
export function escapedHtml(text: string): string {
  return text
    .replace(/&(?!#?\w+;)/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/"/gu, "&quot;");
}

/** Servers of blogs, whose pictures go when the blog goes. */
const blogServers =
  /velcdn\.com|(?:daum|kakao)cdn\.net|pstatic\.net|tistory\.com|secure\.notion-static\.com|notion\.so|prod-files-secure|wp\.com|wordpress\.com|ghost\.io/u;

/** Warns of a picture that is not brought along: none is there, it cannot be published, or it stays on the old blog's server. */
export function missingPicture(address: string, offset: number, context: PageContext): void {
  const url = URL.parse(address.startsWith("//") ? `https:${address}` : address);
  const { find, links } = context.tools;
  const file = find(links.local(address) ?? address, context.page);
  if (url === null) context.warn(file ? "picture-refused" : "import-picture-missing", offset, { address });
  else if (blogServers.test(url.host) || url.host === URL.parse(context.site.baseUrl ?? "")?.host)
    context.warn("picture-elsewhere", offset, { address });
}

const saidOfPlayers =
  /\s(?:width|height|loop|muted|title|aria-label)\b(?:\s*=\s*(?:"[^"]+"|'[^']+'|[^\s"'>]+)|(?=[\s/>]|$))/giu;

/** A film or a sound of the blog's own as an element that our pages play, with what its author says of it; undefined for any other. */
export function ownPlayer(address: string, written: string, context: PageContext): string | undefined {
  const own = mediaName.test(address.replace(/[?#].*$/u, "")) ? context.picture(address) : undefined;
  if (own === undefined) return undefined;
  const said = written.match(saidOfPlayers)?.join("") ?? "";
  const name = isFilm(own) ? "video" : "audio";
  return `<${name} controls src="${escapedHtml(own)}"${said}></${name}>`;
}

/** HTML whose blank lines are spelled out, as a blank line would end it in Markdown. */
export function withoutBlankLines(html: string): string {
  return html.replace(/\n(?:[ \t]*\n)+/gu, (lines) => `\n${"&#10;".repeat(lines.split("\n").length - 2)}`);
}
