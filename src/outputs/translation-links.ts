import { url } from "#model/address.ts";
import type { InLanguage } from "#model/page.ts";
import type { Site } from "#model/site.ts";

/** A translation's absolute address; `x-default` is the one in the site's own language. */
export interface TranslationLink {
  readonly lang: string;
  readonly url: string;
}

/** The links by which a page and its translations name each other (`hreflang`); none for a page without any. */
export function translationLinks(languages: readonly InLanguage[], site: Pick<Site, "address">): TranslationLink[] {
  const found = languages.filter(({ isTranslation }) => isTranslation);
  if (found.length < 2) return [];
  const links = found.map(({ language, path }) => ({ lang: language, url: url(site, path) }));
  return [...links, ...links.slice(0, 1).map((first) => ({ ...first, lang: "x-default" }))];
}
