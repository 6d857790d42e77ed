import { grouped, postsInEnglish } from "./interface.ts";

/** Every word that feeds, the map and heads say, in Korean: the source that other languages follow. */
const ko = {
  page: (number: number) => `${number}페이지`,
  writtenOn: (day: string) => {
    const [year, month, date] = day.split("-").map(Number);
    return `${year}년 ${month}월 ${date}일에 쓴 글`;
  },
  feedOf: (label: string, site: string) => `${label} · ${site}`,
  archiveOf: (title: string, number: number) => `${title} · 지난 글 ${number}`,
  markdown: "마크다운 원문",
  aboutLlms: (author: string, home: string, licence: string | false) =>
    `글쓴이: ${author} · 사이트: ${home}${licence ? ` · 라이선스: ${licence}` : ""}. 글을 카테고리별로 모았습니다.`,
  aboutSources: " 주소마다 마크다운 원문이 있습니다.",
  feedHeading: "이 주소는 구독 피드입니다.",
  feedWords:
    "주소창의 주소를 복사해 RSS 리더에 등록하면 새 글이 올라올 때마다 받아 볼 수 있습니다. 가입하지 않아도 됩니다. 아래는 최근 글입니다.",
  found: (words: string, count: number) =>
    count === 0 ? `‘${words}’ 검색 결과가 없습니다.` : `‘${words}’ 검색 결과 ${grouped(count)}편`,
  uncategorised: "카테고리 없는 글",
  standing: "페이지",
};

/** What every language of the outputs must say. */
export type OutputText = typeof ko;

const en: OutputText = {
  page: (number) => `Page ${number}`,
  writtenOn: (day) => `Written on ${day}`,
  feedOf: (label, site) => `${label} · ${site}`,
  archiveOf: (title, number) => `${title} · Archive ${number}`,
  markdown: "Markdown source",
  aboutLlms: (author, home, licence) =>
    `The writing of ${author} by category. Site: ${home}${licence ? ` · Licence: ${licence}` : ""}.`,
  aboutSources: " Each address holds Markdown.",
  feedHeading: "This address is a feed.",
  feedWords:
    "Copy it from the address bar into a feed reader, and each new post will arrive there. Nothing to sign up for. Below are the latest posts.",
  found: (words, count) =>
    count === 0 ? `Nothing found for “${words}”.` : `${postsInEnglish(count)} found for “${words}”`,
  uncategorised: "Without category",
  standing: "Pages",
};

/** The outputs' words in a site's language. */
export function outputText(language: "ko" | "en"): OutputText {
  return language === "ko" ? ko : en;
}
