/** Titles and descriptions of the pages that are made from lists, in Korean: the source that English follows. */
const ko = {
  home: { title: (site: string) => site, description: (about: string) => about },
  posts: {
    title: () => "모든 글",
    description: (site: string, count: number) => `${site}에 실린 글 ${count}편을 새 글부터 늘어놓았습니다.`,
  },
  categories: {
    title: () => "분류",
    description: (site: string, count: number) => `${site}의 글을 나눈 분류 ${count}개와 분류마다 실린 글의 수입니다.`,
  },
  category: {
    title: (label: string) => label,
    description: (label: string, count: number) => `‘${label}’ 분류에 꽂힌 글 ${count}편입니다.`,
  },
  tags: {
    title: () => "꼬리표",
    description: (site: string, count: number) => `${site}의 글에 붙은 꼬리표 ${count}개를 첫소리 차례로 모았습니다.`,
  },
  tag: {
    title: (label: string) => label,
    description: (label: string, count: number) => `꼬리표 ‘${label}’ 아래 모인 글 ${count}편입니다.`,
  },
  "series-index": {
    title: () => "연재",
    description: (site: string, count: number) => `${site}에서 차례대로 읽도록 이어 쓴 연재 ${count}가지입니다.`,
  },
  series: {
    title: (label: string) => label,
    description: (label: string, count: number) => `연재 ‘${label}’에 실린 글 ${count}편을 읽는 차례로 놓았습니다.`,
  },
  archive: {
    title: () => "모아보기",
    description: (site: string, count: number) => `${site}의 글 ${count}편을 해와 달로 묶었습니다.`,
  },
  year: {
    title: (year: number | undefined) => (year === undefined ? "날짜 없음" : `${year}년`),
    description: (year: number | undefined, count: number) =>
      year === undefined ? `쓴 날을 적지 않은 글 ${count}편입니다.` : `${year}년에 쓴 글 ${count}편입니다.`,
  },
  subscribe: {
    title: () => "구독",
    description: (site: string) => `${site}의 새 글을 분류와 꼬리표별로 골라 받아 보는 주소를 모았습니다.`,
  },
  notFound: {
    title: () => "이 주소에는 글이 없습니다",
    description: (site: string) => `${site}에서 찾는 글이 자리를 옮겼거나 주소가 잘못 적혔을 수 있습니다.`,
  },
};

type PageText = typeof ko;

const posts = (count: number) => (count === 1 ? "1 post" : `${count} posts`);

const en: PageText = {
  home: { title: (site) => site, description: (about) => about },
  posts: { title: () => "All posts", description: (site, count) => `${posts(count)} on ${site}, newest first.` },
  categories: {
    title: () => "Categories",
    description: (site, count) => `The ${count} categories of ${site} and how much each holds.`,
  },
  category: { title: (label) => label, description: (label, count) => `${posts(count)} in the category “${label}”.` },
  tags: {
    title: () => "Tags",
    description: (site, count) => `The ${count} tags on posts of ${site}, by first letter.`,
  },
  tag: { title: (label) => label, description: (label, count) => `${posts(count)} with the tag “${label}”.` },
  "series-index": {
    title: () => "Series",
    description: (site, count) => `The ${count} series on ${site}, each to be read in order.`,
  },
  series: {
    title: (label) => label,
    description: (label, count) => `The series “${label}”: ${posts(count)} in reading order.`,
  },
  archive: { title: () => "Archive", description: (site, count) => `${posts(count)} on ${site} by year and month.` },
  year: {
    title: (year) => (year === undefined ? "Undated" : String(year)),
    description: (year, count) =>
      year === undefined ? `${posts(count)} without a date.` : `${posts(count)} from ${year}.`,
  },
  subscribe: { title: () => "Subscribe", description: (site) => `Feeds of ${site} by category and tag.` },
  notFound: {
    title: () => "There is no post at this address",
    description: (site) => `The post may have moved within ${site}, or the address may be mistyped.`,
  },
};

/** The titles and descriptions of pages in a site's language. */
export function pageText(language: "ko" | "en"): PageText {
  return language === "ko" ? ko : en;
}
