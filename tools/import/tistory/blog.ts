import { type DefaultTreeAdapterMap, parse, serialize } from "parse5";
import { fixedPaths } from "#model/address.ts";
import { htmlToMarkdown } from "#tools/import/body/html-to-markdown.ts";
import { hugoPath, safeId } from "#tools/import/shared/addresses.ts";
import {
  type Blog,
  type ListRedirect,
  plainSite,
  type SourcePage,
  type SourceSite,
} from "#tools/import/shared/blog.ts";
import type { PageContext } from "#tools/import/shared/page-context.ts";
import { folderOf, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { termLists } from "#tools/import/shared/lists.ts";
import { listOf, textAt, textOf, writtenDate } from "#tools/import/shared/values.ts";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/** The key under which a post keeps its category with those above it. */
const above = "tistoryCategory";
const post = /^(?:.*\/)?(\d+)\/[^/]+\.html?$/u;

const site: SourceSite = { ...plainSite, kind: "tistory" };
/** What the places for comments are called, by class or id. */
const commentPlace = /(?<![a-z])(?:comments?|repl(?:y|ies)|guestbook)(?![a-z])/iu;

/** Whether a file is a post of a Tistory backup: a page of HTML in a folder of its number. */
export function isTistoryPost(file: string): boolean {
  return post.test(file);
}

/** Reads a Tistory backup: numbered folders, each with an HTML file and its pictures. */
export function tistoryBlog(tree: SourceTree): Blog {
  const pages = tree.files.filter(isTistoryPost).map((file) => pageOf(file, tree.text(file)));
  return {
    site,
    pages,
    left: [],
    lists: listRedirects(pages),
    folders: { published: [], content: [""], assets: [] },
    steps: [articleMarkdown],
  };
}

function pageOf(file: string, html: string): SourcePage {
  const all = elementsIn(html);
  const number = post.exec(file)?.[1] ?? "";
  const said = (names: string) => textOf(wordsOf(elementOf(all, names)).replace(/\s+/gu, " "));
  const title = said(".title-article .title_post .tit_post .hd-title title") ?? number;
  const written =
    said(".date .txt_date .article-date") ??
    /\d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}(?:\.?\s+\d{1,2}:\d{2}(?::\d{2})?)?/u.exec(html)?.[0];
  const category = said(".category .txt_category");
  const name = hugoPath(title).replaceAll("/", "-") || number;
  return {
    file,
    kind: "post",
    id: safeId([`${number}-${name}`.slice(0, 80)]),
    bundle: folderOf(file),
    language: "ko",
    title,
    path: `/posts/${name}/`,
    aliases: [`/${number}/`, ...entryPaths(title)],
    data: {
      title,
      ...(category === undefined ? {} : { categories: category.split("/").slice(-1), [above]: category }),
      tags: listOf(said(".tags .tag .box_tag"), /[#,\n]/u),
    },
    date: writtenDate(written, site.timeZone),
    draft: false,
  };
}

/** The address that a title gives with Tistory: its signs go, or stay, as the blog is old. */
function entryPaths(title: string): string[] {
  const plain = title.replace(/[^\p{L}\p{N}\p{M}\s_-]+/gu, "").trim();
  const paths = [title, plain].map((text) => text.replace(/\s+/gu, "-").replace(/[?#%]+/gu, ""));
  return [...new Set(paths)].filter((path) => path !== "").map((path) => `/entry/${path}/`);
}

/** Where Tistory's lists of a category or a tag lead with us. */
function listRedirects(pages: readonly SourcePage[]): ListRedirect[] {
  const categories = pages.flatMap(({ data }) => textAt(data, above) ?? []);
  const tags = pages.flatMap(({ data }) => listOf(data["tags"]));
  const higher = categories.flatMap((path) =>
    path.split("/").map((_, depth, parts) => parts.slice(0, depth).join("/")),
  );
  return [
    ...tags.flatMap((tag) => termLists(["tags", tag], `/tag/${tag}/`)),
    ...categories.flatMap((path) =>
      termLists(["categories", path.split("/").at(-1)?.trim() ?? path], `/category/${path}/`),
    ),
    ["/tag/", fixedPaths.tags],
    ...higher.map((path) => [`/category/${path}${path && "/"}`, fixedPaths.categories] as const),
  ];
}

/** The article of a page as Markdown. Comments may be secret, which a page does not surely say: they are counted, not brought. */
function articleMarkdown(html: string, context: PageContext): string {
  const names = ".contents_style .tt_article_useless_p_margin .article-view .article_view .entry-content body";
  const all = elementsIn(html);
  const article = elementOf(all, names);
  const page = all.get("html");
  const comments = page ? commentsIn(page, article).join(" ") : "";
  const count = comments.match(/\d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}/gu)?.length ?? 1;
  if (comments.trim() !== "") context.note("comments-left", { count });
  return htmlToMarkdown(article === undefined ? html : serialize(article), context);
}

/** The words of each place for comments outside an article. */
function commentsIn(node: Node, article: Element | undefined): string[] {
  if (node === article) return [];
  const names = "attrs" in node ? node.attrs.filter(({ name }) => name === "class" || name === "id") : [];
  if (names.some(({ value }) => commentPlace.test(value))) return [wordsOf(node)];
  return "childNodes" in node ? node.childNodes.flatMap((child) => commentsIn(child, article)) : [];
}

/** The elements of a page by what they are called (`.class` or `tag`), the first of each name. */
function elementsIn(html: string): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  const open: Node[] = [parse(html)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ("childNodes" in node) open.push(...node.childNodes.toReversed());
    if (!("tagName" in node)) continue;
    const classes = node.attrs.find(({ name }) => name === "class")?.value.split(/\s+/u) ?? [];
    for (const name of [node.tagName, ...classes.map((one) => `.${one}`)]) found.set(name, found.get(name) ?? node);
  }
  return found;
}

/** The first of these names that stands in a page. */
function elementOf(all: ReadonlyMap<string, Element>, names: string): Element | undefined {
  return all.get(names.split(" ").find((name) => all.has(name)) ?? "");
}

function wordsOf(node?: Node): string {
  if (node === undefined || "value" in node) return node?.value ?? "";
  return "childNodes" in node ? node.childNodes.map(wordsOf).join("") : "";
}
