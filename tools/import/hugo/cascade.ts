import { globbed } from "#tools/import/shared/source-tree.ts";
import { type Data, isMap, textAt } from "#tools/import/shared/values.ts";

/** Front matter that a section (or the site's settings) hands down to the pages below it. */
export interface Cascade {
  /** The section's folder under the content folder, `` for the whole site. */
  readonly folder: string;
  readonly language: string | undefined;
  readonly value: unknown;
}

/** A page's front matter with what cascades give it; its own keys win, then the nearest section's. */
export function cascaded(data: Data, page: { folder: string; language: string }, cascades: readonly Cascade[]): Data {
  const above = cascades
    .filter(({ folder, language }) => (language ?? page.language) === page.language && isBelow(page.folder, folder))
    .sort((a, b) => a.folder.length - b.folder.length);
  const given = above.flatMap(({ value }) => (Array.isArray(value) ? value : [value])).filter(isMap);
  const fitting = given.filter((map) => fits(map, page)).map(({ _target, target, ...rest }) => rest);
  return fitting.length === 0 ? data : Object.assign({}, ...fitting, data);
}

function isBelow(folder: string, section: string): boolean {
  return section === "" || folder === section || folder.startsWith(`${section}/`);
}

function fits(map: Data, page: { folder: string; language: string }): boolean {
  const target = map["_target"] ?? map["target"];
  if (!isMap(target)) return true;
  const [path, language, kind] = [textAt(target, "path"), textAt(target, "lang"), textAt(target, "kind")];
  if (language !== undefined && language !== page.language) return false;
  if (kind !== undefined && !/page/u.test(kind)) return false;
  return path === undefined || globbed(path).test(`${page.folder}/x`);
}
