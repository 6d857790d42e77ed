import { byCodePoint } from "#model/order.ts";
import type { SourcePage } from "./source-page.ts";

/** Pages that say the same in different languages. */
export interface Translation {
  /** What they share in their front matter, under `translationKey`. */
  readonly key: string;
  /** By language code. */
  readonly pages: readonly Pick<SourcePage, "file" | "language" | "path">[];
}

/** The pages that have translations among them, in order of their keys. */
export function translationsOf(pages: readonly SourcePage[]): Translation[] {
  const groups = Map.groupBy(pages, ({ translation }) => translation ?? "");
  return [...groups]
    .filter(([key, group]) => key !== "" && new Set(group.map(({ language }) => language)).size > 1)
    .map(([key, group]) => ({
      key,
      pages: group
        .map(({ file, language, path }) => ({ file, language, path }))
        .sort((a, b) => byCodePoint(a.language, b.language) || byCodePoint(a.path, b.path)),
    }))
    .sort((a, b) => byCodePoint(a.key, b.key));
}

/** Pages whose front matter says which are translations of each other, as Hugo has it. */
export function withTranslationKeys(pages: readonly SourcePage[], translations: readonly Translation[]): SourcePage[] {
  const keys = new Map(translations.flatMap((one) => one.pages.map(({ file }) => [file, one.key])));
  return pages.map((page) => {
    const key = keys.get(page.file);
    const hasOwn = Object.keys(page.data).some((name) => name.toLowerCase() === "translationkey");
    return key === undefined || hasOwn ? page : { ...page, data: { ...page.data, translationKey: key } };
  });
}
