/** Every word the pages say, in Korean: the source that other languages follow. */
const ko = {
  skip: "본문으로 건너뛰기",
  navigation: "주요 메뉴",
  posts: "글",
  categories: "분류",
  tags: "꼬리표",
  series: "연재",
  archive: "모아보기",
  about: "소개",
  subscribe: "구독",
  featured: "추천 글",
  newest: "새 글",
  draft: "초안",
  scheduled: "예약",
  undated: "날짜 없음",
  updated: (date: string) => `${date} 고침`,
  minutes: (count: number) => `읽는 데 ${count}분`,
  postCount: (count: number) => `글 ${count}편`,
  month: (month: number) => `${month}월`,
  pageOf: (number: number, count: number) => `${count}쪽 가운데 ${number}쪽`,
  pages: "쪽 이동",
  groups: "초성으로 가기",
  years: "연도로 가기",
  contents: "차례",
  seriesPlace: (number: number, count: number) => `모두 ${count}편 가운데 ${number}편째`,
  neighbours: "앞뒤 글",
  previousPost: "이전 글",
  nextPost: "다음 글",
  related: "이어 읽기",
  licence: "글의 사용 조건",
  reply: "글쓴이에게 답장 쓰기",
  replySubject: (title: string) => `답장: ${title}`,
  follow: "새 글 받아 보기",
  feedsOfList: "이 목록만 구독하기",
  promise: "이 사이트에는 스크립트도 방문자 추적도 없습니다.",
  up: "맨 위로",
  aboutSubscribe: [
    "구독 주소를 구독기에 넣어 두면 새 글이 올라올 때마다 그 자리에서 읽을 수 있습니다.",
    "가입할 것도 알려 줄 것도 없고, 그만 보고 싶으면 구독기에서 주소를 지우면 됩니다. 여러 주소를 한꺼번에 넣을 때는 OPML 파일을 내려받아 구독기에서 불러오세요.",
  ],
  allFeeds: "모든 글",
  waysToFind: "찾는 길",
};

/** What every language of the interface must say. */
export type InterfaceText = typeof ko;

const en: InterfaceText = {
  skip: "Skip to content",
  navigation: "Main menu",
  posts: "Posts",
  categories: "Categories",
  tags: "Tags",
  series: "Series",
  archive: "Archive",
  about: "About",
  subscribe: "Subscribe",
  featured: "Featured",
  newest: "New posts",
  draft: "Draft",
  scheduled: "Scheduled",
  undated: "Undated",
  updated: (date) => `updated ${date}`,
  minutes: (count) => `${count} min read`,
  postCount: (count) => (count === 1 ? "1 post" : `${count} posts`),
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
  related: "Read on",
  licence: "Licence",
  reply: "Reply to the author",
  replySubject: (title) => `Re: ${title}`,
  follow: "Follow new posts",
  feedsOfList: "Follow only this list",
  promise: "This site runs no scripts and tracks no one.",
  up: "Back to top",
  aboutSubscribe: [
    "Put a feed address into your reader and each new post will arrive there.",
    "There is nothing to sign up for. To stop, remove the address from your reader. To add many at once, import an OPML file.",
  ],
  allFeeds: "All posts",
  waysToFind: "Ways to find it",
};

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A day `YYYY-MM-DD` in English words: `22 November 2026`. */
export function englishDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[(month ?? 0) - 1]} ${year}`;
}

/** The interface's words in a site's language. */
export function interfaceText(language: "ko" | "en"): InterfaceText {
  return language === "ko" ? ko : en;
}
