/** Every word that feeds, the map and heads say, in Korean: the source that other languages follow. */
const ko = {
  page: (number: number) => `${number}쪽`,
  writtenOn: (day: string) => {
    const [year, month, date] = day.split("-").map(Number);
    return `${year}년 ${month}월 ${date}일에 쓴 글`;
  },
  feedOf: (label: string, site: string) => `${label} · ${site}`,
  archiveOf: (title: string, number: number) => `${title} · 지난 글 ${number}`,
  markdown: "마크다운 원문",
};

/** What every language of the outputs must say. */
export type OutputText = typeof ko;

const en: OutputText = {
  page: (number) => `Page ${number}`,
  writtenOn: (day) => `Written on ${day}`,
  feedOf: (label, site) => `${label} · ${site}`,
  archiveOf: (title, number) => `${title} · Archive ${number}`,
  markdown: "Markdown source",
};

/** The outputs' words in a site's language. */
export function outputText(language: "ko" | "en"): OutputText {
  return language === "ko" ? ko : en;
}
