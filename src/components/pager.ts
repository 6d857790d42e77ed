import { href, listPath } from "#model/address.ts";
import { tag } from "#model/escape.ts";
import type { Site } from "#model/site.ts";
import { interfaceText } from "#text/interface.ts";

/** A page of a paged list, counted from 1. */
export interface Place {
  /** The path of the list's first page. */
  readonly first: string;
  readonly number: number;
  readonly count: number;
}

/** The links to a list's other pages as HTML list items: the one before and after in words, first, last, and two on each side of the current page. */
export function pagerItems(site: Site, { first, number, count }: Place): string {
  const text = interfaceText(site);
  const step = (page: number, rel: "prev" | "next", words: string) =>
    page < 1 || page > count
      ? ""
      : `<li>${tag("a", { href: href(site, listPath(first, page)), rel })}${words}</a></li>`;
  let printed = step(number - 1, "prev", text.previousPage);
  let before = 0;
  for (let page = 1; page <= count; page += 1) {
    if (page !== 1 && page !== count && Math.abs(page - number) > 2) continue;
    const current = page === number ? "page" : undefined;
    const link = tag("a", { href: href(site, listPath(first, page)), "aria-current": current });
    printed += `${tag("li", { class: page - before > 1 ? "gap" : undefined })}${link}${page}</a></li>`;
    before = page;
  }
  return printed + step(number + 1, "next", text.nextPage);
}
