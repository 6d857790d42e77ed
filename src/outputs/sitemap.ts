import type { SitemapItem, SitemapOptions } from "@astrojs/sitemap";
import { decodedPath, fixedPaths, url } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { Moment } from "#model/moment.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";

/** What the map says of one page. */
export interface MapFacts {
  /** ISO 8601; absent where no content tells. */
  readonly lastmod?: string;
  /** Absolute addresses. */
  readonly images: readonly string[];
}

/** Every address that engines may list, by path, with what its content says: never the time of the build. */
export function mapFacts(catalogue: Catalogue): ReadonlyMap<string, MapFacts> {
  const { site, posts, pages, categories, tags, series } = catalogue;
  const shelves = [...categories, ...tags, ...series].filter((shelf) => shelf.posts.length > 0);
  const fixed = [fixedPaths.home, fixedPaths.posts, fixedPaths.archive, fixedPaths.subscribe];
  const indexes = [
    ...(categories.length > 0 ? [fixedPaths.categories] : []),
    ...(tags.length > 0 ? [fixedPaths.tags] : []),
    ...(series.length > 0 ? [fixedPaths.series] : []),
  ];
  return new Map<string, MapFacts>([
    ...[...fixed, ...indexes].map((path) => [path, factsOfList(posts)] as const),
    ...shelves.map((shelf) => [shelf.path, factsOfList(shelf.posts)] as const),
    ...[...pages, ...posts].map((entry) => [entry.path, factsOfEntry(entry, site)] as const),
  ]);
}

/** Settings for @astrojs/sitemap; `facts` is asked when the map is written, after all pages. */
export function sitemapOptions(site: Site, facts: () => ReadonlyMap<string, MapFacts>): NonNullable<SitemapOptions> {
  const pathOf = (address: string) => decodedPath(address, site) ?? "";
  return {
    entryLimit: 45_000,
    namespaces: { news: false, video: false, xhtml: false, image: true },
    filter: (address) => facts().has(pathOf(address)),
    serialize: (item) => {
      const path = pathOf(item.url);
      const known = facts().get(path);
      return known && written(url(site, path), known);
    },
  };
}

/** The package writes `img` but its type does not name it. */
function written(address: string, { lastmod, images }: MapFacts): SitemapItem {
  const item: SitemapItem & { img?: { url: string }[] } = { url: address };
  if (lastmod !== undefined) item.lastmod = lastmod;
  if (images.length > 0) item.img = images.map((image) => ({ url: image }));
  return item;
}

function factsOfEntry(entry: Entry, site: Site): MapFacts {
  const changed = entry.updated ?? entry.date;
  const paths = [...(entry.image ? [entry.image.path] : []), ...entry.pictures.map(({ path }) => path)];
  return {
    ...(changed && { lastmod: changed.iso }),
    images: [...new Set(paths)].slice(0, 1000).map((path) => url(site, path)),
  };
}

function factsOfList(posts: readonly Entry[]): MapFacts {
  const latest = posts.reduce<Moment | undefined>((newest, { date, updated }) => {
    const changed = updated ?? date;
    return changed && (newest === undefined || changed.epochMs > newest.epochMs) ? changed : newest;
  }, undefined);
  return { ...(latest && { lastmod: latest.iso }), images: [] };
}
