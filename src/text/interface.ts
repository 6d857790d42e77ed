import { listDate, pageDate } from "#korean/dates.ts";

/** A count with its thousands set off, as Korean and English both do: `1,000`. */
export const grouped = (count: number) => count.toLocaleString("en");

/** Posts counted in English. */
export const postsInEnglish = (count: number) => (count === 1 ? "1 post" : `${grouped(count)} posts`);

/** Every word the pages say, in Korean: the source that other languages follow. */
const ko = {
  skip: "본문으로 건너뛰기",
  navigation: "주요 메뉴",
  posts: "글",
  categories: "카테고리",
  tags: "태그",
  series: "시리즈",
  authors: "글쓴이",
  archive: "지난 글",
  all: "모든 제목",
  find: "찾아보기",
  search: "글 검색",
  subscribe: "구독",
  featured: "추천 글",
  newest: "새 글",
  draft: "초안",
  scheduled: "예약",
  undated: "날짜 없음",
  updated: (date: string) => `${date} 수정`,
  minutes: (count: number) => `읽는 데 ${count}분`,
  postCount: (count: number) => `글 ${grouped(count)}편`,
  month: (month: number) => `${month}월`,
  pageOf: (number: number, count: number) => `${number} / ${count}`,
  pages: "페이지 이동",
  groups: "초성으로 이동",
  years: "연도로 이동",
  contents: "목차",
  seriesPlace: (number: number, count: number) => `${count}편 중 ${number}편`,
  neighbours: "앞뒤 글",
  previousPost: "이전 글",
  nextPost: "다음 글",
  previousPart: "시리즈 이전 글",
  nextPart: "시리즈 다음 글",
  previousPage: "이전",
  nextPage: "다음",
  noPosts: "아직 글이 없습니다.",
  mostUsed: "많이 쓴 태그",
  chooseTag: "태그 하나만 골라 구독하기",
  share: "공유하기",
  shareByMail: "이메일",
  related: "함께 읽을 글",
  licence: "라이선스",
  reply: "글쓴이에게 답장 쓰기",
  replySubject: (title: string) => `답장: ${title}`,
  replies: (count: number) => `댓글 ${count}`,
  answer: "여기에 답하기",
  follow: "블로그 구독하기",
  feedsOfList: "이 목록만 구독하기",
  allRights: "모든 권리 보유",
  newsletter: "뉴스레터 신청",
  up: "맨 위로",
  aboutSubscribe: [
    "아래 주소를 RSS 리더에 등록하면 새 글이 올라올 때마다 받아 볼 수 있습니다.",
    "가입하지 않아도 되고, 그만 보려면 RSS 리더에서 주소를 지우면 됩니다. 여러 주소를 한꺼번에 등록할 때는 OPML 파일을 내려받아 RSS 리더에서 불러오세요.",
  ],
  allFeeds: "전체 글",
  waysToFind: "글 찾기",
  otherTerms: "기타",
};

/** What every language of the interface must say. */
export type InterfaceText = typeof ko;

/** The names of these words, by which an owner may replace them. */
export const wordNames = Object.keys(ko) as (keyof InterfaceText)[];

const en: InterfaceText = {
  skip: "Skip to content",
  navigation: "Main menu",
  posts: "Posts",
  categories: "Categories",
  tags: "Tags",
  series: "Series",
  authors: "Author",
  archive: "Archive",
  all: "All titles",
  find: "Index",
  search: "Search posts",
  subscribe: "Subscribe",
  featured: "Featured",
  newest: "New posts",
  draft: "Draft",
  scheduled: "Scheduled",
  undated: "Undated",
  updated: (date) => `updated ${date}`,
  minutes: (count) => `${count} min read`,
  postCount: postsInEnglish,
  month: (month) => MONTHS[month - 1] ?? String(month),
  pageOf: (number, count) => `Page ${number} of ${count}`,
  pages: "Pages",
  groups: "Jump to a letter",
  years: "Jump to a year",
  contents: "Contents",
  seriesPlace: (number, count) => `Part ${number} of ${count}`,
  neighbours: "Previous and next",
  previousPost: "Previous post",
  nextPost: "Next post",
  previousPart: "Previous in the series",
  nextPart: "Next in the series",
  previousPage: "Previous",
  nextPage: "Next",
  noPosts: "No posts yet.",
  mostUsed: "Most used",
  chooseTag: "Follow a single tag",
  share: "Share",
  shareByMail: "E-mail",
  related: "Related posts",
  licence: "Licence",
  reply: "Reply to the author",
  replySubject: (title) => `Re: ${title}`,
  replies: (count) => (count === 1 ? "1 reply" : `${count} replies`),
  answer: "Answer here",
  follow: "Follow new posts",
  feedsOfList: "Follow only this list",
  allRights: "All rights reserved",
  newsletter: "Newsletter",
  up: "Back to top",
  aboutSubscribe: [
    "Put a feed address into your reader and each new post will arrive there.",
    "There is nothing to sign up for. To stop, remove the address from your reader. To add many at once, import an OPML file.",
  ],
  allFeeds: "All posts",
  waysToFind: "Ways to find it",
  otherTerms: "Other",
};

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A day `YYYY-MM-DD` as lists have it: `2026. 11. 22.`, `2026-11-22`. */
export function shortDay(language: Worded["language"], day: string): string {
  return language === "ko" ? listDate(day) : day;
}

/** A day `YYYY-MM-DD` in words: `2026년 11월 22일`, `22 November 2026`. */
export function dayInWords(language: Worded["language"], day: string): string {
  if (language === "ko") return pageDate(day);
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[(month ?? 0) - 1]} ${year}`;
}

/** What a language calls itself. */
export function languageName(language: Worded["language"]): string {
  return { ko: "한국어", en: "English" }[language];
}

/** What of a site says how its interface speaks: the language, and the owner's own words by their keys. */
export interface Worded {
  readonly language: "ko" | "en";
  readonly words: Readonly<Partial<Record<string, string>>>;
}

/** The interface's words in a site's language, the owner's own before ours; `{1}` and `{2}` stand for the values of a sentence. */
export function interfaceText({ language, words }: Worded): InterfaceText {
  const text = language === "ko" ? ko : en;
  const own = Object.entries(words).map(([key, word = ""]) => [key, likeOurs(text[key as keyof InterfaceText], word)]);
  return own.length === 0 ? text : { ...text, ...(Object.fromEntries(own) as Partial<InterfaceText>) };
}

/** What a site calls each kind of list. */
export function termKinds(site: Worded) {
  const { categories, tags, series, authors, find } = interfaceText(site);
  return { category: categories, tag: tags, series, author: authors, word: find };
}

function likeOurs(ours: InterfaceText[keyof InterfaceText], word: string) {
  if (Array.isArray(ours)) return [word];
  if (typeof ours !== "function") return word;
  return (...values: unknown[]) => word.replace(/\{(\d)\}/gu, (_, place: string) => String(values[Number(place) - 1]));
}
