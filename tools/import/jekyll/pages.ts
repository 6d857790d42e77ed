import { readSource, type Source } from "#tools/import/shared/front-matter.ts";
import { type Address, safeId } from "#tools/import/shared/addresses.ts";
import type { LeftOut } from "#tools/import/shared/report.ts";
import { jekyllAddress } from "./address.ts";
import type { JekyllSite } from "./site.ts";
import { isKorean } from "#tools/import/shared/pages.ts";
import type { SourcePage } from "#tools/import/shared/blog.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";
import {
  booleanAt,
  type Data,
  headingOf,
  inZone,
  listOf,
  textAt,
  textOf,
  valueAt,
  writtenDate,
  type WrittenDate,
} from "#tools/import/shared/values.ts";

/** A file of a Jekyll site that makes a page. */
interface Place {
  readonly file: string;
  readonly collection: "posts" | "drafts" | "pages" | (string & {});
  /** Folders above `_posts`: categories. */
  readonly above: readonly string[];
  /** Path under the collection's folder without extension. */
  readonly path: string;
  readonly permalink?: string | undefined;
}

const markdown = /\.(?:md|markdown|mkd|mkdn|mkdown|textile|html?)$/iu;

/** All pages of a Jekyll site with their addresses. */
export function jekyllPages(tree: SourceTree, site: JekyllSite): { pages: SourcePage[]; left: LeftOut[] } {
  const pages: SourcePage[] = [];
  const left: LeftOut[] = [];
  for (const file of tree.files) {
    const place = file.startsWith(site.root) && markdown.test(file) ? placeOf(file, site) : undefined;
    const source = place === undefined ? undefined : readSource(tree.text(file));
    if (place === undefined || source === undefined) continue;
    const isPost = place.collection !== "pages" && place.collection !== "tabs";
    if (!isPost && (source.state === "none" || isMachinery(file, source))) {
      if (source.state !== "none") left.push({ file, reason: "left-empty" });
    } else pages.push(pageOf(place, source, site));
  }
  return { pages, left };
}

function placeOf(file: string, site: JekyllSite): Place | undefined {
  const folders = file.slice(site.root.length).split("/");
  const name = (folders.pop() ?? "").replace(/\.\w+$/u, "");
  if (site.exclude.includes(folders[0] ?? "") || site.exclude.includes(file.slice(site.root.length))) return undefined;
  const special = folders.findIndex((folder) => folder.startsWith("_") && !site.include.includes(folder));
  const under = (index: number) => [...folders.slice(index + 1), name].join("/");
  if (special === -1) {
    const isPages = folders[0]?.startsWith("_") ?? false;
    return /^(?:README|LICENSE|CHANGELOG|CONTRIBUTING|404)$/iu.test(name)
      ? undefined
      : { file, collection: "pages", above: [], path: isPages ? under(0) : [...folders, name].join("/") };
  }
  const folder = folders[special]?.slice(1) ?? "";
  if (folder === "posts" || folder === "drafts")
    return { file, collection: folder, above: folders.slice(0, special), path: under(special) };
  const collection = site.collections.find((one) => one.name === folder);
  if (collection === undefined) return undefined;
  return {
    file,
    collection: folder,
    above: [],
    path: under(special),
    permalink: collection.permalink,
  };
}

/** Pages that are templates alone: lists, feeds, home pages. */
function isMachinery(file: string, source: Source): boolean {
  const words = source.body.replace(/\{[%{][\s\S]*?[%}]\}|<[^>]*>/gu, "").match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (
    /^(?:home|archives?|categor(?:y|ies)|tags?|search|posts?)$/iu.test(textAt(source.data, "layout") ?? "") &&
    words < 5
  )
    return true;
  return (
    words === 0 ||
    (/\.html?$/iu.test(file) && /\{%\s*for\b/u.test(source.body)) ||
    /(?:^|\/)(?:index|search|404)\.\w+$/iu.test(file)
  );
}

function pageOf(place: Place, source: Source, site: JekyllSite): SourcePage {
  const isPost = place.collection === "posts" || place.collection === "drafts";
  const data = { ...defaultsFor(place, site), ...source.data };
  const base = place.path.split("/").at(-1) ?? "";
  const [, named, rest] = /^(\d{4}-\d{1,2}-\d{1,2})-(.*)$/u.exec(base) ?? [];
  const name = isPost ? (rest ?? base) : base;
  const date =
    writtenDate(textOf(valueAt(data, "date")), site.timeZone) ??
    (named === undefined ? undefined : writtenDate(named, site.timeZone));
  const categories = categoriesOf(place, data);
  const title = textAt(data, "title") ?? headingOf(source.body) ?? titleized(name);
  const address = addressOf(place, { data, name, categories, date }, site);
  const others = builtDays(data, date, site).map((day) =>
    addressOf(place, { data, name, categories, date: day }, site),
  );
  const aliases = listOf(valueAt(data, "redirect_from")).map((alias) =>
    /\/$|\.\w+$/u.test(alias) ? alias : `${alias}/`,
  );
  return {
    file: place.file,
    kind: place.collection === "pages" || place.collection === "tabs" ? "page" : "post",
    id: safeId([
      ...place.above,
      ...(isPost ? [] : place.collection === "pages" ? [] : [place.collection]),
      ...place.path.split("/"),
    ]),
    language: site.language,
    title,
    path: address.path,
    aliases: [...address.aliases, ...others.flatMap((other) => [other.path, ...other.aliases]), ...aliases].filter(
      (alias) => alias !== address.path,
    ),
    data: { ...data, categories, tags: tagsOf(data) },
    date,
    draft:
      place.collection === "drafts" || booleanAt(data, "published") === false || (booleanAt(data, "draft") ?? false),
    korean: isKorean(title + source.body),
  };
}

/** Jekyll puts an instant's day in the zone of its build into addresses: the settings' zone, or UTC on GitHub Pages. */
function builtDays(data: Data, date: WrittenDate | undefined, site: JekyllSite): WrittenDate[] {
  if (date === undefined || !/(?:[+-]\d\d:?\d\d|Z)\s*$/u.test(textOf(valueAt(data, "date")) ?? "")) return [];
  const inUtc = new Date(date.epochMs).toISOString();
  const utc = { ...date, day: inUtc.slice(0, 10), text: `${inUtc.slice(0, 19)}+00:00` };
  return [utc, inZone(utc, site.timeZone)].filter(({ day }) => day !== date.day);
}

function defaultsFor(place: Place, site: JekyllSite): Data {
  const path = place.file.slice(site.root.length);
  const fitting = site.defaults.filter(
    ({ path: scope, type }) =>
      (scope === "" || path === scope || path.startsWith(`${scope}/`)) &&
      (type === undefined || type === place.collection || (type === "posts" && place.collection === "drafts")),
  );
  return Object.assign({}, ...[...fitting].sort((a, b) => a.path.length - b.path.length).map(({ values }) => values));
}

function categoriesOf(place: Place, data: Data): string[] {
  const many = valueAt(data, "categories");
  const written = many === undefined ? listOf(valueAt(data, "category")) : listOf(many, separator(many));
  const folders = place.above.filter((folder) => !folder.startsWith("_"));
  return [...new Set([...folders, ...written])];
}

function tagsOf(data: Data): string[] {
  const many = valueAt(data, "tags");
  return many === undefined ? listOf(valueAt(data, "tag"), /,/u) : listOf(many, separator(many));
}

/** Jekyll splits the plural keys at blanks; where commas stand, their authors meant those. */
function separator(written: unknown): RegExp {
  return typeof written === "string" && written.includes(",") ? /,/u : /\s+/u;
}

function addressOf(
  place: Place,
  of: { data: Data; name: string; categories: string[]; date: WrittenDate | undefined },
  site: JekyllSite,
): Address {
  const slug = textAt(of.data, "slug");
  const parts = {
    name: of.name,
    slug,
    categories: of.categories,
    day: of.date?.day,
    path: place.path,
    collection: place.collection,
  };
  const own = textAt(of.data, "permalink");
  if (own !== undefined) return jekyllAddress(own, parts);
  if (place.collection === "posts" || place.collection === "drafts") return jekyllAddress(site.permalink, parts);
  if (place.collection !== "pages") return jekyllAddress(place.permalink ?? "/:collection/:path.html", parts);
  const pretty = /\/$/u.test(site.permalink) || site.permalink === "pretty";
  return jekyllAddress(pretty ? "/:path/" : "/:path.html", parts);
}

function titleized(name: string): string {
  return name
    .normalize("NFC")
    .split(/[-_]+/u)
    .filter((word) => word !== "")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}
