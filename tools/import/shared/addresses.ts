import { withSharps } from "#model/urlize.ts";
import { monthNames } from "#text/interface.ts";

/** A path as Hugo's `common/paths` sanitizes it: letters, digits, marks and `. / \ _ # + ~ - @` stay, blanks become one `-`; in lower case unless the site keeps case, in NFC as our addresses are. */
export function hugoPath(text: string, keepCase = false): string {
  const kept = text
    .normalize("NFC")
    .replace(/[^\p{L}\p{Nd}\p{M}./\\_#+~@\s-]/gu, "")
    .trim();
  const path = kept.replace(/\s+(?=-)|(?<=-)\s+/gu, "").replace(/\s+/gu, "-");
  return keepCase ? path : path.toLowerCase();
}

/** An address and what else must lead there. */
export interface Address {
  /** Begins and ends in `/`, without the base path. */
  readonly path: string;
  readonly aliases: readonly string[];
}

/** An address of ours for a written path: `/x.html` and `/x` become `/x/`, with the written form as an alias. */
export function asFolder(written: string): Address {
  const clean = `/${written}`.replace(/\/{2,}/gu, "/").normalize("NFC");
  const folder = clean.replace(/\/index\.html?$/iu, "/").replace(/\.html?$/iu, "");
  // Without the signs that links cannot carry.
  const path = withSharps(folder.replace(/\/?$/u, "/")).replace(/[#?%\\]+/gu, "-");
  const aliases = /\.html?$/iu.test(clean) && !/\/index\.html?$/iu.test(clean) ? [clean] : [];
  return { path, aliases };
}

const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** The part of a day (`YYYY-MM-DD`) that permalink patterns of Hugo, Jekyll and Hexo name so; undefined for any other name. */
export function dayPart(name: string, day: string): string | undefined {
  const [year = "", month = "", date = ""] = day.split("-");
  const at = new Date(`${day}T00:00:00Z`);
  const long = monthNames[Number(month) - 1] ?? "";
  const thursday = new Date(at.getTime() + (4 - (at.getUTCDay() || 7)) * 86_400_000);
  const weekday = weekdays[at.getUTCDay()] ?? "";
  const parts: Readonly<Record<string, string>> = {
    year: year.replace(/^0+/u, ""),
    short_year: year.slice(2),
    month,
    i_month: month.replace(/^0/u, ""),
    monthname: long,
    long_month: long,
    short_month: long.slice(0, 3),
    day: date,
    i_day: date.replace(/^0/u, ""),
    weekday: String(at.getUTCDay()),
    weekdayname: weekday,
    long_day: weekday,
    short_day: weekday.slice(0, 3),
    week: String(Math.ceil(dayOfYear(thursday) / 7)).padStart(2, "0"),
    yearday: String(dayOfYear(at)),
    y_day: String(dayOfYear(at)).padStart(3, "0"),
  };
  return parts[{ "2006": "year", "01": "month", "02": "day" }[name] ?? name];
}

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}

/** Path segments as a file's path of ours: NFC, without signs that disks or addresses refuse, never beginning in `_` or `.`. */
export function safeId(segments: readonly string[]): string {
  return segments.map(safeSegment).join("/");
}

function safeSegment(segment: string): string {
  const clean = segment
    .normalize("NFC")
    .replace(/[<>:"|?*\\/#%]+/gu, "")
    .replace(/^[\s_.]+|[\s.]+$/gu, "");
  return clean === "" || clean === "index" ? `${clean}-` : clean;
}

/** A file's path in NFC without the signs that addresses cannot carry. */
export function safeName(file: string): string {
  return file.normalize("NFC").replace(/[?#%\\:*"<>|]+/gu, "-");
}
