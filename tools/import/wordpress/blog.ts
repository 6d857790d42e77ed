import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { Blog } from "#tools/import/shared/blog.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";
import { articleHtml, type Parts } from "./article.ts";
import type { Said } from "#tools/replies/place.ts";
import { exportBlog, type ExportItem } from "./export.ts";

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
  const parts = new Map(items.map(({ texts }) => [texts.get("wp:post_id") ?? "", texts]));
  const articles = items.filter(({ texts }) => /^(?:post|page)$/u.test(texts.get("wp:post_type") ?? "post"));
  const base = channel.texts.get("wp:base_blog_url") ?? channel.texts.get("link");
  const site = {
    kind: "wordpress",
    title: channel.texts.get("title"),
    description: channel.texts.get("description"),
    baseUrl: base,
  } as const;
  return exportBlog(
    tree,
    site,
    articles.map((item) => itemOf(item, parts)).filter((item) => item.status !== "trash"),
  );
}

function itemOf({ texts, terms, comments }: Item, parts: Parts): ExportItem {
  const of = (name: string) => texts.get(name)?.trim() || undefined;
  const link = URL.parse(of("link") ?? "");
  const labels = (domain: string) => terms.filter((term) => term.domain === domain).map(({ label }) => label);
  const date = of("wp:post_date");
  return {
    id: of("wp:post_id") ?? "",
    kind: of("wp:post_type") === "page" ? "page" : "post",
    title: of("title"),
    slug: of("wp:post_name"),
    path: link === null || link.search !== "" || link.pathname === "/" ? undefined : link.pathname,
    html: articleHtml(texts.get("content:encoded") ?? "", parts),
    date: date?.startsWith("0000") ? undefined : date,
    status: of("wp:status") ?? "publish",
    fields: {
      updated: of("wp:post_modified")?.replace(/^0000.*/u, ""),
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
  const items: Item[] = [{ texts: new Map(), terms: [], comments: [] }];
  const parser = new SaxesParser();
  const open: SaxesTagPlain[] = [];
  let words = "";
  const meta = { key: "" };
  parser.on("error", () => {});
  parser.on("opentag", (tag) => {
    open.push(tag);
    words = "";
    if (tag.name === "item") items.push({ texts: new Map(), terms: [], comments: [] });
    if (tag.name === "wp:comment") items.at(-1)?.comments.push(new Map());
  });
  const add = (more: string) => {
    words += more;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", ({ name, attributes }) => {
    open.pop();
    const item = items.at(-1);
    const parent = open.at(-1)?.name;
    if (name === "wp:meta_key") meta.key = words;
    if (name === "wp:meta_value") item?.texts.set(`meta:${meta.key}`, words);
    else if (parent === "wp:comment") item?.comments.at(-1)?.set(name, words);
    else if (name === "category") item?.terms.push({ domain: attributes["domain"] ?? "", label: words.trim() });
    else if (parent === "item" || (parent === "channel" && name !== "item" && items.length === 1))
      item?.texts.set(name, words);
    words = "";
  });
  parser.write(text).close();
  return items;
}
