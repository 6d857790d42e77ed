import { href } from "#model/address.ts";
import { escapedText, tag } from "#model/escape.ts";
import type { Site } from "#model/site.ts";
import type { IndexTerm, Place } from "#model/word-index.ts";
import { interfaceText } from "#text/interface.ts";
import { entryWords } from "./direction.ts";

/** The terms of an index as HTML, each with the posts or sections it leads to: printed as text, as there are thousands. */
export function indexLines(site: Site, terms: readonly IndexTerm[]): string {
  const { postCount } = interfaceText(site);
  const link = (path: string, words: string, lang?: string) =>
    `${tag("a", { href: href(site, path), ...entryWords({ lang }, site) })}${escapedText(words)}</a>`;
  const place = ({ path, title, lang, section }: Place) =>
    `<dd>${link(path, section === undefined ? title : `${title} › ${section}`, lang)}</dd>`;
  return terms
    .map(({ label, count, places, path }) =>
      path === undefined
        ? `<div><dt>${escapedText(label)}</dt>${places.map(place).join("")}</div>`
        : `<div><dt>${link(path, label)}</dt><dd>${escapedText(postCount(count))}</dd></div>`,
    )
    .join("");
}
