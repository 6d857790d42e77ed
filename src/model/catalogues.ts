import { pathsOf } from "./address.ts";
import { type Address, addresses } from "./addresses.ts";
import { type Catalogue, catalogueOf, type CatalogueOptions } from "./catalogue.ts";
import { isIn, languageSites, siteFor } from "./languages.ts";
import { once } from "./once.ts";
import type { Entry } from "./post.ts";
import type { Site } from "./site.ts";

/** One catalogue for each language of the site that readers find anything in, its own first, each of the entries in that language. */
export function cataloguesOf(
  entries: readonly Entry[],
  options: CatalogueOptions,
): readonly [Catalogue, ...Catalogue[]] {
  const byLanguage = Map.groupBy(entries, (entry) => siteFor(entry, options.site));
  const make = (site: Site) => catalogueOf(byLanguage.get(site) ?? [], { ...options, site });
  const own = make(options.site);
  const others = languageSites(options.site)
    .slice(1)
    .map(make)
    .filter(({ posts, pages }) => posts.length + pages.length > 0);
  if (others.length === 0) return [own];
  // The finder asks the catalogues that hold it, so that their addresses are made once.
  const find = once(() => languageFinder(all));
  const languagesOf: NonNullable<Catalogue["languagesOf"]> = (path) => find()(path);
  const all: readonly [Catalogue, ...Catalogue[]] = [
    { ...own, languagesOf },
    ...others.map((other) => ({ ...other, languagesOf })),
  ];
  return all;
}

/** Finds where a page stands in each language; pages are translations of each other by `translationKey` or the file's name, lists by what they list. */
function languageFinder(catalogues: readonly Catalogue[]): NonNullable<Catalogue["languagesOf"]> {
  const keys = new Map<string, string>();
  const paths = catalogues.map((catalogue) => {
    const byKey = new Map<string, string>();
    for (const address of addresses(catalogue)) {
      const key = keyOf(address, catalogue);
      if (key === undefined || byKey.has(key)) continue;
      byKey.set(key, address.path);
      keys.set(address.path, key);
    }
    return byKey;
  });
  return (path) =>
    catalogues.map(({ site }, index) => {
      const own = paths[index]?.get(keys.get(path) ?? "");
      return { language: site.language, path: own ?? pathsOf(site).home, isTranslation: own !== undefined };
    });
}

function keyOf({ path, entry, noindex, number = 1, term }: Address, { site }: Catalogue): string | undefined {
  if (!entry) return noindex || number > 1 || term?.posts.length === 0 ? undefined : path.slice(site.prefix?.length);
  // A post in a third language stands in the lists of the first, and is no translation.
  if (!isIn(entry.lang ?? site.language, site)) return undefined;
  return `${entry.kind} ${entry.translationKey ?? entry.id.replace(/\.(?:ko|en)$/iu, "")}`;
}
