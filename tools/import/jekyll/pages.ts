import { readSource, type Source } from "#tools/import/shared/front-matter.ts";
import { type Address, safeId } from "#tools/import/shared/addresses.ts";
import type { LeftOut } from "#tools/import/shared/report.ts";
import { jekyllAddress } from "./address.ts";
import type { JekyllSite } from "./site.ts";
import type { ListRedirect, SourcePage } from "#tools/import/shared/blog.ts";
import { listLike, termLists } from "#tools/import/shared/lists.ts";
import { below, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { booleanAt, headingOf, inZone, listOf, textAt, valueAt, writtenDate } from "#tools/import/shared/values.ts";

type Data = SourcePage["data"];

/** A file of a Jekyll site that makes a page. */
interface Place {
  readonly file: string;
  /** `posts`, `drafts`, `pages`, or as the settings name it. */
  readonly collection: string;
  /** Folders above `_posts`: categories. */
  readonly above: readonly string[];
  /** Path under the collection's folder without extension. */
  readonly path: string;
  readonly permalink?: string | undefined;
}

const markdown = /\.(?:md|markdown|mkd|mkdn|mkdown|textile|html?)$/iu;

/** All pages of a Jekyll site with their addresses. */
export function jekyllPages(tree: SourceTree, site: JekyllSite) {
  const pages: SourcePage[] = [];
  const left: LeftOut[] = [];
  const lists: ListRedirect[] = [];
  for (const file of tree.files) {
    const place = file.startsWith(site.root) && markdown.test(file) ? placeOf(file, site) : undefined;
    const source = place === undefined ? undefined : readSource(tree.text(file));
    if (place === undefined || source === undefined) continue;
    if (isPage(place) && source.state === "none") continue;
    const page = pageOf(place, source, site);
    if (!isPage(place) || !isMachinery(file, source)) pages.push(page);
    else {
      left.push({ file, reason: "left-empty" });
      lists.push(...listsIn(source, page.path));
    }
  }
  return { pages, left, lists };
}

function placeOf(file: string, site: JekyllSite): Place | undefined {
  const [whole, own] = pathsOf(file, site);
  if (site.exclude.some((pattern) => pattern.test(whole))) return undefined;
  const folders = own.split("/");
  const name = (folders.pop() ?? "").replace(/\.\w+$/u, "");
  const special = folders.findIndex((folder) => folder.startsWith("_") && !site.include.includes(folder));
  const pathFrom = (index: number) => [...folders.slice(index), name].join("/");
  if (special === -1) {
    if (/^(?:README|LICENSE|CHANGELOG|CONTRIBUTING|404)$/iu.test(name)) return undefined;
    return { file, collection: "pages", above: [], path: pathFrom(folders[0]?.startsWith("_") ? 1 : 0) };
  }
  if (below(whole, site.collected) === undefined) return undefined;
  const [collection, path] = [folders[special]?.slice(1) ?? "", pathFrom(special + 1)];
  if (isPost({ collection })) return { file, collection, above: folders.slice(0, special), path };
  const found = site.collections.find((one) => one.name === collection);
  return found && { file, collection, above: [], path, permalink: found.permalink };
}

/** A file's path in its site, and below the folder of the collections. */
function pathsOf(file: string, { root, collected }: JekyllSite): [string, string] {
  const path = file.slice(root.length);
  return [path, below(path, collected) ?? path];
}

function isPost({ collection }: Pick<Place, "collection">): boolean {
  return collection === "posts" || collection === "drafts";
}

function isPage({ collection }: Place): boolean {
  return collection === "pages" || collection === "tabs";
}

/** Pages that are templates alone: lists, feeds, home pages. */
function isMachinery(file: string, source: Source): boolean {
  const words = source.body.replace(/\{[%{][\s\S]*?[%}]\}|<[^>]*>/gu, "").match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const layout = textAt(source.data, "layout") ?? "";
  const isList = /^(?:home|archives?|categor(?:y|ies)|tags?|search|posts?)$/iu.test(layout);
  return (
    words < (isList ? 5 : 1) ||
    (/\.html?$/iu.test(file) && /\{%\s*for\b/u.test(source.body)) ||
    /(?:^|\/)(?:index|search|404)\.\w+$/iu.test(file)
  );
}

/** Where a page that only lists posts leads: to the category or tag whose posts it asks for, else to our list like it. */
function listsIn({ body }: Source, path: string): ListRedirect[] {
  const asked = /\bsite\.(categories|tags)(?:\.(?!size\b|first\b|last\b)([\w-]+)|\[\s*["']([^"']+)["']\s*\])/u;
  const [, kind, key, quoted] = asked.exec(body) ?? [];
  const label = key ?? quoted;
  if (label === undefined) return [listLike(path)];
  return termLists([kind === "tags" ? kind : "categories", label], path);
}

function pageOf(place: Place, source: Source, site: JekyllSite): SourcePage {
  const { file, collection, above, path } = place;
  const data = { ...defaultsFor(place, site), ...source.data };
  const base = path.split("/").at(-1) ?? "";
  const [, named, rest = base] = /^(\d{4}-\d{1,2}-\d{1,2})-(.*)$/u.exec(base) ?? [];
  const name = isPost(place) ? rest : base;
  const date = writtenDate(valueAt(data, "date"), site.timeZone) ?? writtenDate(named, site.timeZone);
  const categories = categoriesOf(place, data);
  const title = textAt(data, "title") ?? headingOf(source.body) ?? titleized(name);
  const parts = { name, slug: textAt(data, "slug"), categories, path, collection };
  const pattern = patternOf(place, data, site);
  const [address, ...others] = [date, ...builtDays(data, date, site)].map((one) =>
    jekyllAddress(pattern, { ...parts, day: one?.day }),
  ) as [Address, ...Address[]];
  const moved = listOf(valueAt(data, "redirect_from")).map((alias) => alias.replace(/(?<!\/|\.\w+)$/u, "/"));
  const aliases = [...address.aliases, ...others.flatMap((other) => [other.path, ...other.aliases]), ...moved];
  return {
    file,
    kind: isPage(place) ? "page" : "post",
    id: safeId([...above, ...(isPost(place) || collection === "pages" ? [] : [collection]), ...path.split("/")]),
    language: site.language,
    title,
    path: address.path,
    isNewAddress: collection === "drafts",
    aliases: aliases.filter((alias) => alias !== address.path),
    data: { ...data, categories, tags: tagsOf(data) },
    date,
    draft: collection === "drafts" || booleanAt(data, "published") === false || (booleanAt(data, "draft") ?? false),
  };
}

/** The pattern of a page's address: its own, or what its collection or the site has. */
function patternOf(place: Place, data: Data, site: JekyllSite): string {
  const own = textAt(data, "permalink");
  if (own !== undefined) return own;
  if (isPost(place)) return site.permalink;
  if (place.collection !== "pages") return place.permalink ?? "/:collection/:path.html";
  return /\/$/u.test(site.permalink) || site.permalink === "pretty" ? "/:path/" : "/:path.html";
}

/** Jekyll puts an instant's day in the zone of its build into addresses: the settings' zone, or UTC on GitHub Pages. */
function builtDays(data: Data, date: SourcePage["date"], site: JekyllSite) {
  if (date === undefined || !/(?:[+-]\d\d:?\d\d|Z)\s*$/u.test(textAt(data, "date") ?? "")) return [];
  const inUtc = new Date(date.epochMs).toISOString();
  const utc = { ...date, day: inUtc.slice(0, 10), iso: `${inUtc.slice(0, 19)}+00:00` };
  return [utc, inZone(utc, site.timeZone)].filter(({ day }) => day !== date.day);
}

function defaultsFor(place: Place, site: JekyllSite): Data {
  const paths = pathsOf(place.file, site);
  const fitting = site.defaults.filter(
    ({ fits, type }) =>
      paths.some((path) => fits.test(path)) &&
      (type === undefined || type === place.collection || (type === "posts" && place.collection === "drafts")),
  );
  return Object.assign({}, ...[...fitting].sort((a, b) => a.path.length - b.path.length).map(({ values }) => values));
}

function categoriesOf(place: Place, data: Data): string[] {
  const folders = place.above.filter((folder) => !folder.startsWith("_"));
  const many = valueAt(data, "categories");
  return [...new Set([...folders, ...(many === undefined ? listOf(valueAt(data, "category")) : severalIn(many))])];
}

function tagsOf(data: Data): string[] {
  const many = valueAt(data, "tags");
  return many === undefined ? listOf(valueAt(data, "tag"), /,/u) : severalIn(many);
}

/** Jekyll splits the plural keys at blanks; where commas stand, their authors meant those. */
function severalIn(written: unknown): string[] {
  return listOf(written, typeof written === "string" && written.includes(",") ? /,/u : /\s+/u);
}

function titleized(name: string): string {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return name.normalize("NFC").split(/[-_]+/u).map(capital).join(" ").trim();
}
