import { href, listPath } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import { tag } from "#outputs/tags.ts";

/** A page of a paged list, counted from 1. */
export interface Place {
  /** The path of the list's first page. */
  readonly first: string;
  readonly number: number;
  readonly count: number;
}

/** The links to a list's other pages as HTML list items: first, last, and two on each side of the current page. */
export function pagerItems(site: Site, { first, number, count }: Place): string {
  let printed = "";
  let before = 0;
  for (let page = 1; page <= count; page += 1) {
    if (page !== 1 && page !== count && Math.abs(page - number) > 2) continue;
    const current = page === number ? "page" : undefined;
    const rel = page === number - 1 ? "prev" : page === number + 1 ? "next" : undefined;
    const link = tag("a", { href: href(site, listPath(first, page)), "aria-current": current, rel });
    printed += `${tag("li", { class: page - before > 1 ? "gap" : undefined })}${link}${page}</a></li>`;
    before = page;
  }
  return printed;
}
