import { readSource, type Source } from "#tools/import/shared/front-matter.ts";
import { keyLine, type LeftOut } from "#tools/import/shared/report.ts";
import { hugoAddress } from "./address.ts";
import type { ContentFile } from "./content.ts";
import { cascaded, cascadesOf, isUnrendered, sectionPage, type Surroundings } from "./sections.ts";
import type { HugoSite } from "./site.ts";
import { safeId } from "#tools/import/shared/addresses.ts";
import { isKorean } from "#tools/import/shared/pages.ts";
import type { SourcePage } from "#tools/import/shared/blog.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";
import { booleanAt, type Data, headingOf, textAt, valueAt, writtenDate } from "#tools/import/shared/values.ts";

/** All pages of a Hugo site with their addresses, before a language is chosen; files are read one by one and let go. */
export function hugoPages(tree: SourceTree, site: HugoSite, files: readonly ContentFile[]) {
  const at = { tree, site, cascades: cascadesOf(tree, site, files) };
  const pages: SourcePage[] = [];
  const left: LeftOut[] = [];
  for (const content of files) {
    const { file, part } = content;
    const page =
      part === "page"
        ? pageOf(content, at)
        : part === "section"
          ? sectionPage(content, at)
          : { file, reason: `left-${part}` as const };
    if ("reason" in page) left.push(page);
    else pages.push(page);
  }
  return { pages, left };
}

function pageOf(content: ContentFile, at: Surroundings): SourcePage | LeftOut {
  const { file, language, place, bundle } = content;
  const { site } = at;
  const text = at.tree.text(file);
  const source = readSource(text);
  const segments = [...place.folders, place.name];
  const data = withTerms(cascaded(source.data, { path: segments.join("/"), language }, at.cascades), site);
  const title =
    textAt(data, "title") ?? headingOf(source.body) ?? place.name.normalize("NFC").replace(/[-_]+/gu, " ").trim();
  const left = leftPage(data, source, text);
  if (left?.reason === "left-empty") return { file, ...left, path: hugoAddress(place, { data, title }, site).path };
  if (left !== undefined) return { file, ...left };
  const { source: dateSource, date } = dateOf(data, place.name, site) ?? {};
  // What stands behind a day that the file's name gave is the slug.
  const slug =
    textAt(data, "slug") ?? (dateSource === ":filename" ? /^\d{4}-\d\d-\d\d-?(.+)$/u.exec(place.name)?.[1] : undefined);
  const named = slug === undefined ? data : { ...data, slug };
  const unlisted = /^(?:never|local|false)$/u.test(textAt(data, "_build.list", "build.list") ?? "");
  return {
    file,
    kind: unlisted || isStanding(content, data, date) ? "page" : "post",
    id: safeId(segments),
    bundle,
    language,
    translation: textAt(data, "translationkey") ?? segments.join("/"),
    title,
    ...hugoAddress(place, { data: named, title, day: hugoDay(data, date) }, site),
    data,
    date,
    draft: booleanAt(data, "draft") ?? false,
    korean: isKorean(title + source.body),
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
