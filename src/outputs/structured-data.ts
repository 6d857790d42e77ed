import { url, pathsOf } from "#model/address.ts";
import { authorNamed, authorPath } from "#model/authors.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { Page, PageKind } from "#model/page.ts";
import type { Entry } from "#model/post.ts";
import { interfaceText } from "#text/interface.ts";
import { shareImage } from "./share-image.ts";

type Data = Readonly<Record<string, unknown>>;

/** The schema.org descriptions of a page: what it is, and the way to it from the home page. */
export function structuredData(page: Page, catalogue: Pick<Catalogue, "site">, description: string): Data[] {
  if (page.kind === "not-found") return [];
  if (page.kind === "home") return [(page.number ?? 1) > 1 ? list(page, catalogue, description) : website(catalogue)];
  const main =
    page.kind === "article" && page.entry
      ? posting(page.entry, catalogue, description)
      : page.kind === "standing" || page.kind === "own"
        ? {
            ...list(page, catalogue, description),
            "@type": page.path === pathsOf(catalogue.site).about ? "AboutPage" : "WebPage",
          }
        : list(page, catalogue, description);
  return [main, breadcrumbs(page, catalogue)];
}

/** JSON for a `<script type="application/ld+json">` block: nothing in it can end the block or a line of script. */
export function jsonLdText(data: unknown): string {
  const written = JSON.stringify(data);
  if (!/[<\u2028\u2029]/u.test(written)) return written;
  return written.replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

function person({ site }: Pick<Catalogue, "site">, name = site.author.name): Data {
  const known = authorNamed(site, name);
  if (known === undefined) return { "@type": "Person", name };
  const { profiles, url: own } = known;
  return {
    "@type": "Person",
    name,
    url: own ?? url(site, authorPath(site, name) ?? pathsOf(site).home),
    ...(profiles.length > 0 && { sameAs: profiles.map(({ url: address }) => address) }),
  };
}

function website(catalogue: Pick<Catalogue, "site">): Data {
  const { site } = catalogue;
  return {
    "@context": "https://schema.org",
    "@type": "WebSite",
    name: site.title,
    description: site.description,
    url: url(site, pathsOf(site).home),
    inLanguage: site.language,
    author: person(catalogue),
    ...(site.license && { license: site.license.url }),
  };
}

/** Section, tags and site stand in the page's metas and are not repeated; the page whose main thing it is gives its address. */
function posting(entry: Entry, catalogue: Pick<Catalogue, "site">, description: string): Data {
  const { site } = catalogue;
  const image = shareImage(entry, site);
  const changed = entry.updated ?? entry.date;
  return {
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    headline: entry.title,
    description,
    mainEntityOfPage: url(site, entry.path),
    ...(entry.date && { datePublished: entry.date.iso }),
    ...(changed && { dateModified: changed.iso }),
    author: person(catalogue, entry.author),
    inLanguage: entry.lang ?? site.language,
    ...(image && { image: image.url }),
    ...(entry.replies && { commentCount: entry.replies.length }),
    ...licence(entry, catalogue),
  };
}

function licence(entry: Entry, { site }: Pick<Catalogue, "site">): Data {
  if (entry.license === undefined) return site.license ? { license: site.license.url } : {};
  return URL.canParse(entry.license) ? { license: entry.license } : {};
}

function list(page: Page, { site }: Pick<Catalogue, "site">, description: string): Data {
  return {
    "@context": "https://schema.org",
    "@type": "CollectionPage",
    name: page.title,
    description,
    url: url(site, page.path),
    inLanguage: site.language,
    isPartOf: { "@type": "WebSite", name: site.title, url: url(site, pathsOf(site).home) },
  };
}

function breadcrumbs(page: Page, { site }: Pick<Catalogue, "site">): Data {
  const words = interfaceText(site);
  const home = { name: site.title, path: pathsOf(site).home };
  const category = page.section;
  const above: Partial<Record<PageKind, { name: string; path: string } | undefined>> = {
    category: { name: words.categories, path: pathsOf(site).categories },
    tag: { name: words.tags, path: pathsOf(site).tags },
    series: { name: words.series, path: pathsOf(site).series },
    "archive-year": { name: words.archive, path: pathsOf(site).archive },
    article: category && { name: category.label, path: category.path },
  };
  const steps = [home, above[page.kind], { name: page.title, path: page.path }].filter((step) => step !== undefined);
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: url(site, path),
    })),
  };
}
