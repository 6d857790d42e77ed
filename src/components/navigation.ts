import { type fixedPaths, href, pathsOf } from "#model/address.ts";
import type { Page, PageKind, Shared } from "#model/page.ts";
import { listNames, type Way } from "#model/site.ts";
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

/** The kinds of pages that belong to each list. */
const sections: readonly (readonly [list: keyof typeof fixedPaths, ...kinds: PageKind[]])[] = [
  ["posts", "posts", "article", "archive", "archive-year", "all"],
  ["find", "find", "word"],
  ["categories", "categories", "category"],
  ["tags", "tags", "tag"],
  ["series", "series-index", "series"],
];

/** The menu as it stands on a page: the owner's, else the lists that hold anything, the index of more posts than one and the page about the site. */
export function menuOf(page: Page, shared: Shared): MenuLink[] {
  const [list] = sections.find(([, ...kinds]) => kinds.includes(page.kind)) ?? [];
  const section = list && pathsOf(shared.site)[list];
  return menuWays(shared).map((way) => {
    const link = linkOf(way, shared);
    if (link.path === page.path) return { ...link, current: "page" };
    return link.path !== undefined && link.path === section ? { ...link, current: "true" } : link;
  });
}

function menuWays({ site, pages, ...lists }: Shared): readonly Way[] {
  const { about } = pathsOf(site);
  const held = (["posts", "categories", "tags"] as const).filter((name) => lists[name].length > 0);
  const found = lists.posts.length > 1 ? ["find" as const] : [];
  return site.menu ?? [...held, ...found, ...(pages.some(({ path }) => path === about) ? [about] : [])];
}

/** The links of the footer: the owner's, else what the menu leaves out of lists and pages. */
export function footerOf(shared: Shared): MenuLink[] {
  const { site, pages, posts, series } = shared;
  const inMenu = new Set(menuWays(shared).map((way) => linkOf(way, shared).path));
  const rest: readonly Way[] = [
    "subscribe",
    "archive",
    ...(posts.length > 1 ? (["all", "find"] as const) : []),
    ...(series.length > 0 ? (["series"] as const) : []),
    ...pages.filter(({ noindex }) => !noindex).map(({ path }) => path),
  ];
  if (site.footer.links) return site.footer.links.map((way) => linkOf(way, shared));
  return rest.map((way) => linkOf(way, shared)).filter(({ path }) => !inMenu.has(path));
}

function linkOf(way: Way, { site, pages }: Shared): MenuLink {
  const paths = pathsOf(site);
  const inside = (label: string, path: string) => ({ label, path, href: href(site, path) });
  const name = listNames.find((list) => list === way || paths[list] === way);
  if (name) return inside(interfaceText(site)[name], paths[name]);
  if (typeof way === "string") return inside(pages.find(({ path }) => path === way)?.title ?? way, way);
  return way.href.startsWith("/") ? inside(way.label, way.href) : way;
}
