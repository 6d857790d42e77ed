import { readSource, type Source } from "#tools/import/shared/front-matter.ts";
import { keyLine, type LeftOut } from "#tools/import/shared/report.ts";
import { hugoAddress } from "./address.ts";
import type { ContentFile } from "./content.ts";
import type { HugoSite } from "./site.ts";
import { safeId } from "#tools/import/shared/addresses.ts";
import { isKorean } from "#tools/import/shared/pages.ts";
import { isReserved } from "#model/reserved.ts";
import type { SourcePage } from "#tools/import/shared/blog.ts";
import { below, globbed, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { booleanAt, type Data, isMap, textAt, valueAt } from "#tools/import/shared/values.ts";

/** Front matter that a section (or the site's settings) hands down to the pages below it. */
type Cascade = ReturnType<typeof cascadesOf>[number];
/** What a page's fields and address depend on beside its file. */
export type Surroundings = Readonly<{ tree: SourceTree; site: HugoSite; cascades: readonly Cascade[] }>;

/** What the settings and the sections of a site hand down. */
export function cascadesOf(tree: SourceTree, site: HugoSite, files: readonly ContentFile[]) {
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
export function cascaded(data: Data, page: { path: string; language: string }, cascades: readonly Cascade[]): Data {
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
export function sectionPage(content: ContentFile, at: Surroundings): SourcePage | LeftOut {
  const { file, language, place } = content;
  const text = at.tree.text(file);
  const source = readSource(text);
  const { body } = source;
  const { folders } = place;
  const data = cascaded(source.data, { path: [...folders, "_index"].join("/"), language }, at.cascades);
  const hasBody = body.replace(/<!--[\s\S]*?-->/gu, "").trim() !== "";
  const name = folders.at(-1) ?? "";
  const title = textAt(data, "title") ?? name.normalize("NFC").replace(/[-_]+/gu, " ");
  const own = { ...place, folders: folders.slice(0, -1), name, permalinks: {} };
  const address = hugoAddress(own, { data, title }, { ...at.site, uglyUrls: false });
  if (!hasBody || isReserved(address.path) || isUnrendered(data))
    return leftSection(content, { source, text, hasBody }, at.site);
  return {
    file,
    kind: "page",
    section: true,
    id: safeId([...folders]),
    language,
    translation: [...folders, "_index"].join("/"),
    title,
    ...address,
    data: Object.fromEntries(Object.entries(data).filter(([key]) => key.toLowerCase() !== "cascade")),
    draft: booleanAt(data, "draft") ?? false,
    korean: isKorean(title + body),
  };
}

/** Whether a page's own settings keep Hugo from making it. */
export function isUnrendered(data: Data): boolean {
  return /^(?:never|false)$/u.test(textAt(data, "_build.render", "build.render") ?? "");
}

function leftSection(
  { file, place }: ContentFile,
  of: { source: Source; text: string; hasBody: boolean },
  site: HugoSite,
): LeftOut {
  const { data, bodyLine } = of.source;
  const isTerm = site.taxonomies.some(({ name }) => name === place.folders[0]);
  const says = textAt(data, "description", "summary", "subtitle", ...(isTerm ? ["title"] : []));
  if (!of.hasBody && says === undefined) return { file, reason: "left-section" };
  const line = of.hasBody ? bodyLine : (keyLine(of.text, "description", "summary", "subtitle", "title") ?? 1);
  return { file, reason: "left-section-aside", line };
}
