import type { SitemapItem, SitemapOptions } from "@astrojs/sitemap";
import { url } from "#model/address.ts";
import { addresses } from "#model/addresses.ts";
import { escaped } from "#model/escape.ts";
import { stamp } from "#model/instant.ts";
import type { InLanguage, Page } from "#model/page.ts";
import type { Catalogue } from "#model/catalogue.ts";
import { byCodePoint } from "#model/order.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";

export interface MapFacts {
  /** A day, or ISO 8601 with its author's offset, from content and never from the time of the build; absent where no content tells. */
  readonly lastmod?: string;
  /** Absolute addresses. */
  readonly images: readonly string[];
  /** Absolute address by language, the page's own among them. */
  readonly translations?: SitemapItem["links"];
}

/** Whether engines may list the page at an address: not a list past its first page, not an empty one, none whose author says no. */
export function isIndexable(page: Pick<Page, "kind" | "number" | "term" | "entry" | "noindex">): boolean {
  const { kind, number = 1, term, entry } = page;
  if (page.noindex || entry?.noindex) return false;
  return kind !== "not-found" && number === 1 && (term === undefined || term.posts.length > 0);
}

/** Every page that engines may list, by path. */
export function mapFacts(catalogue: Catalogue): ReadonlyMap<string, MapFacts> {
  const { site, languagesOf } = catalogue;
  return new Map(
    addresses(catalogue)
      .filter(isIndexable)
      .map(({ path, lastmod, entry }) => [
        path,
        {
          ...(lastmod && { lastmod: stamp(lastmod) }),
          images: entry ? picturesOf(entry, site) : [],
          ...(languagesOf && { translations: translationLinks(languagesOf(path), site) }),
        },
      ]),
  );
}

/** Settings for @astrojs/sitemap, which lists the addresses of the facts. */
export function sitemapOptions(site: Site, facts: ReadonlyMap<string, MapFacts>): NonNullable<SitemapOptions> {
  const { compare } = new Intl.Collator("en", { numeric: true });
  const items = [...facts].map(([path, { lastmod, images, translations = [] }]): SitemapItem => ({
    url: url(site, path),
    ...(lastmod !== undefined && { lastmod }),
    // The package writes these but its type does not name them.
    ...(images.length > 0 && { img: images.map((image) => ({ url: image })) }),
    ...(translations.length > 0 && { links: translations }),
  }));
  // The package sorts addresses in this very order, at twenty times the cost where it finds them in another; it leaves
  // those in the order given that differ only in a number's leading zeros.
  items.sort((a, b) => compare(a.url, b.url) || byCodePoint(a.url, b.url));
  const byAddress = new Map(items.map((item) => [item.url, item]));
  return {
    entryLimit: 45_000,
    namespaces: { news: false, video: false, xhtml: items.some(({ links }) => links !== undefined), image: true },
    customPages: [...byAddress.keys()],
    serialize: ({ url: address }) => byAddress.get(address),
  };
}

/** A map as the package wrote it with each page's `lastmod` as its author dates it: the package would state it in UTC, often the day before. */
export function withAuthorsDays(xml: string, facts: ReadonlyMap<string, MapFacts>, site: Site): string {
  const days = new Map([...facts].map(([path, { lastmod }]) => [escaped(url(site, path)), lastmod]));
  return xml.replace(
    /<loc>([^<]*)<\/loc><lastmod>([^<]*)<\/lastmod>/gu,
    (_, loc: string, inUtc: string) => `<loc>${loc}</loc><lastmod>${days.get(loc) ?? inUtc}</lastmod>`,
  );
}

/** The links by which a page and its translations name each other (`hreflang`), absolute; none for a page without any. `x-default` is the one in the site's own language. */
export function translationLinks(
  languages: readonly InLanguage[],
  site: Pick<Site, "address">,
): { lang: string; url: string }[] {
  const found = languages.filter(({ isTranslation }) => isTranslation);
  if (found.length < 2) return [];
  const links = found.map(({ language, path }) => ({ lang: language, url: url(site, path) }));
  return [...links, ...links.slice(0, 1).map((first) => ({ ...first, lang: "x-default" }))];
}

/** At most 1,000, the number Google reads of one page. */
function picturesOf({ image, pictures }: Entry, site: Site): string[] {
  const paths = [...(image ? [image] : []), ...pictures].map((picture) => picture.path);
  const shown = paths.filter((path) => /\.(?:png|jpe?g|gif|webp|avif|svg)$/u.test(path));
  return [...new Set(shown)].slice(0, 1000).map((path) => url(site, path));
}
