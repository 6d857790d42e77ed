import { SaxesParser } from "saxes";
import { decodedText } from "#markdown/raw-tokens.ts";
import { decoded } from "#model/urlize.ts";
import { type Blog, type ListRedirect, plainSite } from "#tools/import/shared/blog.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";
import { listAt, type Said } from "#tools/replies/place.ts";
import type { LeftOut } from "#tools/import/shared/report.ts";
import { articleHtml, type Parts, withFootnotes } from "./article.ts";
import { exportBlog, type ExportItem } from "./export.ts";
import { withoutSquareTags } from "./square-tags.ts";
import { termLists } from "#tools/import/shared/lists.ts";
import { valueIn } from "#tools/import/shared/front-matter.ts";
import { type Data, writtenDate } from "#tools/import/shared/values.ts";

interface Item {
  /** The texts of its elements by name; a postmeta's under `meta:` and its key. */
  readonly texts: Map<string, string>;
  readonly terms: { readonly domain: string; readonly nicename: string; readonly label: string }[];
  /** The same of each comment. */
  readonly comments: Map<string, string>[];
}

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
  const site = {
    kind: "wordpress",
    title: wordsOf(of("title")),
    description: wordsOf(of("description")),
    baseUrl: of("wp:base_blog_url") ?? of("link"),
  };
  const kept = articles.map((item) => itemOf(item, parts, channel.texts)).filter((item) => item.status !== "trash");
  const lists = articles.flatMap(listsOf);
  return { ...exportBlog(tree, site, kept), lists, left: items.flatMap(leftType), steps: [withoutSquareTags] };
}

function listsOf({ terms }: Item): ListRedirect[] {
  return terms.flatMap(({ domain, nicename, label }) => {
    if (domain === "category") return termLists(["categories", label], `/category/${decoded(nicename)}/`, "feed/");
    return domain === "post_tag" ? termLists(["tags", label], `/tag/${decoded(nicename)}/`, "feed/") : [];
  });
}

/** An article of a type that a plugin or a theme has made; WordPress' own others are parts of the site. */
function leftType({ texts }: Item): LeftOut[] {
  const type = texts.get("wp:post_type") ?? "post";
  const own =
    /^(?:post|page|attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+)$/u;
  const words = (texts.get("content:encoded") ?? "").trim();
  return own.test(type) || words === "" ? [] : [{ file: `${type}: ${texts.get("title") ?? ""}`, reason: "left-type" }];
}

function itemOf({ texts, terms, comments }: Item, parts: Parts, authors: Item["texts"]): ExportItem {
  const of = (name: string) => texts.get(name)?.trim() || undefined;
  const link = URL.parse(of("link") ?? "");
  const cover = parts.get(of("meta:_thumbnail_id") ?? "");
  const labels = (domain: string) => terms.filter((term) => term.domain === domain).map(({ label }) => label);
  return {
    id: of("wp:post_id") ?? "",
    kind: of("wp:post_type") === "page" ? "page" : "post",
    title: wordsOf(of("title")) || undefined,
    slug: of("wp:post_name"),
    path: link === null || link.search !== "" || link.pathname === "/" ? undefined : link.pathname,
    oldSlugs: of("meta:_wp_old_slug")?.split(" "),
    html: withFootnotes(
      articleHtml(texts.get("content:encoded") ?? "", parts, of("wp:post_id")),
      listAt({ notes: valueIn(of("meta:footnotes") ?? "", "json")?.value }, "notes"),
    ),
    date: writtenDate(of("wp:post_date"), plainSite.timeZone),
    status: of("wp:status") ?? "publish",
    fields: {
      updated: of("wp:post_modified"),
      description: ["excerpt:encoded", ...summaries].map((name) => wordsOf(of(name))).find(Boolean),
      author: authors.get(`author:${of("dc:creator")}`) ?? of("dc:creator"),
      series: labels("series"),
      categories: labels("category").filter((label) => label !== "Uncategorized" && label !== "미분류"),
      tags: labels("post_tag"),
      image: cover?.get("wp:attachment_url"),
      imageAlt: cover?.get("meta:_wp_attachment_image_alt"),
      customFields: customFields(texts),
      password: of("wp:post_password"),
      visibility: isForMembers(texts) ? "members" : undefined,
    },
    replies: comments.flatMap(replyIn),
  };
}

/** Where plugins for search engines keep what a post says of itself. */
const summaries = ["meta:_yoast_wpseo_metadesc", "meta:rank_math_description", "meta:_aioseo_description"];

/** Where Jetpack and plugins say who may read a post, and parts that only members may, by blocks and shortcodes. */
const accesses = ["meta:_jetpack_newsletter_access", "meta:_members_access_role", "meta:rcp_subscription_level"];
const forMembers =
  /<!-- wp:(?:jetpack\/paywall|premium-content\/)|\[(?:su_)?(?:private|members?(?:[_-]?only|ship)?|restrict|loggedin|um_loggedin|wpmem_logged_in|swpm_protected|ihc-hide-content|mepr-(?:active|show))(?:\]| [\w-]+=)/u;

function isForMembers(texts: Item["texts"]): boolean {
  const isKept = (access = "") => access !== "" && access !== "everybody";
  return accesses.some((key) => isKept(texts.get(key))) || forMembers.test(texts.get("content:encoded") ?? "");
}

/** The fields of Advanced Custom Fields, each with the number of its kind beside it. */
function customFields(texts: Item["texts"]): Data | undefined {
  const isWritten = ([name, value]: [string, string]) =>
    value !== "" && !/^[aO]:\d/u.test(value) && texts.get(name.replace(":", ":_"))?.startsWith("field_");
  const written = [...texts].filter(isWritten).map(([name, value]) => [name.slice("meta:".length), value]);
  return written.length === 0 ? undefined : (Object.fromEntries(written) as Data);
}

/** What readers saw of a title, the name of a term or a summary, which are HTML. */
function wordsOf(html = ""): string {
  const lines = html.replace(/<(?:br|\/?p)\b[^>]*>/giu, " ");
  return decodedText(
    lines.replace(/<\/?(?:[abisu]|code|del|em|font|ins|mark|small|span|strong|su[bp])\b[^>]*>/giu, ""),
  ).trim();
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
    if (name === "wp:meta_key") metaKey = `meta:${words}`;
    if (name === "wp:meta_value" && parent === "wp:postmeta") {
      const before = metaKey === "meta:_wp_old_slug" ? (current.texts.get(metaKey) ?? "") : "";
      current.texts.set(metaKey, `${before} ${words}`.trim());
    } else if (name === "wp:author_login") metaKey = `author:${words}`;
    else if (name === "wp:author_display_name") current.texts.set(metaKey, words);
    else if (parent === "wp:comment") current.comments.at(-1)?.set(name, words);
    else if (name === "category")
      current.terms.push({ domain: "", nicename: "", ...attributes, label: wordsOf(words) });
    else if (parent === "item" || (parent === "channel" && name !== "item" && items.length === 1))
      current.texts.set(name, words);
    words = "";
  });
  parser.write(text).close();
  return items;
}
