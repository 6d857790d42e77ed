import { url } from "#model/address.ts";
import { addresses } from "#model/addresses.ts";
import { escaped } from "#model/escape.ts";
import { stamp } from "#model/instant.ts";
import type { InLanguage, Page } from "#model/page.ts";
import type { Catalogue } from "#model/catalogue.ts";
import { byCodePoint } from "#model/order.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";

/** What the map says of one page. */
export interface MapFacts {
  /** A day, or ISO 8601 with its author's offset, from content and never from the time of the build; absent where no content tells. */
  readonly lastmod?: string;
  /** Absolute addresses. */
  readonly images: readonly string[];
  /** Absolute address by language, the page's own among them. */
  readonly translations?: readonly { readonly lang: string; readonly url: string }[];
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

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
/** Below the 50,000 of the protocol. */
const perFile = 45_000;

/** The files of the map by name: the index, under the name that people try too, and those it lists, in order of addresses. */
export function mapFiles(facts: ReadonlyMap<string, MapFacts>, site: Site): ReadonlyMap<string, string> {
  const { compare } = new Intl.Collator("en", { numeric: true });
  const items = Array.from(facts, ([path, said]) => ({ loc: url(site, path), ...said }));
  items.sort((a, b) => compare(a.loc, b.loc) || byCodePoint(a.loc, b.loc));
  const count = Math.ceil(items.length / perFile);
  const parts = Array.from({ length: count }, (_, at) => items.slice(at * perFile, (at + 1) * perFile));
  const names = parts.map((_, at) => `sitemap-${at}.xml`);
  const lines = parts.map((part, at) => `<sitemap>${located(url(site, `/${names[at]}`), latest(part))}</sitemap>`);
  const index = `${head}<sitemapindex xmlns="${namespace}">${lines.join("")}</sitemapindex>`;
  const isTranslated = items.some(({ translations = [] }) => translations.length > 0);
  const xhtml = isTranslated ? ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' : "";
  const start = `${head}<urlset xmlns="${namespace}"${xhtml} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">`;
  return new Map([
    ["sitemap-index.xml", index],
    ["sitemap.xml", index],
    ...parts.map((part, at) => [names[at] ?? "", `${start}${part.map(item).join("")}</urlset>`] as const),
  ]);
}

function latest(part: readonly MapFacts[]): string | undefined {
  return part
    .flatMap(({ lastmod }) => lastmod ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
}

function item({ loc, lastmod, images, translations = [] }: MapFacts & { readonly loc: string }): string {
  const links = translations.map(
    (one) => `<xhtml:link rel="alternate" hreflang="${one.lang}" href="${escaped(one.url)}"/>`,
  );
  const shown = images.map((image) => `<image:image><image:loc>${escaped(image)}</image:loc></image:image>`);
  return `<url>${[located(loc, lastmod), ...links, ...shown].join("")}</url>`;
}

function located(loc: string, lastmod: string | undefined): string {
  return `<loc>${escaped(loc)}</loc>${lastmod === undefined ? "" : `<lastmod>${lastmod}</lastmod>`}`;
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
