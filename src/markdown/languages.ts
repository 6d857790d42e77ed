import { bundledLanguages, bundledLanguagesAlias } from "shiki/langs";

/** Shiki's grammars by all their names, each loaded when it is called for. */
export const languages = { ...bundledLanguages, ...bundledLanguagesAlias };

/** Whether Shiki has a grammar of that name. */
export function knowsLanguage(language: string): boolean {
  return language in languages;
}
