import { type DefaultTreeAdapterMap, parse, serialize } from "parse5";
import { fixedPaths } from "#model/address.ts";
import { termSlug } from "#model/urlize.ts";
import { type Blog, plainSite, type SourcePage, type SourceSite } from "#tools/import/shared/blog.ts";
import { withOurAddresses } from "#tools/import/body/body.ts";
import { writtenDate } from "#tools/import/shared/dates.ts";
import { htmlToMarkdown } from "#tools/import/body/html-to-markdown.ts";
import { hugoPath, safeId } from "#tools/import/shared/addresses.ts";
import { isKorean } from "#tools/import/shared/pages.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";
import { listOf } from "#tools/import/shared/values.ts";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/** The key under which a post keeps its category with those above it. */
const above = "tistoryCategory";
const post = /^(?:.*\/)?(\d+)\/[^/]+\.html?$/u;

const site: SourceSite = { ...plainSite, kind: "tistory" };

/** Whether a file is a post of a Tistory backup: a page of HTML in a folder of its number. */
export function isTistoryPost(file: string): boolean {
  return post.test(file);
}

/** Reads a Tistory backup: numbered folders, each with an HTML file and its pictures; undefined for anything else. */
export function tistoryBlog(tree: SourceTree): Blog | undefined {
  const files = tree.files.filter((file) => post.test(file));
  if (files.length === 0) return undefined;
  const pages = files.map((file) => pageOf(file, tree));
  return {
    site,
    pages,
    left: [],
    lists: listRedirects(pages),
    folders: { published: [], content: [""], assets: [] },
    convert: (body, context) => withOurAddresses(articleMarkdown(body), context),
  };
}

function pageOf(file: string, tree: SourceTree): SourcePage {
  const html = tree.text(file);
  const root = parse(html);
  const number = post.exec(file)?.[1] ?? "";
  const title =
    textUnder(root, ["title-article", "title_post", "tit_post", "hd-title"]) ?? textUnder(root, [], "title") ?? file;
  const written =
    textUnder(root, ["date", "txt_date", "article-date"]) ??
    /\d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}(?:\.?\s+\d{1,2}:\d{2}(?::\d{2})?)?/u.exec(html)?.[0];
  const date = writtenDate(written, site.timeZone);
  const category = textUnder(root, ["category", "txt_category"]);
  const tags = (textUnder(root, ["tags", "tag", "box_tag"]) ?? "")
    .split(/[#,\n]/u)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  const name = hugoPath(title).replaceAll("/", "-") || number;
  return {
    file,
    kind: "post",
    id: safeId([`${number}-${name}`.slice(0, 80)]),
    bundle: file.slice(0, file.lastIndexOf("/")),
    language: "ko",
    title,
    path: `/posts/${name}/`,
    aliases: [`/${number}/`, ...entryPaths(title)],
    data: {
      title,
      ...(category === undefined ? {} : { categories: category.split("/").slice(-1), [above]: category }),
      tags,
    },
    date,
    draft: false,
    korean: isKorean(title + html),
  };
}

/** The address that a title gives with Tistory: its signs go, or stay, as the blog is old. */
function entryPaths(title: string): string[] {
  const plain = title.replace(/[^\p{L}\p{N}\p{M}\s_-]+/gu, "").trim();
  const paths = [title, plain].map((text) => text.replace(/\s+/gu, "-").replace(/[?#%]+/gu, ""));
  return [...new Set(paths)].filter((path) => path !== "").map((path) => `/entry/${path}/`);
}

/** Where Tistory's lists of a category or a tag lead with us. */
function listRedirects(pages: readonly SourcePage[]): (readonly [string, string])[] {
  const categories = pages.flatMap(({ data }) => (typeof data[above] === "string" ? [data[above]] : []));
  const tags = pages.flatMap(({ data }) => listOf(data["tags"]));
  const redirects = [
    ["/category/", fixedPaths.categories] as const,
    ["/tag/", fixedPaths.tags] as const,
    ...categories.map((path) => {
      const label = path.split("/").at(-1)?.trim() ?? path;
      return [`/category/${path}/`, `${fixedPaths.categories}${termSlug(label)}/`] as const;
    }),
    ...tags.map((tag) => [`/tag/${tag}/`, `${fixedPaths.tags}${termSlug(tag)}/`] as const),
  ];
  return [...new Map(redirects.filter(([from]) => !/[#?%]/u.test(from)))].sort(([a], [b]) => (a < b ? -1 : 1));
}

function articleMarkdown(html: string): string {
  const root = parse(html);
  const names = ["contents_style", "tt_article_useless_p_margin", "article-view", "article_view", "entry-content"];
  const article =
    names.map((name) => find(root, (node) => classes(node).includes(name))).find((node) => node !== undefined) ??
    find(root, ({ nodeName }) => nodeName === "body");
  return htmlToMarkdown(article === undefined ? html : serialize(article));
}

function textUnder(root: Node, names: readonly string[], tag?: string): string | undefined {
  const node =
    names.map((name) => find(root, (one) => classes(one).includes(name))).find((one) => one !== undefined) ??
    (tag === undefined ? undefined : find(root, ({ nodeName }) => nodeName === tag));
  const text = node === undefined ? "" : textOf(node).replace(/\s+/gu, " ").trim();
  return text === "" ? undefined : text;
}

function find(root: Node, fits: (node: Element) => boolean): Element | undefined {
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ("tagName" in node && fits(node)) return node;
    if ("childNodes" in node) open.push(...node.childNodes.toReversed());
  }
  return undefined;
}

function classes(node: Element): string[] {
  return (node.attrs.find(({ name }) => name === "class")?.value ?? "").split(/\s+/u);
}

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
