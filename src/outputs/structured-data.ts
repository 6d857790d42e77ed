import { url, pathsOf } from "#model/address.ts";
import { authorAddress, authorNamed } from "#model/authors.ts";
import { licenceOf } from "#model/licence.ts";
import type { Page } from "#model/page.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { interfaceText } from "#text/interface.ts";
import { shareImage } from "./share-image.ts";

type Data = Readonly<Record<string, unknown>>;

/** The schema.org descriptions of a page: what it is, and the way to it from the home page. */
export function structuredData(page: Page, site: Site, description: string): Data[] {
  const { kind, number = 1, entry } = page;
  if (kind === "home") return [number > 1 ? pageData(page, site, description) : website(site)];
  const main = kind === "article" && entry ? posting(entry, site, description) : pageData(page, site, description);
  return [main, breadcrumbs(page, site)];
}

/** JSON for a `<script type="application/ld+json">` block: nothing in it can end the block or a line of script. */
export function jsonLdText(data: unknown): string {
  const code = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(data).replace(/[<\u2028\u2029]/gu, code);
}

function person(site: Site, name = site.author.name): Data {
  const known = authorNamed(site, name);
  if (known === undefined) return { "@type": "Person", name };
  const sameAs = known.profiles.map(({ url: address }) => address);
  return { "@type": "Person", name, url: authorAddress(known, site), sameAs: sameAs.length > 0 ? sameAs : undefined };
}

function website(site: Site): Data {
  return {
    "@context": "https://schema.org",
    "@type": "WebSite",
    name: site.title,
    description: site.description,
    url: url(site, pathsOf(site).home),
    inLanguage: site.language,
    author: person(site),
    license: licenceOf(undefined, site)?.url,
  };
}

/** Section, tags and site stand in the page's metas and are not repeated; the page whose main thing it is gives its address. */
function posting(entry: Entry, site: Site, description: string): Data {
  return {
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    headline: entry.title,
    description,
    mainEntityOfPage: url(site, entry.path),
    datePublished: entry.date?.iso,
    dateModified: (entry.updated ?? entry.date)?.iso,
    author: person(site, entry.author),
    inLanguage: entry.lang ?? site.language,
    image: shareImage(entry, site)?.url,
    commentCount: entry.replies?.length,
    license: licenceOf(entry, site)?.url,
  };
}

function pageData({ kind, path, title, entry }: Page, site: Site, description: string): Data {
  const ofOne = path === pathsOf(site).about ? "AboutPage" : "WebPage";
  return {
    "@context": "https://schema.org",
    "@type": kind === "standing" || kind === "own" ? ofOne : "CollectionPage",
    name: title,
    description,
    url: url(site, path),
    inLanguage: entry?.lang ?? site.language,
    isPartOf: { "@type": "WebSite", name: site.title, url: url(site, pathsOf(site).home) },
  };
}

function breadcrumbs({ kind, path, title, section }: Page, site: Site): Data {
  const paths = pathsOf(site);
  const lists = { category: "categories", tag: "tags", series: "series", "archive-year": "archive" } as const;
  const list = kind in lists ? lists[kind as keyof typeof lists] : undefined;
  const above = kind === "article" ? section && { title: section.label, path: section.path } : undefined;
  const steps = [
    { title: site.title, path: paths.home },
    list ? { title: interfaceText(site)[list], path: paths[list] } : above,
    { title, path },
  ].filter((step) => step !== undefined);
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map((step, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: step.title,
      item: url(site, step.path),
    })),
  };
}
