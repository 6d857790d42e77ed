import { url, pathsOf } from "#model/address.ts";
import { escaped } from "#model/escape.ts";
import type { Catalogue, TermWithPosts } from "#model/catalogue.ts";
import { newestFirst } from "#model/order.ts";
import type { Entry } from "#model/post.ts";
import { interfaceText } from "#text/interface.ts";
import { pageText } from "#text/pages.ts";
import { feedPath, hasFeed } from "./feed-address.ts";
import { safeLine } from "./safe-text.ts";

/** The terms that have feeds of their own, by kind with its title. */
function fedGroups(catalogue: Catalogue) {
  const { site, categories, series, authors, tags } = catalogue;
  const text = pageText(site);
  return [
    { kind: "category", title: text.categories.title, terms: categories },
    { kind: "series", title: text["series-index"].title, terms: series },
    { kind: "author", title: interfaceText(site).authors, terms: authors },
    { kind: "tag", title: text.tags.title, terms: tags },
  ]
    .map(({ terms, ...group }) => ({ ...group, terms: terms.filter((term) => hasFeed(term, site)) }))
    .filter(({ terms }) => terms.length > 0);
}

/** Every term that has a feed of its own. */
export function fedTerms(catalogue: Catalogue): readonly TermWithPosts[] {
  return fedGroups(catalogue).flatMap(({ terms }) => terms);
}

/** What `/subscribe/` shows: the whole site, then every category, series, author and tag, each with what its feed last carried; cost linear in posts and their terms. */
export function feedChoices(catalogue: Catalogue) {
  const { site, posts } = catalogue;
  const { home } = pathsOf(site);
  return {
    all: { path: home, label: site.title, newest: newestOf(posts), opml: opmlPath(home) },
    groups: fedGroups(catalogue).map(({ terms, ...group }) => ({
      ...group,
      choices: terms.map(({ kind, path, label, posts: own }) => {
        const opml = kind === "category" ? opmlPath(path) : undefined;
        return { path, label, newest: newestOf(own), opml };
      }),
    })),
  };
}

/** A series stands in reading order, so that its newest post need not be its first. */
function newestOf(posts: readonly Entry[]): Entry | undefined {
  const [first, ...rest] = posts;
  return rest.reduce((found, post) => (found && newestFirst(post, found) < 0 ? post : found), first);
}

/** The path of a list's OPML: `/opml.xml` holds every feed, `/categories/지식-쌓기/opml.xml` those of one category. */
export function opmlPath(listPath: string): string {
  return `${listPath}opml.xml`;
}

/** Every feed of the site as OPML 2.0, in folders by category, series, author and tag. */
export function opmlOfSite(catalogue: Catalogue): string {
  const { site } = catalogue;
  const whole = feedLine(site, pathsOf(site).home, site.title);
  return opml(site.title, [whole, ...fedGroups(catalogue).map(({ title, terms }) => folder(title, terms, site))]);
}

/** A category's feed as OPML 2.0, with the feeds of the tags that its posts bear. */
export function opmlOfCategory(category: TermWithPosts, { site, tags }: Catalogue): string {
  const used = new Set(category.posts.flatMap((post) => post.tags));
  const terms = tags.filter((tag) => used.has(tag.label) && hasFeed(tag, site));
  const title = `${category.label} · ${site.title}`;
  return opml(title, [
    feedLine(site, category.path, title),
    ...(terms.length > 0 ? [folder(pageText(site).tags.title, terms, site)] : []),
  ]);
}

function opml(title: string, outlines: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head><title>${escaped(safeLine(title))}</title></head>
<body>
${outlines.join("\n")}
</body>
</opml>
`;
}

function folder(title: string, terms: readonly TermWithPosts[], site: Catalogue["site"]): string {
  const text = escaped(safeLine(title));
  const lines = terms.map(({ path, label }) => feedLine(site, path, `${label} · ${site.title}`));
  return [`<outline text="${text}" title="${text}">`, ...lines, "</outline>"].join("\n");
}

function feedLine(site: Catalogue["site"], path: string, title: string): string {
  const text = escaped(safeLine(title));
  const feed = escaped(url(site, feedPath(path, "rss")));
  return `<outline type="rss" text="${text}" title="${text}" xmlUrl="${feed}" htmlUrl="${escaped(url(site, path))}"/>`;
}
