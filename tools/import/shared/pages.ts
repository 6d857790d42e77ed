import { looseKey, type SourceTree } from "./source-tree.ts";
import { isReserved } from "#model/reserved.ts";
import type { Blog, SourcePage } from "./blog.ts";
import { byCodePoint } from "#model/order.ts";

/** Gives pages of equal ids or addresses different ones, and takes aliases that another page has: the reader refuses two files at one address. What stands in the target comes first, then published pages. */
export function distinctPages(pages: readonly SourcePage[], standing: ReadonlySet<string>): SourcePage[] {
  const taken = new Set(standing);
  const byWorth = pages.toSorted((a, b) => Number(a.draft) - Number(b.draft));
  const placed = byWorth.map((page) => {
    const wanted = isReserved(page.path) ? `/posts${page.path === "/" ? "/home/" : page.path}` : page.path;
    const path = free(wanted.replace(/\/$/u, ""), "/", taken);
    const kind = `${page.kind}${page.suffix ?? ""}/`;
    const id = free(kind + page.id, "", taken).slice(kind.length);
    return { ...page, path, id, moved: path === page.path ? undefined : page.path };
  });
  const isFree = (alias: string, path: string) => {
    const name = looseKey(alias.replace(/\.html?$/iu, "/"));
    if (isReserved(alias) || (taken.has(name) && name !== looseKey(path))) return false;
    taken.add(name);
    return true;
  };
  const settled = new Map(
    placed.map((page) => [page.file, { ...page, aliases: page.aliases.filter((alias) => isFree(alias, page.path)) }]),
  );
  return pages.map((page) => settled.get(page.file) ?? page);
}

/** A name that is not taken yet: `stem` and `end`, or with a number between them. */
function free(stem: string, end: string, taken: Set<string>): string {
  let name = stem + end;
  for (let count = 2; taken.has(looseKey(name)); count += 1) name = `${stem}-${String(count)}${end}`;
  taken.add(looseKey(name));
  return name;
}

/** Pages that say the same in different languages. */
export interface Translation {
  /** What they share in their front matter, under `translationKey`. */
  readonly key: string;
  /** By language code. */
  readonly pages: readonly Pick<SourcePage, "file" | "language" | "path">[];
}

/** Pages whose front matter says which are translations of each other, as Hugo has it, and those pages in order of their keys. */
export function withTranslations(pages: readonly SourcePage[]): { pages: SourcePage[]; translations: Translation[] } {
  const translations = [...Map.groupBy(pages, ({ translation }) => translation ?? "")]
    .filter(([key, group]) => key !== "" && new Set(group.map(({ language }) => language)).size > 1)
    .map(([key, group]) => ({
      key,
      pages: group
        .map(({ file, language, path }) => ({ file, language, path }))
        .sort((a, b) => byCodePoint(a.language, b.language) || byCodePoint(a.path, b.path)),
    }))
    .sort((a, b) => byCodePoint(a.key, b.key));
  const keys = new Map(translations.flatMap((one) => one.pages.map(({ file }) => [file, one.key])));
  const keyed = pages.map((page) => {
    const key = keys.get(page.file);
    const hasOwn = Object.keys(page.data).some((name) => name.toLowerCase() === "translationkey");
    return key === undefined || hasOwn ? page : { ...page, data: { ...page.data, translationKey: key } };
  });
  return { pages: keyed, translations };
}

/** Whether a text's letters are Hangul to a tenth at least, tags and shortcodes aside; code and addresses count as letters too, so a tenth is much. */
export function isKorean(text: string): boolean {
  const words = text.slice(0, 60_000).replace(/<[^<>]*>|\[\/?[a-z][^[\]]*\](?!\()/gu, " ");
  const sample = words.slice(0, 6000);
  const hangul = sample.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return hangul >= 2 && hangul * 10 >= letters;
}

type Chosen = Blog & { readonly tree: SourceTree };

/** The language to import: the one asked for, else that of most Korean posts (settings may call it `en-us`), else the site's own. */
export function chosenLanguage({ pages, site, tree }: Chosen, asked?: string): string {
  const usual = site.language;
  if (asked !== undefined || pages.every(({ language }) => language === usual)) return asked ?? usual;
  const korean = pages.filter(({ title, file }) => isKorean(title + tree.text(file)));
  const groups = Map.groupBy(korean, ({ language }) => language);
  const [best] = [...groups].sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || byCodePoint(a, b));
  return best?.[0] ?? usual;
}

/** Pages of other languages than the new site's (or that of most Korean posts) with theirs in the file's name, `글.en.md`; in a folder of their own where that cannot be or other files lie beside them. */
export function inLanguages(blog: Chosen, ours = "ko"): SourcePage[] {
  const { pages } = blog;
  const isOurs = pages.some(({ language }) => language === ours);
  const main = isOurs ? ours : chosenLanguage(blog);
  const nameOf = ({ kind, id }: SourcePage) => `${kind}/${id}`;
  const bundles = new Map(pages.flatMap((page) => (page.language === main ? [[nameOf(page), page.bundle]] : [])));
  return pages.map((page) => {
    const { language, bundle } = page;
    if (language === main) return page;
    const name = nameOf(page);
    if (/^(?:ko|en)$/u.test(language) && (!bundles.has(name) || bundles.get(name) === bundle))
      return { ...page, suffix: `.${language}` };
    return { ...page, id: `${language}/${page.id}`, data: { ...page.data, lang: language } };
  });
}
