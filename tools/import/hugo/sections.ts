import { readSource, type Source } from "#tools/import/shared/front-matter.ts";
import { keyLine, type LeftOut } from "#tools/import/shared/report.ts";
import { hugoAddress } from "./address.ts";
import type { ContentFile } from "./content.ts";
import type { HugoSite } from "./site.ts";
import { safeId } from "#tools/import/shared/addresses.ts";
import { isKorean } from "#tools/import/shared/pages.ts";
import { isReserved } from "#model/reserved.ts";
import type { SourcePage } from "#tools/import/shared/blog.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";
import { type Data, booleanAt, textAt, textOf } from "#tools/import/shared/values.ts";

/**
 * What an `_index` says of its section: a page at the section's own address. One whose address is a list of ours (the
 * home page, `/posts/`, tags) cannot be shown there and is left, with its words where it has any.
 */
export function sectionPage(file: ContentFile, at: { tree: SourceTree; site: HugoSite }): SourcePage | LeftOut {
  const text = at.tree.text(file.file);
  const source = readSource(text);
  const folders = file.place.folders;
  const hasBody = source.body.replace(/<!--[\s\S]*?-->/gu, "").trim() !== "";
  const name = folders.at(-1) ?? "";
  const title = textAt(source.data, "title") ?? name.normalize("NFC").replace(/[-_]+/gu, " ");
  const { path, aliases } = addressOf(file, { data: source.data, title }, at.site);
  if (!hasBody || isReserved(path) || isClosed(source.data))
    return leftSection(file, { source, text, hasBody }, at.site);
  return {
    file: file.file,
    kind: "page",
    section: true,
    id: safeId([...folders]),
    language: file.language,
    translation: [...folders, "_index"].join("/"),
    title,
    path,
    aliases,
    data: withoutCascade(source.data),
    draft: booleanAt(source.data, "draft") ?? false,
    korean: isKorean(title + source.body),
  };
}

function addressOf(file: ContentFile, page: { data: Data; title: string }, site: HugoSite) {
  const { folders } = file.place;
  const place = { ...file.place, folders: folders.slice(0, -1), name: folders.at(-1) ?? "", permalinks: {} };
  return hugoAddress(place, page, { ...site, uglyUrls: false });
}

function isClosed(data: Data): boolean {
  return /^(?:never|false)$/u.test(textAt(data, "_build.render", "build.render") ?? "");
}

function leftSection(
  file: ContentFile,
  of: { source: Source; text: string; hasBody: boolean },
  site: HugoSite,
): LeftOut {
  const { data } = of.source;
  const isTerm = Object.values(site.taxonomies).some((name) => textOf(name) === file.place.folders[0]);
  const says = textAt(data, "description", "summary", "subtitle", ...(isTerm ? ["title"] : []));
  if (!of.hasBody && says === undefined) return { file: file.file, reason: "left-section" };
  const line = of.hasBody ? of.source.bodyLine : (keyLine(of.text, "description", "summary", "subtitle", "title") ?? 1);
  return { file: file.file, reason: "left-section-aside", line };
}

/** What a section hands down is in the pages below it already. */
function withoutCascade(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([key]) => key.toLowerCase() !== "cascade"));
}
