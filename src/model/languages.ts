import { onceEach } from "./once.ts";
import type { Site } from "./site.ts";
import { tried } from "./tried.ts";

/** The site in each of its languages, its own first; every further one has words of its own and stands below its `prefix`. */
export const languageSites: (site: Site) => readonly Site[] = onceEach((site) => {
  const others = (["ko", "en"] as const).filter((language) => language !== site.language);
  return [site, ...others.flatMap((language) => inLanguage(site, language))];
});

/** The site in the language that a post states (`en`, `en-US`), else in its own. */
export function siteFor({ lang }: { readonly lang?: string | undefined }, site: Site): Site {
  return languageSites(site).find((one) => isIn(lang, one)) ?? site;
}

/** Whether a language as stated (`en`, `en-US`) is the one that a site is in. */
export function isIn(lang: string | undefined, { language }: Pick<Site, "language">): boolean {
  return lang?.toLowerCase().split("-")[0] === language;
}

/** Letters by language; those of the interface's languages come first and tell none, as Latin ones do. */
const scripts = Object.entries({
  "": /[\p{sc=Hang}\p{sc=Latn}]/gu,
  ja: /[\p{sc=Hira}\p{sc=Kana}]/gu,
  zh: /\p{sc=Hani}/gu,
  ar: /\p{sc=Arab}/gu,
  he: /\p{sc=Hebr}/gu,
  ru: /\p{sc=Cyrl}/gu,
  th: /\p{sc=Thai}/gu,
});

/** The language of a post by its letters. */
export function scriptLanguage(title: string, body: string): { lang?: string } {
  const text = title + body.slice(0, 2000);
  const count = (letter: RegExp) => text.match(letter)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  const [lang] = scripts.find(([, letter]) => count(letter) > letters / 3) ?? [];
  return lang && !/\p{sc=Hang}/u.test(title) ? { lang } : {};
}

/** The tag (BCP 47) of a language that is one, also as systems write it (`ko_KR.UTF-8`); `kr` is a country, and Kanuri. */
export function languageTag(written: string): string | undefined {
  if (written === "") return "";
  const tag = tried(() => new Intl.Locale(written.replace(/[.@].*$/u, "").replaceAll("_", "-")));
  return tag?.language === "kr" || tag?.maximize().script === undefined ? undefined : tag.toString();
}

/** What is written in one language is not handed to another: the owner's words, menu and footer. */
function inLanguage(site: Site, language: Site["language"]): Site[] {
  const own = site.languages[language];
  if (own === undefined) return [];
  const { menu: _, ...shared } = site;
  const footer = { text: "", copyright: site.footer.copyright };
  const author = { ...site.author, ...own.author };
  return [{ ...shared, words: {}, footer, ...own, author, language, prefix: `/${language}` }];
}
