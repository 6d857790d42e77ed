import { SaxesParser } from "saxes";
import { type Blog, plainSite } from "#tools/import/shared/blog.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";
import type { Said } from "#tools/replies/place.ts";
import type { PageContext } from "#tools/import/shared/page-context.ts";
import type { LeftOut } from "#tools/import/shared/report.ts";
import { unknownShortcode } from "#tools/import/body/shortcode-others.ts";
import { escapedHtml } from "#tools/import/body/shortcode-use.ts";
import { exportBlog, type ExportItem } from "./export.ts";
import { writtenDate } from "#tools/import/shared/values.ts";

interface Item {
  /** The texts of its elements by name; a postmeta's under `meta:` and its key. */
  readonly texts: Map<string, string>;
  readonly terms: { readonly domain: string; readonly label: string }[];
  /** The same of each comment. */
  readonly comments: Map<string, string>[];
}

/** Whether a file is WordPress' own export (WXR). */
export function isWordPressExport(file: string, tree: SourceTree): boolean {
  return /^[^/]+\.xml$/iu.test(file) && Buffer.from(tree.bytes(file)).subarray(0, 5000).includes("xmlns:wp=");
}

/** Reads WordPress' export: posts and pages with the addresses that stand there; what is no article stays behind. */
export function wordPressBlog(tree: SourceTree): Blog | undefined {
  const files = tree.files.filter((file) => isWordPressExport(file, tree));
  const [channel, ...items] = files.flatMap((file) => itemsOf(tree.text(file)));
  if (channel === undefined) return undefined;
  const of = (name: string) => channel.texts.get(name);
  const parts = new Map(items.map(({ texts }) => [texts.get("wp:post_id") ?? "", texts]));
  const articles = items.filter(({ texts }) => /^(?:post|page)$/u.test(texts.get("wp:post_type") ?? "post"));
  return exportBlog(
    tree,
    {
      kind: "wordpress",
      title: of("title"),
      description: of("description"),
      baseUrl: of("wp:base_blog_url") ?? of("link"),
    },
    articles.map((item) => itemOf(item, parts)).filter((item) => item.status !== "trash"),
    { left: items.flatMap(leftType), steps: [withShortcodesTold] },
  );
}

/** An article of a type that a plugin or a theme has made; WordPress' own others are parts of the site. */
function leftType({ texts }: Item): LeftOut[] {
  const type = texts.get("wp:post_type") ?? "post";
  const own =
    /^(?:post|page|attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+)$/u;
  const words = (texts.get("content:encoded") ?? "").trim();
  return own.test(type) || words === "" ? [] : [{ file: `${type}: ${texts.get("title") ?? ""}`, reason: "left-type" }];
}

function itemOf({ texts, terms, comments }: Item, parts: Parts): ExportItem {
  const of = (name: string) => texts.get(name)?.trim() || undefined;
  const link = URL.parse(of("link") ?? "");
  const labels = (domain: string) => terms.filter((term) => term.domain === domain).map(({ label }) => label);
  return {
    id: of("wp:post_id") ?? "",
    kind: of("wp:post_type") === "page" ? "page" : "post",
    title: of("title"),
    slug: of("wp:post_name"),
    path: link === null || link.search !== "" || link.pathname === "/" ? undefined : link.pathname,
    html: articleHtml(texts.get("content:encoded") ?? "", parts),
    date: writtenDate(of("wp:post_date"), plainSite.timeZone),
    status: of("wp:status") ?? "publish",
    fields: {
      updated: of("wp:post_modified"),
      description: of("excerpt:encoded"),
      author: of("dc:creator"),
      categories: labels("category").filter((label) => label !== "Uncategorized" && label !== "미분류"),
      tags: labels("post_tag"),
      image: parts.get(of("meta:_thumbnail_id") ?? "")?.get("wp:attachment_url"),
      password: of("wp:post_password"),
    },
    replies: comments.flatMap(replyIn),
  };
}

/** A comment that everybody may read; pingbacks and other blogs' traces are none. */
function replyIn(texts: Map<string, string>): Said[] {
  const of = (name: string) => texts.get(`wp:comment_${name}`)?.trim() ?? "";
  if (of("approved") !== "1" || !/^(?:comment)?$/u.test(of("type"))) return [];
  const [to, id] = [of("parent"), (number: string) => `wordpress:${number}`];
  return [
    {
      id: id(of("id")),
      to: /^0?$/u.test(to) ? undefined : id(to),
      name: of("author"),
      person: of("author_url"),
      url: "",
      date: `${of("date_gmt").replace(" ", "T")}Z`,
      html: articleHtml(of("content")),
    },
  ];
}

/** The channel and its items; where the XML breaks off, those before. */
function itemsOf(text: string): Item[] {
  const item = (): Item => ({ texts: new Map(), terms: [], comments: [] });
  let [words, metaKey, current] = ["", "", item()];
  const items = [current];
  const open: string[] = [];
  const parser = new SaxesParser();
  const add = (more: string) => {
    words += more;
  };
  parser.on("error", () => {});
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("opentag", ({ name }) => {
    open.push(name);
    words = "";
    if (name === "item") {
      current = item();
      items.push(current);
    }
    if (name === "wp:comment") current.comments.push(new Map());
  });
  parser.on("closetag", ({ name, attributes }) => {
    open.pop();
    const parent = open.at(-1);
    if (name === "wp:meta_key") metaKey = words;
    if (name === "wp:meta_value") current.texts.set(`meta:${metaKey}`, words);
    else if (parent === "wp:comment") current.comments.at(-1)?.set(name, words);
    else if (name === "category") current.terms.push({ domain: attributes["domain"] ?? "", label: words.trim() });
    else if (parent === "item" || (parent === "channel" && name !== "item" && items.length === 1))
      current.texts.set(name, words);
    words = "";
  });
  parser.write(text).close();
  return items;
}

/** Elements that stand as they are; between them blank lines end paragraphs. */
const whole =
  /(<(ul|ol|table|dl|figure|pre|h[1-6]|p|blockquote|div|iframe|video|audio|script|style)\b[\s\S]*?<\/\2>|<hr\b[^>]*>)/iu;

/** What articles name by number, pictures and blocks that several share: the texts of their items. */
type Parts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** An article of WordPress as plain HTML: its marks of blocks go, its shortcodes become elements, its blank lines paragraphs. */
function articleHtml(article: string, parts: Parts = new Map()): string {
  const written = withParts(article, parts);
  const text = withoutShortcodes(written.replace(/\r\n?/gu, "\n")).replace(
    /(\/wp-content\/uploads\/[^"'\s)]+?)-\d+x\d+(\.\w{3,4})/gu,
    "$1$2",
  );
  if (/<!-- wp:/u.test(text)) return text.replace(/<!-- \/?wp:[\s\S]*?-->\n?/gu, "");
  const pieces = text.replace(/<!--more[^>]*-->/gu, "").split(whole);
  return pieces.map((part, index) => (index % 3 === 0 ? paragraphs(part) : index % 3 === 1 ? part : "")).join("\n");
}

/** An article with links to others by their addresses (not `/?p=12`), with the blocks that it shares with others (one inside itself is left out), and the pictures of `[gallery ids="…"]`. */
function withParts(article: string, parts: Parts): string {
  const linked = article.replace(
    /(?<=\bhref=")[^"]*\/\?(?:p|page_id)=(\d+)(?=")/gu,
    (address, id: string) => parts.get(id)?.get("link") ?? address,
  );
  const whole = linked.replace(/<!-- wp:block \{"ref":(\d+)[^>]*\/-->/gu, (_, id: string) => {
    const rest = new Map([...parts].filter(([other]) => other !== id));
    return withParts(parts.get(id)?.get("content:encoded") ?? "", rest);
  });
  return whole.replace(/\[gallery\b[^\]]*?\bids="([\d, ]+)"[^\]]*\]/gu, (gallery, ids: string) => {
    const pictures = ids.split(",").flatMap((id) => parts.get(id.trim())?.get("wp:attachment_url") ?? []);
    return pictures.length === 0 ? gallery : pictures.map((src) => `<p><img src="${escapedHtml(src)}"></p>`).join("\n");
  });
}

/** What WordPress' `wpautop` makes of a text of the old editor: blank lines end paragraphs, single ones stay. */
function paragraphs(text: string): string {
  const parts = text.split(/\n{2,}/u).map((part) => part.trim());
  return parts.map((part) => (part === "" ? "" : `<p>${part.replace(/\n/gu, "<br>\n")}</p>`)).join("\n");
}

/** `[caption]`, `[code]`, `[embed]`, `[youtube]`: what WordPress itself would have made of them; others stay as they are. */
function withoutShortcodes(text: string): string {
  return text
    .replace(/\[caption\b([^\]]*)\]([\s\S]*?)\[\/caption\]/gu, (_, options: string, inside: string) => {
      const [, picture = "", words = ""] =
        /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/u.exec(inside) ?? [];
      const caption = words.trim() || (/\bcaption="([^"]*)"/u.exec(options)?.[1] ?? "");
      return picture === "" ? inside : `<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
    })
    .replace(/\[((?:source)?code|php|js|css|html|python|java)\b[^\]]*\]\n?[\s\S]*?\[\/\1\]/gu, codeOf)
    .replace(
      /\[(audio|video)\b[^\]]*?\b(?:src|mp3|mp4|m4a|ogg|wav|webm)="([^"]+)"[^\]]*\](?:\s*\[\/\1\])?/gu,
      '<p><$1 src="$2"></$1></p>',
    )
    .replace(/\[(?:embed|youtube|vimeo)\b[ =]*([^\]\s]*)[^\]]*\](?:\s*(https?:[^\s[]+)\s*\[\/\w+\])?/gu, frameOf);
}

/** What is left of shortcodes with arguments, which plugins have shown as something, named as such. */
function withShortcodesTold(body: string, context: PageContext): string {
  const shortcodes = /\\\[([a-z][\w-]*)((?: +[\w-]+="[^"\]\n]*")+) *\\\](?:([\s\S]*?)\\\[\/\1\\\])?/gu;
  return body.replace(shortcodes, (written: string, name: string, options: string, inner: string, start: number) => {
    const named = new Map(
      [...options.matchAll(/([\w-]+)="([^"]*)"/gu)].map(([, key = "", value = ""]) => [key, value]),
    );
    const isAlone = /(?:^|\n\n)$/u.test(body.slice(0, start)) && /^(?:\n|$)/u.test(body.slice(start + written.length));
    return unknownShortcode({ name, listed: [], named, inner, inline: !isAlone, start, context }).text;
  });
}

function codeOf(written: string): string {
  const [, name = "", options = "", inside = ""] = /^\[(\w+)([^\]]*)\]\n?([\s\S]*)\[/u.exec(written) ?? [];
  const language = /\blang(?:uage)?=["']?([\w#+-]+)/u.exec(options)?.[1] ?? (name.endsWith("code") ? "" : name);
  const code = escapedHtml(inside.replace(/<br\s*\/?>\n?/gu, "\n"));
  return `<pre><code class="language-${language}">${code}</code></pre>`;
}

function frameOf(written: string, given: string, inside: string | undefined): string {
  const address = inside ?? given;
  return /^https?:/u.test(address) ? `<iframe src="${address}"></iframe>` : written;
}
