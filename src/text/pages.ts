import { particle } from "#korean/particles.ts";
import { grouped, interfaceText, postsInEnglish, type Worded, termKinds } from "./interface.ts";

/** Descriptions of the pages that are made from lists, in Korean: the source that English follows. `word` is what the site calls that kind of list. */
const ko = {
  posts: (count: number) => `글 ${grouped(count)}편을 최신순으로 모았습니다.`,
  lists: (word: string, count: number) => `${word} ${grouped(count)}개`,
  list: (label: string, word: string, count: number) => `‘${label}’ ${word}의 글 ${grouped(count)}편`,
  word: (label: string, count: number) => `‘${label}’${particle(label, "이/가")} 나오는 글 ${grouped(count)}편`,
  archive: (count: number) => `글 ${grouped(count)}편을 연도별로 모았습니다.`,
  year: (year: number) => `${year}년`,
  ofYear: (year: number | undefined, count: number) =>
    year === undefined ? `날짜가 없는 글 ${grouped(count)}편` : `${year}년에 쓴 글 ${grouped(count)}편`,
  all: (count: number) =>
    `글 ${grouped(count)}편의 제목을 한 페이지에 모았습니다. 브라우저의 찾기(Ctrl+F)로 찾을 수 있습니다.`,
  find: (count: number) => `글에 나오는 낱말 ${grouped(count)}개를 가나다순으로 모았습니다.`,
  subscribe: "새 글을 받아 볼 수 있는 주소를 모았습니다.",
  notFound: {
    title: "페이지를 찾을 수 없습니다",
    description: "글이 옮겨졌거나 주소가 잘못되었을 수 있습니다. 주소를 다시 확인해 주세요.",
  },
};

const en: typeof ko = {
  posts: (count) => `${postsInEnglish(count)}, newest first.`,
  lists: (word, count) => `${word}: ${grouped(count)}`,
  list: (label, word, count) => `${postsInEnglish(count)} under “${label}” (${word})`,
  word: (label, count) => `${postsInEnglish(count)} on “${label}”`,
  archive: (count) => `${postsInEnglish(count)} by year and month.`,
  year: String,
  ofYear: (year, count) =>
    year === undefined ? `${postsInEnglish(count)} without a date` : `${postsInEnglish(count)} from ${year}`,
  all: (count) => `The titles of ${postsInEnglish(count)} on one page, for your browser’s own find (Ctrl+F).`,
  find: (count) => `${grouped(count)} words of the posts in alphabetical order.`,
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
  const kinds = termKinds(site);
  const lists = (title: string) => ({ title, description: (count: number) => text.lists(title, count) });
  return {
    posts: { title: words.allFeeds, description: text.posts },
    categories: lists(words.categories),
    tags: lists(words.tags),
    "series-index": lists(words.series),
    archive: { title: words.archive, description: text.archive },
    all: { title: words.all, description: text.all },
    find: { title: words.find, description: text.find },
    term: (kind: keyof typeof kinds, label: string, count: number) =>
      kind === "word" ? text.word(label, count) : text.list(label, kinds[kind], count),
    year: {
      title: (year: number | undefined) => (year === undefined ? words.undated : text.year(year)),
      description: text.ofYear,
    },
    subscribe: { title: words.subscribe, description: text.subscribe },
    notFound: text.notFound,
  };
}
