import { shortcodeMarkdown } from "#tools/import/body/hugo-tags.ts";
import { isEmbed } from "#tools/import/body/shortcode-media.ts";
import { unknownShortcode } from "#tools/import/body/shortcode-others.ts";
import { argumentsIn, type Converted, escapedHtml, isOf, type Use } from "#tools/import/body/shortcode-use.ts";
import { type Tag, withoutTags, type Written } from "#tools/import/body/tags.ts";
import type { PageContext } from "#tools/import/shared/page-context.ts";

/** Elements that stand as they are; between them blank lines end paragraphs. */
const whole =
  /(<(ul|ol|table|dl|figure|pre|h[1-6]|p|blockquote|div|iframe|video|audio|script|style)\b[\s\S]*?<\/\2>|<hr\b[^>]*>)/iu;

/** What articles name by number, pictures and blocks that several share: the texts of their items. */
export type Parts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** An article of WordPress as plain HTML: its marks of blocks go, its shortcodes become elements, its blank lines paragraphs. */
export function articleHtml(article: string, parts: Parts = new Map(), id = ""): string {
  const written = withParts(article, parts, id).replace(
    /\bhttps?:\/\/i\d\.wp\.com\/([^"'\s?]+)\?[^"'\s]*/gu,
    "https://$1",
  );
  const text = withoutShortcodes(written.replace(/\r\n?/gu, "\n")).replace(
    /(\/wp-content\/uploads\/[^"'\s)]+?)-\d+x\d+(\.\w{3,4})/gu,
    "$1$2",
  );
  if (/<!-- wp:/u.test(text)) return text.replace(/<!-- \/?wp:[\s\S]*?-->\n?/gu, "");
  const pieces = text.replace(/<!--more[^>]*-->/gu, "").split(whole);
  return pieces.map((part, index) => (index % 3 === 0 ? paragraphs(part) : index % 3 === 1 ? part : "")).join("\n");
}

/** An article with links to others by their addresses (not `/?p=12`), with the blocks that it shares with others (one inside itself is left out), and the pictures of `[gallery ids="…"]`, or of the article itself. */
function withParts(article: string, parts: Parts, own: string): string {
  const linked = article.replace(
    /(?<=\bhref=")[^"]*\/\?(?:p|page_id)=(\d+)(?=")/gu,
    (address, id: string) => parts.get(id)?.get("link") ?? address,
  );
  const whole = linked.replace(/<!-- wp:block \{"ref":(\d+)[^>]*\/-->/gu, (_, id: string) => {
    const rest = new Map([...parts].filter(([other]) => other !== id));
    return withParts(parts.get(id)?.get("content:encoded") ?? "", rest, id);
  });
  const attached = () => [...parts.values()].filter((part) => own !== "" && part.get("wp:post_parent") === own);
  return whole.replace(/\[gallery\b[^[\]]*\]/gu, (gallery) => {
    const ids = /\bids="([\d, ]+)"/u
      .exec(gallery)?.[1]
      ?.split(",")
      .map((id) => parts.get(id.trim()));
    const pictures = (ids ?? attached()).flatMap((part) => part?.get("wp:attachment_url") ?? []);
    return pictures.length === 0 ? gallery : pictures.map((src) => `<p><img src="${escapedHtml(src)}"></p>`).join("\n");
  });
}

/** What WordPress' `wpautop` makes of a text of the old editor: blank lines end paragraphs, single ones stay. */
function paragraphs(text: string): string {
  const parts = text.split(/\n{2,}/u).map((part) => part.trim());
  return parts.map((part) => (part === "" ? "" : `<p>${part.replace(/\n/gu, "<br>\n")}</p>`)).join("\n");
}

/** `[caption]` and `[code]` as HTML; others stay as they are. */
function withoutShortcodes(text: string): string {
  return text
    .replace(
      /\[caption\b([^[\]]*)\]((?:(?!\[caption\b)[\s\S])*?)\[\/caption\]/gu,
      (_, options: string, inside: string) => {
        const [, picture = "", words = ""] =
          /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/u.exec(inside) ?? [];
        const caption = words.trim() || (/\bcaption="([^"]*)"/u.exec(options)?.[1] ?? "");
        return picture === "" ? inside : `<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
      },
    )
    .replace(/\[((?:source)?code|php|js|css|html|python|java)\b[^[\]]*\]\n?[\s\S]*?\[\/\1\]/gu, codeOf);
}

const written = /\\\[(\/?)([a-z][a-z\d]*(?:(?:\\_|-)[a-z\d]+)*)((?:[ =][^\n]{0,2000}?)?)\\\]/giu;
const marked = /\{\[(\/?)([\w-]+)([^\n]{0,4000}?)(\/?)\]\}/uy;

/** A body whose shortcodes have become Markdown: words in brackets that are closed, have arguments, an address or a plugin's name; others stay words. */
export function withoutSquareTags(body: string, context: PageContext): string {
  const closed = new Set([...body.matchAll(/\\\[\/([\w\\-]+?)\\\]/gu)].map(([, name]) => name));
  const marks = body.replace(written, (whole: string, ...[slash = "", name = "", rest = ""]: string[]) => {
    const isPlugin = /_/u.test(name) || /=["']/u.test(rest) || closed.has(name) || isOf("unseen", { name });
    const isTag = slash !== "" || isPlugin || (isEmbed({ name }) && /https?:|^[ =](?=\S*\d)[\w-]{6,}$/u.test(rest));
    return isTag ? `{[${`${slash}${name}${rest}`.replace(/\\([^\p{L}\p{N}\s])/gu, "$1")}]}` : whole;
  });
  if (marks === body) return body;
  const dialect = {
    opening: "\\{\\[",
    closing: (name: string) => `\\{\\[/${name}\\]\\}`,
    read: tagAt,
    code: (code: string) => code,
    markdown: squareTag,
    unopened: ({ start, name }: Tag) => context.warn("shortcode-unopened", start, { name }),
  };
  return withoutTags({ body: marks, context, dialect });
}

function tagAt(body: string, start: number): Tag | Written {
  marked.lastIndex = start;
  const [whole, slash, name = "", rest = "", alone] = marked.exec(body) ?? [];
  if (whole === undefined) return { text: body.slice(start, start + 2), end: start + 2 };
  const closes = slash === "/" ? name : undefined;
  const end = start + whole.length;
  return { name, ...argumentsIn(rest.replace(/^=/u, "")), closes, isAlone: alone === "/", start, end };
}

/** Shortcodes of Shortcodes Ultimate begin in `su_`; `[embed]` holds its address. */
function squareTag(use: Use): Converted {
  const address = /^\s*<?(https?:\/\/[^\s>]+)>?\s*$/u.exec(use.inner ?? "")?.[1];
  // One whose pictures are not in the export.
  if (use.name === "gallery") return unknownShortcode(use);
  const { inner, ...rest } = { ...use, name: use.name.replace(/^su_/u, "") };
  return shortcodeMarkdown(address === undefined ? { ...use, name: rest.name } : { ...rest, listed: [address] });
}

function codeOf(written: string): string {
  const [, name = "", options = "", inside = ""] = /^\[(\w+)([^\]]*)\]\n?([\s\S]*)\[/u.exec(written) ?? [];
  const language = /\blang(?:uage)?=["']?([\w#+-]+)/u.exec(options)?.[1] ?? (name.endsWith("code") ? "" : name);
  const code = escapedHtml(inside.replace(/<br\s*\/?>\n?/gu, "\n"));
  return `<pre><code class="language-${language}">${code}</code></pre>`;
}
