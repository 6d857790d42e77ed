import { listDate, pageDate } from "#korean/dates.ts";
import ours from "./interface.json" with { type: "json" };

/** What a sentence's names stand for. */
export type Values = Readonly<Record<string, string | number>>;

/** A sentence with the value of each `{name}`. */
export function placed(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ""));
}

/** A count with its thousands set off, as Korean and English both do: `1,000`. */
const grouped = (count: number) => count.toLocaleString("en");

const postsInEnglish = (count: number) => (count === 1 ? "1 post" : `${grouped(count)} posts`);

/** A count, and so many posts in English, as sentences take them. */
export const counted = (count: number) => ({ count: grouped(count), posts: postsInEnglish(count) });

type Words = typeof ours;
/** Those with a place for a number, a date or a title. */
type Sentence = "updated" | "minutes" | "postCount" | "month" | "pageOf" | "seriesPlace" | "replySubject" | "replies";

/** Every word the pages say; a sentence takes its values in the order of `{1}` and `{2}`. */
export type InterfaceText = {
  readonly [Name in keyof Words]: Name extends Sentence
    ? (...values: readonly (string | number)[]) => string
    : Words[Name]["ko"];
};

/** The names of these words, by which an owner may replace them. */
export const wordNames = Object.keys(ours) as (keyof Words)[];

/** A word as we say it in Korean, with its places for values. */
export function ourWord(name: string): string {
  return String(ours[name as keyof Words].ko);
}

export const monthNames = "January February March April May June July August September October November December".split(
  " ",
);

/** A day `YYYY-MM-DD` as lists have it: `2026. 11. 22.`, `2026-11-22`. */
export function shortDay(language: Worded["language"], day: string): string {
  return language === "ko" ? listDate(day) : day;
}

/** A day `YYYY-MM-DD` in words: `2026년 11월 22일`, `22 November 2026`. */
export function dayInWords(language: Worded["language"], day: string): string {
  if (language === "ko") return pageDate(day);
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${monthNames[(month ?? 0) - 1]} ${year}`;
}

export function languageName(language: Worded["language"]): string {
  return { ko: "한국어", en: "English" }[language];
}

/** What decides the words of a site's interface: its language, and the owner's own words by their keys. */
export interface Worded {
  readonly language: "ko" | "en";
  readonly words: Readonly<Partial<Record<string, string>>>;
}

/** The interface's words in a site's language, the owner's own before ours. */
export function interfaceText({ language, words }: Worded): InterfaceText {
  const own = Object.entries(words).map(([name, word = ""]) => [name, readable(name, word)]);
  return own.length === 0 ? texts[language] : { ...texts[language], ...(Object.fromEntries(own) as object) };
}

export function termKinds(site: Worded) {
  const { categories, tags, series, authors, find } = interfaceText(site);
  return { category: categories, tag: tags, series, author: authors, word: find };
}

/** A word in the form of its name: a sentence, several sentences, or the word as it stands. */
function readable(name: string, word: string | readonly string[]) {
  const { ko } = ours[name as keyof Words];
  if (typeof word !== "string" || Array.isArray(ko)) return [word].flat();
  if (!String(ko).includes("{1}")) return word;
  const shown = (value: unknown) => (typeof value === "number" ? grouped(value) : String(value));
  return (...values: unknown[]) => word.replace(/\{(\d)\}/gu, (_, place: string) => shown(values[Number(place) - 1]));
}

function textIn(language: "ko" | "en"): InterfaceText {
  const words = Object.entries(ours).map(([name, said]) => [name, readable(name, said[language])]);
  return Object.fromEntries(words) as InterfaceText;
}

const en = textIn("en");
const texts = {
  ko: textIn("ko"),
  en: {
    ...en,
    postCount: postsInEnglish,
    replies: (count: number) => (count === 1 ? "1 reply" : en.replies(count)),
    month: (month: number) => monthNames[month - 1] ?? String(month),
  } as InterfaceText,
};
