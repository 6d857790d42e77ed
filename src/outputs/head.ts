import { fixedPaths, pathsOf, url } from "#model/address.ts";
import { authorAddress, authorNamed } from "#model/authors.ts";
import { metaPolicy } from "#model/content-policy.ts";
import { tag } from "#model/escape.ts";
import { licenceOf } from "#model/licence.ts";
import type { Page, Shared } from "#model/page.ts";
import type { Entry } from "#model/post.ts";
import { searchForm } from "#model/search.ts";
import type { Author, Site } from "#model/site.ts";
import { termKinds } from "#text/interface.ts";
import { outputText } from "#text/outputs.ts";
import { type FeedFormat, feedFormats, feedPath, hasFeed } from "./feed-address.ts";
import { markdownPath } from "./markdown-source.ts";
import { openSearchPath } from "./search-engines.ts";
import { safeLine } from "./safe-text.ts";
import { pageImage, shareImage } from "./share-image.ts";
import { isIndexable, translationLinks } from "./sitemap.ts";
import { jsonLdText, structuredData } from "./structured-data.ts";

/** What a page's `<head>` says beside the style sheet, which Astro adds. */
export interface Head {
  /** Absent in the dev server, where it would forbid what brings edits to the page. */
  readonly policy?: string | undefined;
  readonly title: string;
  readonly description: string;
  /** Absolute; absent for a page without an address of its own. */
  readonly canonical?: string;
  readonly robots: string;
  /** All further `<link>`, `<meta>` and JSON-LD, printed. */
  readonly more: string;
}

/** What every layout is given. */
export interface PageProps {
  readonly page: Page;
  readonly head: Head;
  readonly shared: Shared;
}

/** Makes the heads of pages from the page itself and what all pages share. */
export function headMaker(shared: Shared): (page: Page) => Head {
  const { site, preview, pictureOrigins } = shared;
  const policy = preview ? undefined : metaPolicy(pictureOrigins, searchForm(site)?.origins);
  const models = site.modelCrawlers === "deny" ? ["noai", "noimageai"] : [];
  return (page) => {
    const { kind, number = 1, term, about } = page;
    const part = number > 1 ? outputText(site.language).page(number) : undefined;
    // What tells a category from a tag of the same name.
    const listed = term && termKinds(site)[term.kind];
    const description = joined([about ?? (page.description || `${page.title} · ${site.description}`), part]);
    const head = {
      policy,
      title:
        kind === "home" ? joined([site.title, part]) : page.title && joined([page.title, listed, part, site.title]),
      description,
      robots: [...(isIndexable(page) ? ["max-image-preview:large"] : ["noindex", "follow"]), ...models].join(", "),
    };
    if (kind === "not-found") return { ...head, more: "" };
    const data = structuredData(page, site, description).map(
      (one) => `<script type="application/ld+json">${jsonLdText(one)}</script>`,
    );
    return { ...head, canonical: url(site, page.path), more: headTags(page, shared, description) + data.join("") };
  };
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map(safeLine)
    .join(" · ");
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** Every `<link>` of a page besides its canonical one, its icons and its style sheet, all addresses absolute; then every `<meta>` besides those that all pages share, its description and robots. */
function headTags(page: Page, shared: Shared, description: string): string {
  const links = linksOf(page, shared.site).filter(({ href }) => href !== undefined);
  const metas = metasOf(page, shared, description).filter(({ content }) => content !== undefined);
  return [...links.map((link) => tag("link", link)), ...metas.map((meta) => tag("meta", meta))].join("");
}

function linksOf(page: Page, site: Site): Attributes[] {
  const source = page.entry && markdownPath(page.entry, site);
  const writer = writerOf(page, site);
  return [
    ...feedLinks(page, site),
    {
      rel: "alternate",
      type: "text/markdown",
      href: source && url(site, source),
      title: outputText(site.language).markdown,
    },
    ...translationLinks(page.languages ?? [], site).map((to) => ({
      rel: "alternate",
      hreflang: to.lang,
      href: to.url,
    })),
    { rel: "webmention", href: page.kind === "article" ? site.webmention : undefined },
    { rel: "author", href: writer && authorAddress(writer, site) },
    {
      rel: "search",
      type: "application/opensearchdescription+xml",
      href: site.search === "own" ? url(site, openSearchPath) : undefined,
      title: site.title,
    },
    { rel: "license", href: licenceOf(page.entry, site)?.url },
    ...(writer?.profiles ?? []).map(({ url: href }) => ({ rel: "me", href })),
  ];
}

/** What the settings say of the one whose words a page shows: the post's author, the one a list is of, else the site's own. */
function writerOf({ kind, entry, term }: Page, site: Site): Author | undefined {
  return authorNamed(site, kind === "article" ? entry?.author : term?.kind === "author" ? term.label : undefined);
}

/** The feeds of the page's own subject first, for readers that take the first they see; then those of the whole site. */
function feedLinks({ term, section }: Page, site: Site): Attributes[] {
  const link = (path: string, name: string) => (format: FeedFormat) => {
    const { type, label } = feedFormats[format];
    return { rel: "alternate", type, href: url(site, feedPath(path, format)), title: `${safeLine(name)} (${label})` };
  };
  const { feeds } = site.outputs;
  const ofSite = feeds.map(link(pathsOf(site).home, site.title));
  const own = term ?? section;
  if (own === undefined || !hasFeed(own, site)) return ofSite;
  const ofOwn = link(own.path, `${safeLine(own.label)} · ${site.title}`);
  return term ? [...feeds.map(ofOwn), ...ofSite] : [...ofSite, ofOwn("rss")];
}

function metasOf(page: Page, { site, paper }: Shared, description: string): Attributes[] {
  const entry = page.kind === "article" ? page.entry : undefined;
  const { language, region } = new Intl.Locale(page.entry?.lang ?? site.language).maximize();
  const { naver, google, bing } = page.path === fixedPaths.home ? site.verification : {};
  return [
    { name: "theme-color", content: paper?.light, media: "(prefers-color-scheme: light)" },
    { name: "theme-color", content: paper?.dark, media: "(prefers-color-scheme: dark)" },
    { name: "author", content: entry?.author ?? site.author.name },
    { name: "fediverse:creator", content: writerOf(page, site)?.fediverse },
    { name: "tdm-reservation", content: site.modelCrawlers === "deny" ? "1" : undefined },
    { name: "naver-site-verification", content: naver },
    { name: "google-site-verification", content: google },
    { name: "msvalidate.01", content: bing },
    { property: "og:type", content: entry ? "article" : "website" },
    { property: "og:site_name", content: site.title },
    { property: "og:locale", content: `${language}_${region}` },
    { property: "og:title", content: page.kind === "home" ? site.title : safeLine(page.title) },
    { property: "og:description", content: description },
    { property: "og:url", content: url(site, page.path) },
    ...imageMetas(page, site),
    ...(entry ? articleMetas(entry) : []),
  ];
}

/** The page's picture for previews; a small card without one where the settings want none. */
function imageMetas(page: Page, site: Site): Attributes[] {
  const image = (page.entry && shareImage(page.entry, site)) ?? pageImage(page.term, site);
  return [
    { property: "og:image", content: image?.url },
    { property: "og:image:width", content: image?.width?.toString() },
    { property: "og:image:height", content: image?.height?.toString() },
    { property: "og:image:alt", content: image && safeLine(image.alt || page.title) },
    { name: "twitter:card", content: image ? "summary_large_image" : "summary" },
  ];
}

function articleMetas({ date, updated, categories: [section], tags }: Entry): Attributes[] {
  return [
    { property: "article:published_time", content: date?.iso },
    { property: "article:modified_time", content: updated?.iso },
    { property: "article:section", content: section && safeLine(section) },
    ...tags.map((label) => ({ property: "article:tag", content: safeLine(label) })),
  ];
}
