import { onceEach } from "#model/once.ts";
import { isTimeZone } from "#model/site-parts.ts";
import { readDate } from "#reading/dates.ts";
import { offsetAt } from "#reading/zone.ts";

/** A date as its author meant it. */
export interface WrittenDate {
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS±HH:MM`: the author's own day. */
  readonly text: string;
  readonly day: string;
  /** Milliseconds since the epoch. */
  readonly epochMs: number;
  /** True where the time could not be one (`21:04:76`) and only the day was kept. */
  readonly timeDropped: boolean;
}

/**
 * Reads a date as our own posts' are read; of one with something odd behind its day or time, that goes. A time without
 * zone is in `timeZone`. Undefined for what is no day.
 */
export function writtenDate(value: unknown, timeZone: string): WrittenDate | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value).trim();
  const zone = zoneNamed(timeZone);
  for (let written = text; written !== ""; written = written.replace(/\s*\S+$/u, "")) {
    const found = instantIn(written, zone);
    if (found !== undefined) return found;
  }
  return instantIn(/^\d{4}\D{0,3}\d{1,2}\D{0,3}\d{1,2}/u.exec(text)?.[0] ?? "", zone);
}

function instantIn(written: string, zone: string): WrittenDate | undefined {
  const read = readDate(written, zone);
  if (read.kind !== "instant") return undefined;
  const { iso, hasTime, ...instant } = read.instant;
  return { ...instant, text: hasTime ? iso : instant.day, timeDropped: read.timeIgnored };
}

/** The same instant as clocks in a zone show it: for machine-written UTC (`…Z`), whose author's day is another. */
export function inZone(date: WrittenDate, timeZone: string): WrittenDate {
  if (!date.text.endsWith("+00:00")) return date;
  const wall = new Date(date.epochMs + offsetAt(zoneNamed(timeZone), date.epochMs));
  return writtenDate(wall.toISOString().slice(0, 19), timeZone) ?? date;
}

/** The name of a time zone; Korea's where it is none. */
const zoneNamed = onceEach((name: string) => (isTimeZone(name) ? name : "Asia/Seoul"));
