import type { SitemapItem, SitemapOptions } from "@astrojs/sitemap";
import { decodedPath, url } from "#model/address.ts";
import { type Address, addresses } from "#model/addresses.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";

/** What the map says of one page. */
export interface MapFacts {
  /** ISO 8601, from content and never from the time of the build; absent where no content tells. */
  readonly lastmod?: string;
  /** Absolute addresses. */
  readonly images: readonly string[];
}

/** Whether engines may list the page at an address: not a list past its first page, not an empty one. */
export function isIndexable({ kind, number = 1, shelf }: Pick<Address, "kind" | "number" | "shelf">): boolean {
  return kind !== "not-found" && number === 1 && (shelf === undefined || shelf.posts.length > 0);
}

/** Every page that engines may list, by path. */
export function mapFacts(catalogue: Catalogue): ReadonlyMap<string, MapFacts> {
  const { site } = catalogue;
  return new Map(
    addresses(catalogue)
      .filter(isIndexable)
      .map(({ path, lastmod, entry }) => [
        path,
        { ...(lastmod && { lastmod: lastmod.iso }), images: entry ? picturesOf(entry, site) : [] },
      ]),
  );
}

/**
 * Settings for @astrojs/sitemap; `facts` is asked when the map is written, after all pages. The map lists the
 * catalogue's addresses and not the pages made in this run, which in an incremental build are only those that changed.
 */
export function sitemapOptions(site: Site, facts: () => ReadonlyMap<string, MapFacts>): NonNullable<SitemapOptions> {
  const path = (address: string) => decodedPath(address, site) ?? "";
  return {
    entryLimit: 45_000,
    namespaces: { news: false, video: false, xhtml: false, image: true },
    get customPages() {
      return [...facts().keys()].map((known) => url(site, known));
    },
    filter: (address) => facts().has(path(address)) && url(site, path(address)) === address,
    serialize: ({ url: address }) => {
      const known = facts().get(path(address));
      return known && written(address, known);
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

/** At most 1,000, the number Google reads of one page. */
function picturesOf({ image, pictures }: Entry, site: Site): string[] {
  const paths = [...(image ? [image] : []), ...pictures].map((picture) => picture.path);
  return [...new Set(paths)].slice(0, 1000).map((path) => url(site, path));
}
