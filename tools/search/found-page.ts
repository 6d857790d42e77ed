import { href } from "#model/address.ts";
import { escaped, escapedText } from "#model/escape.ts";
import type { Site } from "#model/site.ts";
import { foundPlace } from "#model/search.ts";
import { interfaceText, shortDay } from "#text/interface.ts";
import { outputText } from "#text/outputs.ts";
import { type FoundPost, type Findings, pageCount } from "./search-index.ts";

/** What a reader asked for. */
export interface Question {
  readonly words: string;
  /** Counted from 1. */
  readonly page: number;
}

/** The site's own search page with what was found; nothing of the question is taken as HTML. */
export function foundPage(
  template: string,
  { words, page }: Question,
  { site, found }: { site: Site; found: Findings },
): string {
  const list = found.posts.map((post) => foundLine(post, site)).join("");
  const said = `<p class="lead">${escapedText(outputText(site.language).found(words, found.count))}</p>`;
  const part = `${said}<ol class="lines">${list}</ol>${pager({ words, page }, pageCount(found.count), site)}`;
  // A function, since $& in what is put in would be read as a pattern.
  return template
    .replace(foundPlace, () => part)
    .replace(/(<input type="search" name="q")/u, (field) => `${field} value="${escaped(words)}"`);
}

function foundLine({ path, title, day, passage }: FoundPost, site: Site): string {
  const marked = escapedText(passage).replaceAll("\u0001", "<mark>").replaceAll("\u0002", "</mark>");
  const date = day && `<time datetime="${day}">${shortDay(site.language, day)}</time>`;
  return `<li>${date}<a href="${escaped(href(site, path))}">${escapedText(title)}</a><p>${marked}</p></li>`;
}

function pager({ words, page }: Question, count: number, site: Site): string {
  const text = interfaceText(site);
  const link = (number: number, rel: string, label: string) => {
    if (number < 1 || number > count) return "";
    const address = `?${new URLSearchParams({ q: words, page: String(number) }).toString()}`;
    return `<li><a href="${escaped(address)}" rel="${rel}">${escapedText(label)}</a></li>`;
  };
  if (count === 1) return "";
  const place = `<li aria-current="page">${escapedText(text.pageOf(page, count))}</li>`;
  const links = `${link(page - 1, "prev", text.previousPage)}${place}${link(page + 1, "next", text.nextPage)}`;
  return `<nav class="pager" aria-label="${escaped(text.pages)}"><ul class="row">${links}</ul></nav>`;
}
