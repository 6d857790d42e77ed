import { pathsOf } from "#model/address.ts";
import type { Address } from "#model/addresses.ts";
import { authorNamed } from "#model/authors.ts";
import type { Catalogue } from "#model/catalogue.ts";
import { onceEach } from "#model/once.ts";
import { listed, type Page, type PageKind } from "#model/page.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { groupSlug, wordIndex } from "#model/word-index.ts";
import { interfaceText } from "#text/interface.ts";
import { outputText } from "#text/outputs.ts";
import { pageText } from "#text/pages.ts";

/** The page that stands at an address, with its title and description in the site's language. */
export function pageOf(address: Address, catalogue: Catalogue): Page {
  const { lastmod: _, term, ...page } = address;
  const languages = catalogue.languagesOf?.(page.path);
  const { entry } = page;
  const section = entry && catalogue.categories.find(({ label }) => label === entry.categories[0]);
  return {
    ...page,
    ...wordsOf(address, catalogue),
    ...(entry && { about: descriptionsOf(catalogue).get(entry.path), section: section && listed(section) }),
    ...(term && { term: listed(term) }),
    ...(languages && { languages }),
  };
}

/** The page shown where nothing is found; it has no address of its own. */
export function notFoundPage({ site, languagesOf }: Pick<Catalogue, "site" | "languagesOf">): Page {
  const path = "/404.html";
  return { kind: "not-found", path, ...pageText(site).notFound, languages: languagesOf?.(path) };
}

type Words = Pick<Page, "title" | "description">;

function wordsOf(address: Address, catalogue: Catalogue): Words {
  const { entry, term } = address;
  if (entry) return { title: entry.title, description: entry.summary };
  if (term) {
    const { kind, label, posts } = term;
    const bio = kind === "author" ? authorNamed(catalogue.site, label)?.bio : undefined;
    return { title: label, description: bio ?? pageText(catalogue.site).term(kind, label, posts.length) };
  }
  if (address.kind === "archive-year") return yearWords(address.year, catalogue);
  if (address.kind === "search") return { title: interfaceText(catalogue.site).search, description: "" };
  if (address.kind === "all" || address.kind === "find") return findingWords(address, catalogue);
  return listWords(address.kind, catalogue);
}

/** Of the pages on which readers look for a word; a part of one says which part it is. */
function findingWords({ kind, path, year, group }: Address, catalogue: Catalogue): Words {
  const text = pageText(catalogue.site);
  if (kind === "all") {
    const { title } = text.all;
    const whole = { title, description: text.all.description(catalogue.posts.length) };
    if (year === undefined && path === pathsOf(catalogue.site).all) return whole;
    // The archive's page of the year has the year's words alone.
    const ofYear = yearWords(year, catalogue);
    return { title: `${title} · ${ofYear.title}`, description: `${title} · ${ofYear.description}` };
  }
  const { groups } = wordIndex(catalogue);
  const shown = groups.filter(({ name }) => group === undefined || groupSlug(name) === group);
  const total = shown.reduce((sum, { terms }) => sum + terms.length, 0);
  // Parts may hold equally many words: each is named in its description too.
  const part = group === undefined ? [] : shown.map(({ name }) => groupLabel(name, catalogue.site));
  return {
    title: [text.find.title, ...part].join(" · "),
    description: [...part, text.find.description(total)].join(" · "),
  };
}

/** What a group of the index is called in the site's language. */
export function groupLabel(name: string, site: Site): string {
  return groupSlug(name) === "etc" ? interfaceText(site).otherTerms : name;
}

function yearWords(year: number | undefined, { site, archive }: Catalogue): Words {
  const { title, description } = pageText(site).year;
  const { length } = archive.find((group) => group.year === year)?.posts ?? [];
  return { title: title(year), description: description(year, length) };
}

function listWords(kind: PageKind, { site, posts, categories, tags, series }: Catalogue): Words {
  const text = pageText(site);
  const counted = { posts, categories, tags, "series-index": series, archive: posts };
  if (kind === "home") return { title: site.title, description: site.description };
  if (kind === "subscribe") return text.subscribe;
  if (kind in counted) {
    const list = kind as keyof typeof counted;
    return { title: text[list].title, description: text[list].description(counted[list].length) };
  }
  throw new Error(`No words for a page of kind ${kind}`);
}

/**
 * What search engines are told each entry is about, by path, no two alike and none the site's own: a summary that stands
 * elsewhere too is told apart by its day, else by its title, at last by its address. Made once for a catalogue.
 */
export const descriptionsOf: (catalogue: Catalogue) => ReadonlyMap<string, string> = onceEach(
  ({ site, posts, pages }) => {
    const text = outputText(site.language);
    const day = ({ date }: Entry) => (date === undefined ? "" : text.writtenOn(date.day));
    const shapes: readonly ((entry: Entry) => string)[] = [
      (entry) => entry.summary || entry.title,
      (entry) => joined([entry.summary || entry.title, day(entry)]),
      (entry) => joined([entry.title, entry.summary, day(entry)]),
      (entry) => joined([entry.title, entry.summary, entry.path]),
    ];
    const found = new Map<string, string>();
    const used = new Set([site.description]);
    let waiting: readonly Entry[] = [...posts, ...pages];
    for (const shape of shapes) {
      const byText = [...Map.groupBy(waiting, shape)];
      waiting = byText.flatMap(([text, sharing]) => {
        const [first, ...others] = sharing;
        const isAlone = first !== undefined && others.length === 0 && !used.has(text);
        used.add(text);
        if (isAlone) found.set(first.path, text);
        return isAlone ? [] : sharing;
      });
    }
    for (const entry of waiting) found.set(entry.path, entry.path);
    return found;
  },
);

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
