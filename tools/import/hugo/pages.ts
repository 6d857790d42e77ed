import { type Cascade, cascaded } from "./cascade.ts";
import { readSource, type Source } from "#tools/import/shared/front-matter.ts";
import { keyLine, type LeftOut } from "#tools/import/shared/report.ts";
import { hugoAddress } from "./address.ts";
import type { ContentFile } from "./content.ts";
import { sectionPage } from "./sections.ts";
import type { HugoSite } from "./site.ts";
import { safeId } from "#tools/import/shared/addresses.ts";
import { isKorean } from "#tools/import/shared/pages.ts";
import type { SourcePage } from "#tools/import/shared/blog.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";
import {
  booleanAt,
  type Data,
  headingOf,
  textAt,
  textOf,
  valueAt,
  writtenDate,
  type WrittenDate,
} from "#tools/import/shared/values.ts";

/** All pages of a Hugo site with their addresses, before a language is chosen; files are read one by one and let go. */
export function hugoPages(
  tree: SourceTree,
  site: HugoSite,
  files: readonly ContentFile[],
): { pages: SourcePage[]; left: LeftOut[] } {
  const cascades = cascadesOf(tree, site, files);
  const pages: SourcePage[] = [];
  const left: LeftOut[] = [];
  for (const file of files) {
    const page =
      file.part === "page"
        ? pageOf(file, { tree, site, cascades })
        : file.part === "section"
          ? sectionPage(file, { tree, site })
          : { file: file.file, reason: `left-${file.part}` };
    if ("reason" in page) left.push(page);
    else pages.push(page);
  }
  return { pages, left };
}

function cascadesOf(tree: SourceTree, site: HugoSite, files: readonly ContentFile[]): Cascade[] {
  const sections = files
    .filter(({ part }) => part === "section")
    .map((file) => {
      const { data } = readSource(tree.text(file.file));
      return { folder: file.place.folders.join("/"), language: file.language, value: valueAt(data, "cascade") };
    });
  return [{ folder: "", language: undefined, value: site.cascade }, ...sections].filter(
    ({ value }) => value !== undefined,
  );
}

function pageOf(
  file: ContentFile,
  at: { tree: SourceTree; site: HugoSite; cascades: readonly Cascade[] },
): SourcePage | LeftOut {
  const text = at.tree.text(file.file);
  const source = readSource(text);
  const { place } = file;
  const folder = [...place.folders, ...(place.bundle ? [place.name] : [])].join("/");
  const data = withTerms(cascaded(source.data, { folder, language: file.language }, at.cascades), at.site);
  const hidden = hiddenReason(data) ?? (isTemplateOnly(data, source) ? "left-empty" : undefined);
  if (hidden !== undefined) {
    const line = keyLine(text, ...(hidden === "left-headless" ? ["headless"] : ["_build", "build"]));
    return { file: file.file, reason: hidden, line };
  }
  const title = titleOf(data, source, place.name);
  const date = dateOf(data, place.name, at.site);
  const day = hugoDay(data, date);
  const slug = slugFromName(data, place.name, at.site);
  const address = hugoAddress(place, { data: slug === undefined ? data : { ...data, slug }, title, day }, at.site);
  const unlisted = /^(?:never|local|false)$/u.test(textAt(data, "_build.list", "build.list") ?? "");
  return {
    file: file.file,
    kind: unlisted || isStanding(file, data, date) ? "page" : "post",
    id: idOf(file),
    bundle: file.bundle,
    language: file.language,
    translation: textAt(data, "translationkey") ?? [...place.folders, place.name].join("/"),
    title,
    path: address.path,
    aliases: address.aliases,
    data,
    date,
    draft: booleanAt(data, "draft") ?? false,
    korean: isKorean(title + source.body),
  };
}

/** Tags and categories under the names that the site's own taxonomies give them. */
function withTerms(data: Data, site: HugoSite): Data {
  const ours = Object.entries(site.taxonomies).flatMap(([one, many]) => {
    const key = /^tags?$/iu.test(one) ? "tags" : /^categor(?:y|ies)$/iu.test(one) ? "categories" : undefined;
    const terms = key === undefined ? undefined : valueAt(data, textOf(many) ?? "");
    return key === undefined || terms === undefined || valueAt(data, key) !== undefined ? [] : [[key, terms] as const];
  });
  return ours.length === 0 ? data : { ...data, ...Object.fromEntries(ours) };
}

function hiddenReason(data: Data): string | undefined {
  if (/^(?:never|false)$/u.test(textAt(data, "_build.render", "build.render") ?? "")) return "left-unrendered";
  return booleanAt(data, "headless") ? "left-headless" : undefined;
}

/** A page whose template alone makes what it shows: the archive, the search. */
function isTemplateOnly(data: Data, source: Source): boolean {
  return source.body.trim() === "" && /^(?:archives?|search)$/iu.test(textAt(data, "layout") ?? "");
}

/** `title`, else the first line's heading, else the file's name with its hyphens as blanks. */
function titleOf(data: Data, source: Source, name: string): string {
  return textAt(data, "title") ?? headingOf(source.body) ?? name.normalize("NFC").replace(/[-_]+/gu, " ").trim();
}

function dateOf(data: Data, name: string, site: HugoSite): WrittenDate | undefined {
  for (const source of site.dateSources) {
    const written = source === ":filename" ? /^\d{4}-\d{1,2}-\d{1,2}/u.exec(name)?.[0] : textOf(valueAt(data, source));
    const date = source.startsWith(":") && source !== ":filename" ? undefined : writtenDate(written, site.timeZone);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The day that Hugo puts into addresses: it cannot read a quoted time without seconds, and then takes the year 1. */
function hugoDay(data: Data, date: WrittenDate | undefined): string | undefined {
  const written = textOf(valueAt(data, "date"));
  return written !== undefined && /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d$/u.test(written) ? undefined : date?.day;
}

/** With `:filename` among the sources of dates, the rest of a dated name is the slug. */
function slugFromName(data: Data, name: string, site: HugoSite): string | undefined {
  const at = site.dateSources.indexOf(":filename");
  if (at === -1 || textAt(data, "slug") !== undefined) return undefined;
  const earlier = site.dateSources
    .slice(0, at)
    .some((source) => writtenDate(textOf(valueAt(data, source)), site.timeZone) !== undefined);
  return earlier ? undefined : /^\d{4}-\d\d-\d\d-?(.+)$/u.exec(name)?.[1];
}

const standingName =
  /^(?:about(?:-me|us)?|archives?|search|contact|links?|friends|guestbook|privacy(?:-policy)?|tags|categories|404|resume|cv|portfolio|now|소개|방명록)$/iu;

/** Pages at the content's root and in `page/`, and those whose layout says so, are no posts. */
function isStanding(file: ContentFile, data: Data, date: WrittenDate | undefined): boolean {
  const { folders, name } = file.place;
  if (/^(?:archives?|search|about|links)$/iu.test(textAt(data, "layout") ?? "")) return true;
  const filed = ["tags", "categories", "tag", "category"].some((key) => valueAt(data, key) !== undefined);
  if (folders.length === 0)
    return (date === undefined && !filed) || standingName.test(name) || textAt(data, "type") === "page";
  return folders.length === 1 && /^pages?$/u.test(folders[0] ?? "");
}

function idOf(file: ContentFile): string {
  return safeId([...file.place.folders, file.place.name]);
}
