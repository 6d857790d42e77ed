import { listDate, pageDate } from "#korean/dates.ts";
import type { Instant } from "#model/instant.ts";
import type { Site } from "#model/site.ts";
import { englishDay } from "#text/interface.ts";

/** The value of `<time datetime>`. */
export function stamp(instant: Instant): string {
  return instant.hasTime ? instant.iso : instant.day;
}

/** A day as lists have it. */
export function shortDay({ language }: Pick<Site, "language">, { day }: Instant): string {
  return language === "ko" ? listDate(day) : day;
}

/** A day written out in words, as on the post's own page. */
export function longDay({ language }: Pick<Site, "language">, { day }: Pick<Instant, "day">): string {
  return language === "ko" ? pageDate(day) : englishDay(day);
}
