import { withParticles } from "#korean/particles.ts";
import { counted, interfaceText, placed, type Worded, termKinds } from "./interface.ts";
import texts from "./pages.json" with { type: "json" };

/** The titles and descriptions of the pages of lists, in a site's language and words. */
export function pageText(site: Worded) {
  const text: typeof texts.ko = texts[site.language];
  const words = interfaceText(site);
  const kinds = termKinds(site);
  const list = (title: string, sentence: string, none = sentence) => {
    const said = (count: number) =>
      withParticles(placed(count === 0 ? none : sentence, { word: title, ...counted(count) }));
    return { title, description: said };
  };
  return {
    posts: list(words.allFeeds, text.posts),
    categories: list(words.categories, text.lists, text.noLists),
    tags: list(words.tags, text.lists, text.noLists),
    "series-index": list(words.series, text.lists, text.noLists),
    archive: list(words.archive, text.archive),
    all: list(words.all, text.all),
    find: list(words.find, text.find, text.nothingToFind),
    term: (kind: keyof typeof kinds, label: string, count: number) => {
      const values = { label, word: kinds[kind], ...counted(count) };
      return withParticles(placed(kind === "word" ? text.word : text.list, values));
    },
    year: {
      title: (year: number | undefined) => (year === undefined ? words.undated : placed(text.year, { year })),
      description: (year: number | undefined, count: number) =>
        placed(year === undefined ? text.undated : text.ofYear, { year: year ?? "", ...counted(count) }),
    },
    subscribe: { title: words.subscribe, description: text.subscribe },
    notFound: text.notFound,
  };
}
