import { type Worded, interfaceText } from "./interface.ts";

/** Descriptions of the pages that are made from lists, in Korean: the source that English follows. `word` is what the site calls that kind of list. */
const ko = {
  posts: (count: number) => `글 ${count}편을 최신순으로 모았습니다.`,
  lists: (word: string, count: number) => `${word} ${count}개`,
  list: (label: string, word: string, count: number) => `‘${label}’ ${word}의 글 ${count}편`,
  archive: (count: number) => `글 ${count}편을 연도별로 모았습니다.`,
  year: (year: number) => `${year}년`,
  ofYear: (year: number | undefined, count: number) =>
    year === undefined ? `날짜가 없는 글 ${count}편` : `${year}년에 쓴 글 ${count}편`,
  subscribe: "새 글을 받아 볼 수 있는 주소를 모았습니다.",
  notFound: {
    title: "페이지를 찾을 수 없습니다",
    description: "글이 옮겨졌거나 주소가 잘못되었을 수 있습니다. 주소를 다시 확인해 주세요.",
  },
};

const posts = (count: number) => (count === 1 ? "1 post" : `${count} posts`);

const en: typeof ko = {
  posts: (count) => `${posts(count)}, newest first.`,
  lists: (word, count) => `${word}: ${count}`,
  list: (label, word, count) => `${posts(count)} under “${label}” (${word})`,
  archive: (count) => `${posts(count)} by year and month.`,
  year: String,
  ofYear: (year, count) => (year === undefined ? `${posts(count)} without a date` : `${posts(count)} from ${year}`),
  subscribe: "Feeds of new posts.",
  notFound: {
    title: "Page not found",
    description: "The post may have moved, or the address may be mistyped. Please check the address.",
  },
};

/** The titles and descriptions of the pages of lists, in a site's language and words. */
export function pageText(site: Worded) {
  const text = site.language === "ko" ? ko : en;
  const words = interfaceText(site);
  const kinds = { category: words.categories, tag: words.tags, series: words.series, author: words.authors };
  const lists = (title: string) => ({ title, description: (count: number) => text.lists(title, count) });
  return {
    posts: { title: words.allFeeds, description: text.posts },
    categories: lists(words.categories),
    tags: lists(words.tags),
    "series-index": lists(words.series),
    archive: { title: words.archive, description: text.archive },
    term: (kind: keyof typeof kinds, label: string, count: number) => text.list(label, kinds[kind], count),
    year: {
      title: (year: number | undefined) => (year === undefined ? words.undated : text.year(year)),
      description: text.ofYear,
    },
    subscribe: { title: words.subscribe, description: text.subscribe },
    notFound: text.notFound,
  };
}
