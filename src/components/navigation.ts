import { fixedPaths } from "#model/address.ts";
import type { Page, PageKind, Shared } from "#model/page.ts";
import { interfaceText } from "#text/interface.ts";

/** A link of the main menu; `current` is the value of `aria-current` where the reader stands in that part of the site. */
export interface MenuLink {
  readonly label: string;
  readonly path: string;
  readonly current?: "page" | "true";
}

const sections: Partial<Record<PageKind, string>> = {
  posts: fixedPaths.posts,
  article: fixedPaths.posts,
  archive: fixedPaths.posts,
  "archive-year": fixedPaths.posts,
  categories: fixedPaths.categories,
  category: fixedPaths.categories,
  tags: fixedPaths.tags,
  tag: fixedPaths.tags,
};

/** The main menu as it stands on a page: posts, categories, tags and, where it exists, the page about the site. */
export function menuOf(page: Page, { site, pages }: Pick<Shared, "site" | "pages">): MenuLink[] {
  const text = interfaceText(site);
  const links: MenuLink[] = [
    { label: text.posts, path: fixedPaths.posts },
    { label: text.categories, path: fixedPaths.categories },
    { label: text.tags, path: fixedPaths.tags },
  ];
  if (pages.some(({ path }) => path === fixedPaths.about)) links.push({ label: text.about, path: fixedPaths.about });
  const section = sections[page.kind];
  return links.map((link) => {
    if (link.path === page.path) return { ...link, current: "page" };
    return link.path === section ? { ...link, current: "true" } : link;
  });
}
