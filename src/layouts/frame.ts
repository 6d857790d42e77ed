import { fixedPaths, href } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { Page } from "#model/page.ts";
import { headPrinter } from "#outputs/head.ts";
import { tag, text } from "#outputs/tags.ts";
import { interfaceText } from "#text/interface.ts";
import { type MenuLink, menuOf } from "./navigation.ts";

/** What stands around a page's own part, as HTML. */
export interface Frame {
  /** Between `<head>` and `</head>`, but for the style sheet. */
  readonly head: string;
  /** Of the header at the top: the way home and the main menu. */
  readonly top: string;
  /** Of the footer. */
  readonly foot: string;
}

/** The mark: 서고, its strokes cut out of a square seal. */
const seal =
  '<svg viewBox="1 1 30 30" aria-hidden="true"><path d="M9 6C9 15 7.5 21 4.5 26M8.8 12C9.4 17 10.4 20 12 23M11.5 13.5h3.7M15.2 5v22M18.8 7.2h8c0 4-.2 6-.8 9M22.6 18.5v7M17.8 26h10.4"></path></svg>';

/** A printer of the frame of a catalogue's pages; what all share is printed once. */
export function framePrinter(catalogue: Catalogue): (page: Page) => Frame {
  const head = headPrinter(catalogue);
  const foot = footOf(catalogue);
  const tops = new Map<string, string>();
  return (page) => {
    const menu = menuOf(page, catalogue);
    const standing = `${page.path === "/"} ${menu.map(({ current }) => current).join()}`;
    const top = tops.get(standing) ?? topOf(page, menu, catalogue);
    tops.set(standing, top);
    return { head: head(page), top, foot };
  };
}

function topOf(page: Page, links: readonly MenuLink[], { site }: Catalogue): string {
  const atHome = page.path === "/";
  const home = tag("a", { href: href(site, "/"), rel: "home", "aria-label": atHome ? site.title : undefined });
  const menu = links
    .map((link) => `${tag("a", { href: href(site, link.path), "aria-current": link.current })}${text(link.label)}</a>`)
    .join("");
  const name = atHome ? "" : text(site.title);
  return `${home}${seal}${name}</a>${tag("nav", { "aria-label": interfaceText(site.language).navigation })}${menu}</nav>`;
}

function footOf({ site, series }: Catalogue): string {
  const words = interfaceText(site.language);
  const item = (label: string, attributes: Record<string, string>) =>
    `<li>${tag("a", attributes)}${text(label)}</a></li>`;
  const items = [
    item(words.subscribe, { href: href(site, fixedPaths.subscribe) }),
    item(words.archive, { href: href(site, fixedPaths.archive) }),
    series.length > 0 ? item(words.series, { href: href(site, fixedPaths.series) }) : "",
    item(site.license.name, { href: site.license.url, rel: "license" }),
    item(words.up, { href: "#top" }),
  ];
  return `<p>${text(words.promise)}</p><ul>${items.join("")}</ul>`;
}
