import type { Instant } from "#model/instant.ts";
import { onceEach } from "#model/once.ts";

/** What a written date means, or why it means nothing. */
export type DateReading =
  | { readonly kind: "instant"; readonly instant: Instant; readonly timeIgnored: boolean }
  | { readonly kind: "impossible"; readonly year: number; readonly month: number; readonly lastDay: number }
  | { readonly kind: "unreadable" }
  | { readonly kind: "none" };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const days = [
  /^(?<year>\d{4})\s*[-./년]\s*(?<month>\d{1,2})\s*[-./월]\s*(?<day>\d{1,2})(?:[.일]|(?=[T\s]|$))\s*(?:\([월화수목금토일]\)\s*)?/u,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?=$|[T\s])/u,
  /^(?:[a-z]{3,9},?\s+)?(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})\b,?\s*/iu,
  /^(?:[a-z]{3,9},?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?<month>[a-z]{3,9})\.?,?[\s-]+(?<year>\d{4})\b,?\s*/iu,
];
const clockFace =
  /^[T\s]*(?:(오전|오후)\s*)?(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,]\d+)?)?|시(?:\s*(\d{1,2})분)?(?:\s*(\d{1,2})초)?)(?:\s*([ap])\.?m\.?)?\s*/iu;
const offsets = new Map(Object.entries({ z: 0, utc: 0, gmt: 0, kst: 540, jst: 540 }));

/** Reads a date as authors, Hugo and Jekyll write it; where it carries no zone its clock is that of `timeZone`. */
export function readDate(written: string, timeZone: string): DateReading {
  const text = written.normalize("NFC").trim();
  if (text === "" || text.startsWith("0001-01-01")) return { kind: "none" };
  const found = dayOf(text);
  if (!found) return { kind: "unreadable" };
  const { year, month, day } = found;
  const lastDay = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
  if (year < 1000 || day < 1 || day > lastDay) return { kind: "impossible", year, month, lastDay };
  const time = timeOf(found.rest);
  if (time === undefined) return { kind: "unreadable" };
  const { seconds = 0, offset } = time;
  const hasTime = time.seconds !== undefined && !Number.isNaN(seconds) && Math.abs(offset ?? 0) < 24 * 60;
  const wallMs = Date.UTC(year, month - 1, day) + (hasTime ? seconds * 1000 : 0);
  const instant = { ...instantAt(wallMs, hasTime ? offset : undefined, timeZone), hasTime };
  return { kind: "instant", instant, timeIgnored: time.seconds !== undefined && !hasTime };
}

function dayOf(text: string): { year: number; month: number; day: number; rest: string } | undefined {
  for (const pattern of days) {
    const found = pattern.exec(text);
    const { year, month = "", day } = found?.groups ?? {};
    // A month written 00 is impossible, one of no known name no date.
    const number = /^\d/u.test(month)
      ? Number(month)
      : months.indexOf(month.slice(0, 3).toLowerCase()) + 1 || undefined;
    if (found && number !== undefined)
      return { year: Number(year), month: number, day: Number(day), rest: text.slice(found[0].length) };
  }
  return undefined;
}

/** Seconds since midnight, NaN where no clock shows such a time, and minutes east of UTC; undefined for what is no time. */
function timeOf(rest: string): { seconds?: number; offset?: number | undefined } | undefined {
  if (rest.trim() === "") return {};
  const face = clockFace.exec(rest);
  if (!face) return offsetOf(rest.trim()) === undefined ? undefined : {};
  const [whole, half, hours, minutes = face[5], seconds = face[6], , , english] = face;
  const tail = rest.slice(whole.length).trim();
  const offset = tail === "" ? undefined : offsetOf(tail);
  if (tail !== "" && offset === undefined) return undefined;
  const isAfternoon = half === "오후" || english?.toLowerCase() === "p";
  const isMorning = half === "오전" || english?.toLowerCase() === "a";
  const [shown, minute, second] = [Number(hours), Number(minutes ?? 0), Number(seconds ?? 0)];
  const hour = isAfternoon && shown < 12 ? shown + 12 : isMorning && shown === 12 ? 0 : shown;
  const isClock = hour <= 23 && minute <= 59 && second <= 59;
  return { seconds: isClock ? hour * 3600 + minute * 60 + second : Number.NaN, offset };
}

/** Minutes east of UTC; a zone's name after a number (`+0900 KST`) is decoration. */
function offsetOf(text: string): number | undefined {
  const numeric = /^(?:utc|gmt)?\s*([+-])(\d{1,2}):?(\d{2})?(?:\s+\(?[a-z]{2,5}\)?)?$/iu.exec(text);
  if (!numeric) return offsets.get(text.toLowerCase());
  return (numeric[1] === "-" ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3] ?? 0));
}

function instantAt(wallMs: number, offset: number | undefined, timeZone: string): Omit<Instant, "hasTime"> {
  const epochMs = offset === undefined ? epochOf(timeZone, wallMs) : wallMs - offset * 60_000;
  const written = new Date(wallMs).toISOString().slice(0, 19);
  const iso = `${written}${offsetText(offset ?? Math.round(offsetAt(timeZone, epochMs) / 60_000))}`;
  return { epochMs, day: written.slice(0, 10), iso };
}

function offsetText(minutes: number): string {
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

const dayMs = 86_400_000;

const formatOf = onceEach(
  (name: string) => new Intl.DateTimeFormat("en", { timeZone: name, timeZoneName: "longOffset" }),
);

/** Offset from UTC in milliseconds of an IANA time zone such as `Asia/Seoul` at a point in time; throws a RangeError for a name that is none. */
export function offsetAt(timeZone: string, epochMs: number): number {
  const shown = formatOf(timeZone).format(epochMs);
  const [, sign, ...parts] = /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/u.exec(shown) ?? [];
  const [hours = 0, minutes = 0, seconds = 0] = parts.map((part = "0") => Number(part));
  return (sign === "-" ? -1000 : 1000) * (hours * 3600 + minutes * 60 + seconds);
}

/** The point in time when clocks in a zone show `wallMs` (as if UTC); a time that they skip counts from before the change, one shown twice is the first. */
function epochOf(timeZone: string, wallMs: number): number {
  const before = offsetAt(timeZone, wallMs - dayMs);
  const after = offsetAt(timeZone, wallMs + dayMs);
  if (before === after || offsetAt(timeZone, wallMs - before) === before) return wallMs - before;
  return offsetAt(timeZone, wallMs - after) === after ? wallMs - after : wallMs - before;
}
