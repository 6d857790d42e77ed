import { pageDate } from "#korean/dates.ts";
import { englishDay } from "#text/interface.ts";
import type { FeedItem } from "./feed-item.ts";
import { escaped } from "#model/escape.ts";

/** Declares the prefix of the elements that browsers show as in a page, which feed readers pass over. */
export const shownNamespace = { h: "http://www.w3.org/1999/xhtml" } as const;

/** What a browser shows for a post in a feed, which CSS alone cannot make: its title as a link and its day in words. */
export function shownItem({ url, title, published }: FeedItem, language: "ko" | "en"): string {
  const day = published && (language === "ko" ? pageDate(published.day) : englishDay(published.day));
  return `${shownLink(url, title)}${day === undefined ? "" : `<h:time>${day}</h:time>`}`;
}

/** A link that browsers show. */
export function shownLink(url: string, words: string): string {
  return `<h:a href="${escaped(url)}">${escaped(words)}</h:a>`;
}
