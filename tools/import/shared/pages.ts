import { looseKey } from "./source-tree.ts";
import type { Existing } from "./target.ts";
import { isReserved } from "#model/reserved.ts";
import type { SourcePage } from "./blog.ts";
import { byCodePoint } from "#model/order.ts";

/** Pages with the address of each that had to change, by source file. */
export interface DistinctPages {
  readonly pages: readonly SourcePage[];
  /** Source file → the address that another page or Seogo itself has. */
  readonly moved: ReadonlyMap<string, string>;
}

/**
 * Gives pages whose ids or addresses are equal, letter case aside, different ones, and takes aliases away that another
 * page has: the reader refuses a site where two files want one address. A published page keeps its address before a draft, and what stands in the target (`standing`) before both.
 */
export function distinctPages(pages: readonly SourcePage[], standing: Pick<Existing, "taken" | "ids">): DistinctPages {
  const moved = new Map<string, string>();
  const paths = new Set<string>(standing.taken);
  const ids = new Set<string>(standing.ids);
  const byWorth = [...pages].sort((a, b) => Number(a.draft) - Number(b.draft));
  const settled = new Map(
    byWorth.map((page) => {
      const wanted = isReserved(page.path) ? `/posts${page.path === "/" ? "/home/" : page.path}` : page.path;
      const path = free(wanted, paths, (count) => wanted.replace(/\/$/u, `-${String(count)}/`));
      if (path !== page.path) moved.set(page.file, page.path);
      const kind = `${page.kind}${page.suffix ?? ""}/`;
      const id = free(kind + page.id, ids, (count) => `${kind}${page.id}-${String(count)}`);
      return [page.file, { ...page, path, id: id.slice(kind.length) }] as const;
    }),
  );
  const taken = new Set(paths);
  const withAliases = pages.map((page) => {
    const own = settled.get(page.file) ?? page;
    const aliases = own.aliases.filter((alias) => {
      const name = looseKey(alias.replace(/\.html?$/iu, "/"));
      if (isReserved(alias) || (taken.has(name) && name !== looseKey(own.path))) return false;
      taken.add(name);
      return true;
    });
    return { ...own, aliases };
  });
  return { pages: withAliases, moved };
}

function free(wanted: string, taken: Set<string>, other: (count: number) => string): string {
  let name = wanted;
  for (let count = 2; taken.has(looseKey(name)); count += 1) name = other(count);
  taken.add(looseKey(name));
  return name;
}

/** Pages that say the same in different languages. */
export interface Translation {
  /** What they share in their front matter, under `translationKey`. */
  readonly key: string;
  /** By language code. */
  readonly pages: readonly Pick<SourcePage, "file" | "language" | "path">[];
}

/** The pages that have translations among them, in order of their keys. */
export function translationsOf(pages: readonly SourcePage[]): Translation[] {
  const groups = Map.groupBy(pages, ({ translation }) => translation ?? "");
  return [...groups]
    .filter(([key, group]) => key !== "" && new Set(group.map(({ language }) => language)).size > 1)
    .map(([key, group]) => ({
      key,
      pages: group
        .map(({ file, language, path }) => ({ file, language, path }))
        .sort((a, b) => byCodePoint(a.language, b.language) || byCodePoint(a.path, b.path)),
    }))
    .sort((a, b) => byCodePoint(a.key, b.key));
}

/** Pages whose front matter says which are translations of each other, as Hugo has it. */
export function withTranslationKeys(pages: readonly SourcePage[], translations: readonly Translation[]): SourcePage[] {
  const keys = new Map(translations.flatMap((one) => one.pages.map(({ file }) => [file, one.key])));
  return pages.map((page) => {
    const key = keys.get(page.file);
    const hasOwn = Object.keys(page.data).some((name) => name.toLowerCase() === "translationkey");
    return key === undefined || hasOwn ? page : { ...page, data: { ...page.data, translationKey: key } };
  });
}

/** Whether a text's letters are Hangul to a tenth at least; code, addresses and markup count as letters too, so a tenth is much. */
export function isKorean(text: string): boolean {
  const sample = text.slice(0, 6000);
  const hangul = sample.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return hangul >= 2 && hangul * 10 >= letters;
}

/**
 * The language to import: the one asked for; else the one with most Korean posts (settings may call it `en-us`);
 * else the site's own.
 */
export function chosenLanguage(pages: readonly SourcePage[], asked: string | undefined, usual: string): string {
  if (asked !== undefined) return asked;
  const counts = new Map<string, number>();
  for (const { korean, language } of pages) if (korean) counts.set(language, (counts.get(language) ?? 0) + 1);
  const best = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))[0];
  return best === undefined ? usual : best[0];
}
