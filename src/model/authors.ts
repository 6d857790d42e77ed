import type { TermWithPosts } from "./catalogue.ts";
import type { Entry } from "./post.ts";
import type { Author, Site } from "./site.ts";
import { termSlug } from "./urlize.ts";

/** What the settings say of the author of that name; undefined for a guest. */
export function authorNamed({ author, authors }: Pick<Site, "author" | "authors">, name: string): Author | undefined {
  return [...authors, author].find((known) => known.name === name);
}

/** The path of an author's page; undefined where the settings give that author none. */
export function authorPath(
  { authors, prefix = "" }: Pick<Site, "authors" | "prefix">,
  name: string,
): string | undefined {
  return authors.some((author) => author.name === name) ? `${prefix}/authors/${termSlug(name)}/` : undefined;
}

/** Every author of `authors`, in that order, with the posts that name them; a post that names nobody is by the site's own author. */
export function authorTerms(posts: readonly Entry[], site: Site): TermWithPosts[] {
  return site.authors.flatMap(({ name }) => {
    const path = authorPath(site, name);
    const own = posts.filter(({ author = site.author.name }) => author === name);
    return path === undefined ? [] : [{ kind: "author", label: name, slug: termSlug(name), path, posts: own }];
  });
}
