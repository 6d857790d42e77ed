import { type fixedPaths, href, pathsOf } from "#model/address.ts";
import type { Page, PageKind, Shared } from "#model/page.ts";
import { listNames, type Way } from "#model/site-parts.ts";
import { interfaceText } from "#text/interface.ts";

/** A link of the menu or the footer; `current` is the value of `aria-current` where the reader stands in that part of the site. */
export interface MenuLink {
  readonly label: string;
  /** As `href` has it. */
  readonly href: string;
  /** Site-relative; absent for another site's. */
  readonly path?: string;
  readonly current?: "page" | "true";
}

const sections: Partial<Record<PageKind, keyof typeof fixedPaths>> = {
  posts: "posts",
  article: "posts",
  archive: "posts",
  "archive-year": "posts",
  all: "posts",
  find: "find",
  word: "find",
  categories: "categories",
  category: "categories",
  tags: "tags",
  tag: "tags",
  "series-index": "series",
  series: "series",
};

/** The menu as it stands on a page: the owner's, else the lists that hold anything and the page about the site. */
export function menuOf(page: Page, shared: Shared): MenuLink[] {
  const kind = sections[page.kind];
  const section = kind && pathsOf(shared.site)[kind];
  return menuWays(shared).map((way) => {
    const link = linkOf(way, shared);
    if (link.path === page.path) return { ...link, current: "page" };
    return link.path !== undefined && link.path === section ? { ...link, current: "true" } : link;
  });
}

/** The links of the footer: the owner's, else what the menu leaves out of lists and pages. */
export function footerOf(shared: Shared): MenuLink[] {
  return footerWays(shared).map((way) => linkOf(way, shared));
}

function menuWays({ site, pages, ...lists }: Shared): readonly Way[] {
  const about = pages.filter(({ path }) => path === pathsOf(site).about).map(({ path }) => path);
  const found = lists.posts.length > 0 ? ["find" as const] : [];
  return (
    site.menu ?? [
      ...(["posts", "categories", "tags"] as const).filter((name) => lists[name].length > 0),
      ...found,
      ...about,
    ]
  );
}

function footerWays(shared: Shared): readonly Way[] {
  const { site, pages, posts, series } = shared;
  const inMenu = new Set(menuWays(shared).map((way) => linkOf(way, shared).path));
  const rest: Way[] = [
    "subscribe",
    "archive",
    ...(posts.length > 0 ? (["all", "find"] as const) : []),
    ...(series.length > 0 ? (["series"] as const) : []),
  ];
  const shown = pages.filter(({ noindex }) => !noindex).map(({ path }) => path);
  return site.footer.links ?? [...rest, ...shown].filter((way) => !inMenu.has(linkOf(way, shared).path));
}

function linkOf(way: Way, { site, pages }: Shared): MenuLink {
  const paths = pathsOf(site);
  const name = listNames.find((list) => list === way || paths[list] === way);
  if (name) return { label: interfaceText(site)[name], ...inside(paths[name], site) };
  if (typeof way === "string")
    return { label: pages.find(({ path }) => path === way)?.title ?? way, ...inside(way, site) };
  return way.href.startsWith("/") ? { label: way.label, ...inside(way.href, site) } : way;
}

function inside(path: string, site: Shared["site"]): { path: string; href: string } {
  return { path, href: href(site, path) };
}
