import type { Titled } from "#model/post-line.ts";
import type { Site } from "#model/site.ts";

/** Languages written from right to left. */
const fromRight = /^(?:ar|he|iw|fa|ur|ps|yi|dv|ckb|sd|ug)(?:-|$)/iu;

/** The attributes `lang` and `dir` of an entry's words among the site's; none where both are of one language. */
export function entryWords({ lang }: Pick<Titled, "lang">, { language }: Pick<Site, "language">) {
  return attributes(lang ?? language, language);
}

/** The same of the site's words within such an entry. */
export function siteWords({ lang }: Pick<Titled, "lang">, { language }: Pick<Site, "language">) {
  return attributes(language, lang ?? language);
}

function attributes(lang: string, around: string) {
  if (lang === around) return {};
  return { lang, dir: fromRight.test(lang) ? "rtl" : fromRight.test(around) ? "ltr" : undefined } as const;
}
