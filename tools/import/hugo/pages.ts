import { isReserved } from "#model/reserved.ts";
import { safeId } from "#tools/import/shared/addresses.ts";
import type { SourcePage } from "#tools/import/shared/blog.ts";
import { readSource, type Source } from "#tools/import/shared/front-matter.ts";
import { keyLine, type LeftOut } from "#tools/import/shared/report.ts";
import { below, globbed, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { booleanAt, type Data, headingOf, isMap, textAt, valueAt, writtenDate } from "#tools/import/shared/values.ts";
import { hugoAddress } from "./address.ts";
import type { ContentFile } from "./content.ts";
import type { HugoSite } from "./site.ts";

/** Front matter that a section (or the site's settings) hands down to the pages below it. */
type Cascade = ReturnType<typeof cascadesOf>[number];
/** What a page's fields and address depend on beside its file. */
type Surroundings = Readonly<{ tree: SourceTree; site: HugoSite; cascades: readonly Cascade[] }>;

/** All pages of a Hugo site with their addresses, before a language is chosen; files are read one by one and let go. */
export function hugoPages(tree: SourceTree, site: HugoSite, files: readonly ContentFile[]) {
  const at = { tree, site, cascades: cascadesOf(tree, site, files) };
  const pages: SourcePage[] = [];
  const left: LeftOut[] = [];
  for (const content of files) {
    const { file, part } = content;
    const page =
      part === "page" || part === "section" ? pageOf(content, at) : { file, reason: `left-${part}` as const };
    if ("reason" in page) left.push(page);
    else pages.push(page);
  }
  return { pages, left };
}

/** A file's text, its parts, and its fields with those that are handed down. */
interface Read {
  readonly text: string;
  readonly source: Source;
  readonly data: Data;
  readonly title: string;
}

function pageOf(content: ContentFile, at: Surroundings): SourcePage | LeftOut {
  const { file, language, place, part } = content;
  const text = at.tree.text(file);
  const source = readSource(text);
  const path = [...place.folders, place.name].join("/");
  const data = withTerms(cascaded(source.data, { path, language }, at.cascades), at.site);
  const heading = part === "section" ? place.folders.at(-1) : (headingOf(source.body) ?? place.name);
  const title = textAt(data, "title") ?? (heading ?? "").normalize("NFC").replace(/[-_]+/gu, " ").trim();
  const page = (part === "section" ? sectionPage : postPage)(content, { text, source, data, title }, at.site);
  if ("reason" in page) return { file, ...page };
  return {
    file,
    language,
    translation: textAt(data, "translationkey") ?? path,
    title,
    draft: booleanAt(data, "draft") ?? false,
    ...page,
  };
}

type Own = Omit<SourcePage, "file" | "language" | "title" | "draft">;

function postPage(
  content: ContentFile,
  { text, source, data, title }: Read,
  site: HugoSite,
): Own | Omit<LeftOut, "file"> {
  const { place, bundle } = content;
  const left = leftPage(data, source, text);
  if (left?.reason === "left-empty") return { ...left, path: hugoAddress(place, { data, title }, site).path };
  if (left !== undefined) return left;
  const { source: dateSource, date } = dateOf(data, place.name, site) ?? {};
  // What stands behind a day that the file's name gave is the slug.
  const slug =
    textAt(data, "slug") ?? (dateSource === ":filename" ? /^\d{4}-\d\d-\d\d-?(.+)$/u.exec(place.name)?.[1] : undefined);
  const named = slug === undefined ? data : { ...data, slug };
  const unlisted = /^(?:never|local|false)$/u.test(textAt(data, "_build.list", "build.list") ?? "");
  return {
    kind: unlisted || isStanding(content, data, date) ? "page" : "post",
    id: safeId([...place.folders, place.name]),
    bundle,
    ...hugoAddress(place, { data: named, title, day: hugoDay(data, date) }, site),
    data,
    date,
  };
}

/** Tags and categories under the names that the site's own taxonomies give them. */
function withTerms(data: Data, site: HugoSite): Data {
  const named = site.taxonomies.flatMap(({ ours, name }) => {
    const terms = ours === undefined || valueAt(data, ours) !== undefined ? undefined : valueAt(data, name);
    return ours === undefined || terms === undefined ? [] : [[ours, terms] as const];
  });
  return { ...data, ...Object.fromEntries(named) };
}

/** Why a page becomes none of ours: it is not made or not listed, or its template alone (the archive, the search) makes what it shows. */
function leftPage(data: Data, source: Source, text: string): Omit<LeftOut, "file"> | undefined {
  if (isUnrendered(data)) return { reason: "left-unrendered", line: keyLine(text, "_build", "build") };
  if (booleanAt(data, "headless")) return { reason: "left-headless", line: keyLine(text, "headless") };
  const isTemplate = /^(?:archives?|search)$/iu.test(textAt(data, "layout") ?? "");
  return isTemplate && source.body.trim() === "" ? { reason: "left-empty", line: keyLine(text, "layout") } : undefined;
}

/** The first date that the site's sources give, and the source. */
function dateOf(data: Data, name: string, { dateSources, timeZone }: HugoSite) {
  const inName = /^\d{4}-\d{1,2}-\d{1,2}/u.exec(name)?.[0];
  const dates = dateSources.map((source) => ({
    source,
    date: writtenDate(source === ":filename" ? inName : valueAt(data, source), timeZone),
  }));
  return dates.find(({ date }) => date !== undefined);
}

/** The day that Hugo puts into addresses: it cannot read a quoted time without seconds, and then takes the year 1. */
function hugoDay(data: Data, date: SourcePage["date"]): string | undefined {
  const written = textAt(data, "date");
  return written !== undefined && /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d$/u.test(written) ? undefined : date?.day;
}

const standingName =
  /^(?:about(?:-me|us)?|archives?|search|contact|links?|friends|guestbook|privacy(?:-policy)?|tags|categories|404|resume|cv|portfolio|now|소개|방명록)$/iu;

/** Pages at the content's root and in `page/`, and those whose layout says so, are no posts. */
function isStanding({ place }: ContentFile, data: Data, date: SourcePage["date"]): boolean {
  const { folders, name } = place;
  if (/^(?:archives?|search|about|links)$/iu.test(textAt(data, "layout") ?? "")) return true;
  const filed = ["tags", "categories", "tag", "category"].some((key) => valueAt(data, key) !== undefined);
  if (folders.length === 0)
    return (date === undefined && !filed) || standingName.test(name) || textAt(data, "type") === "page";
  return folders.length === 1 && /^pages?$/u.test(folders[0] ?? "");
}

/** What the settings and the sections of a site hand down. */
function cascadesOf(tree: SourceTree, site: HugoSite, files: readonly ContentFile[]) {
  const sections = files.filter(({ part }) => part === "section");
  const own = sections.map(({ file, place, language }) => ({
    folder: place.folders.join("/"),
    language: language as string | undefined,
    value: valueAt(readSource(tree.text(file)).data, "cascade"),
  }));
  const whole = { folder: "", language: undefined, value: site.cascade };
  return [whole, ...own].filter(({ value }) => value !== undefined);
}

/** A page's front matter with what cascades give it; its own keys win, then the nearest section's. */
function cascaded(data: Data, page: { path: string; language: string }, cascades: readonly Cascade[]): Data {
  const above = cascades
    .filter(
      ({ folder, language }) => (language ?? page.language) === page.language && below(page.path, folder) !== undefined,
    )
    .sort((a, b) => a.folder.length - b.folder.length);
  const given = above.flatMap(({ value }) => value).filter(isMap);
  const fitting = given.filter((map) => fits(map, page));
  return Object.assign({}, ...fitting.map(({ _target, target, ...rest }) => rest), data);
}

/** Whether what is handed down is for a page; older versions of Hugo compare patterns with its file. */
function fits(map: Data, { path, language }: { path: string; language: string }): boolean {
  const target = map["_target"] ?? map["target"];
  if (!isMap(target)) return true;
  const section = /^(.*)\/_index$/su.exec(path)?.[1];
  const paths = [path, `${path}.md`, ...(section === undefined ? [] : [section])];
  const said = { path: paths, lang: [language], kind: [section === undefined ? "page" : "section"] };
  return Object.entries(said).every(([key, values]) => {
    const glob = textAt(target, key);
    return glob === undefined || values.some((value) => globbed(glob).test(value));
  });
}

/** What an `_index` says of its section, as a page at the section's address; where that is a list of ours (the home page, `/posts/`, tags) it is left, with its words. */
function sectionPage(content: ContentFile, read: Read, site: HugoSite): Own | Omit<LeftOut, "file"> {
  const { folders } = content.place;
  const own = { ...content.place, folders: folders.slice(0, -1), name: folders.at(-1) ?? "", permalinks: {} };
  const address = hugoAddress(own, read, { ...site, uglyUrls: false });
  const hasBody = read.source.body.replace(/<!--[\s\S]*?-->/gu, "").trim() !== "";
  if (!hasBody || isReserved(address.path) || isUnrendered(read.data))
    return leftSection(content, { ...read, hasBody }, site);
  const data = Object.fromEntries(Object.entries(read.data).filter(([key]) => key.toLowerCase() !== "cascade"));
  return { kind: "page", section: true, id: safeId(folders), ...address, data };
}

/** Whether a page's own settings keep Hugo from making it. */
function isUnrendered(data: Data): boolean {
  return /^(?:never|false)$/u.test(textAt(data, "_build.render", "build.render") ?? "");
}

function leftSection({ place }: ContentFile, of: Read & { hasBody: boolean }, site: HugoSite) {
  const { hasBody, text } = of;
  const { data, bodyLine } = of.source;
  const isTerm = site.taxonomies.some(({ name }) => name === place.folders[0]);
  const says = textAt(data, "description", "summary", "subtitle", ...(isTerm ? ["title"] : []));
  if (!hasBody && says === undefined) return { reason: "left-section" } as const;
  const line = hasBody ? bodyLine : (keyLine(text, "description", "summary", "subtitle", "title") ?? 1);
  return { reason: "left-section-aside", line } as const;
}
