import { pathsOf } from "#model/address.ts";
import type { Catalogue, TermWithPosts } from "#model/catalogue.ts";
import { newestFirst } from "#model/order.ts";
import type { Entry } from "#model/post.ts";
import { interfaceText } from "#text/interface.ts";
import { pageText } from "#text/pages.ts";
import { opmlPath } from "./opml.ts";

/** One list to follow; paths are site-relative. */
interface FeedChoice {
  readonly path: string;
  readonly label: string;
  readonly posts: number;
  /** What its feed last carried. */
  readonly newest?: Entry;
  /** The OPML file of it and its tags, for categories. */
  readonly opml?: string;
}

/** What `/subscribe/` shows: the whole site, then every category, series and tag. */
export interface FeedChoices {
  readonly all: FeedChoice;
  readonly groups: readonly {
    readonly kind: TermWithPosts["kind"];
    readonly title: string;
    readonly choices: readonly FeedChoice[];
  }[];
}

/** Every feed there is, with what it last carried; cost linear in posts and their terms. */
export function feedChoices(catalogue: Catalogue): FeedChoices {
  const { site, posts, categories, series, tags, authors } = catalogue;
  const text = pageText(site);
  const group = (kind: TermWithPosts["kind"], title: string, terms: readonly TermWithPosts[]) =>
    terms.length === 0 ? [] : [{ kind, title, choices: terms.map(choiceOf) }];
  return {
    all: { path: pathsOf(site).home, label: site.title, ...lastOf(posts), opml: opmlPath(pathsOf(site).home) },
    groups: [
      ...group("category", text.categories.title, categories),
      ...group("series", text["series-index"].title, series),
      ...group("author", interfaceText(site).authors, authors),
      ...group("tag", text.tags.title, site.outputs.tagFeeds ? tags : []),
    ],
  };
}

function choiceOf({ kind, path, label, posts }: TermWithPosts): FeedChoice {
  return { path, label, ...lastOf(posts), ...(kind === "category" && { opml: opmlPath(path) }) };
}

/** A series stands in reading order, so that its newest post need not be its first. */
function lastOf(posts: readonly Entry[]): Pick<FeedChoice, "posts" | "newest"> {
  const newest = posts.reduce<Entry | undefined>(
    (found, post) => (found === undefined || newestFirst(post, found) < 0 ? post : found),
    undefined,
  );
  return { posts: posts.length, ...(newest && { newest }) };
}
