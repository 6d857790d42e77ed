import { pathsOf, url } from "./address.ts";
import type { TermWithPosts } from "./catalogue.ts";
import type { Entry } from "./post.ts";
import type { Author, Site } from "./site.ts";
import { termSlug } from "./urlize.ts";

/** What the settings say of the author of that name, or of the site's own; undefined for a guest. */
export function authorNamed({ author, authors }: Site, name = author.name): Author | undefined {
  return [...authors, author].find((known) => known.name === name);
}

/** The path of an author's page; undefined where the settings give that author none. */
export function authorPath(
  { authors, prefix = "" }: Pick<Site, "authors" | "prefix">,
  name: string,
): string | undefined {
  return authors.some((author) => author.name === name) ? `${prefix}/authors/${termSlug(name)}/` : undefined;
}

/** Where an author is found: at home elsewhere, else among the authors here. */
export function authorAddress(author: Author, site: Site): string {
  return author.url ?? url(site, authorPath(site, author.name) ?? pathsOf(site).home);
}

/** Every author of `authors`, in that order, with the posts that name them; a post that names nobody is by the site's own author. */
export function authorTerms(posts: readonly Entry[], site: Site): TermWithPosts[] {
  return site.authors.flatMap(({ name }) => {
    const path = authorPath(site, name);
    const own = posts.filter(({ author = site.author.name }) => author === name);
    return path === undefined ? [] : [{ kind: "author", label: name, slug: termSlug(name), path, posts: own }];
  });
}
