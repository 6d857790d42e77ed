import { listDate, pageDate } from "#korean/dates.ts";
import type { Moment } from "#model/moment.ts";
import type { Site } from "#model/site.ts";
import { englishDay } from "#text/interface.ts";

/** The value of `<time datetime>`. */
export function stamp(moment: Moment): string {
  return moment.hasTime ? moment.iso : moment.day;
}

/** A day as lists have it. */
export function shortDay({ language }: Pick<Site, "language">, { day }: Moment): string {
  return language === "ko" ? listDate(day) : day;
}

/** A day written out in words, as on the post's own page. */
export function longDay({ language }: Pick<Site, "language">, { day }: Moment): string {
  return language === "ko" ? pageDate(day) : englishDay(day);
}
