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

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const zones: Readonly<Record<string, string>> = {
  z: "+00:00",
  utc: "+00:00",
  gmt: "+00:00",
  kst: "+09:00",
  jst: "+09:00",
};

/** Reads every shape of date that blogs hold; a time without zone is in `timeZone`. Undefined for what is no day. */
export function writtenDate(value: unknown, timeZone: string): WrittenDate | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value).trim();
  const found = numericDay(text) ?? namedDay(text);
  if (found === undefined) return undefined;
  const day = [pad(found.year, 4), pad(found.month), pad(found.date)].join("-");
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || new Date(midnight).getUTCDate() !== found.date) return undefined;
  return withTime({ day, rest: found.rest, timeZone });
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly rest: string;
}

function numericDay(text: string): Day | undefined {
  const match =
    /^(\d{4})\s*(?:[-/.]|년)\s*(\d{1,2})\s*(?:[-/.]|월)\s*(\d{1,2})(?:일|\.)?(?!\d)(.*)$/su.exec(text) ??
    /^(\d{4})(\d\d)(\d\d)(?!\d)(.*)$/su.exec(text);
  if (!match) return undefined;
  return { year: Number(match[1]), month: Number(match[2]), date: Number(match[3]), rest: match[4] ?? "" };
}

function namedDay(text: string): Day | undefined {
  const bare = text.replace(/^[a-z]{3,9},?\s+/iu, (word) =>
    months.includes(word.slice(0, 3).toLowerCase()) ? word : "",
  );
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.*)$/isu.exec(bare);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})(.*)$/isu.exec(bare);
  const [name, date, year, rest] = monthFirst
    ? [monthFirst[1], monthFirst[2], monthFirst[3], monthFirst[4]]
    : [dayFirst?.[2], dayFirst?.[1], dayFirst?.[3], dayFirst?.[4]];
  const month = months.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? undefined : { year: Number(year), month, date: Number(date), rest: rest ?? "" };
}

function withTime(at: { day: string; rest: string; timeZone: string }): WrittenDate {
  const dayOnly = {
    text: at.day,
    day: at.day,
    epochMs: Date.parse(`${at.day}T00:00:00${offsetAt(at.day, at.timeZone)}`),
  };
  const match =
    /^[T\s,]*(오전|오후)?\s*(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?\s*([ap]m|오전|오후)?\s*(Z|UTC|GMT|KST|JST|[+-]\d{2}:?(?:\d{2})?)?/iu.exec(
      at.rest,
    );
  if (!match) return { ...dayOnly, timeDropped: false };
  const afternoon = /pm|오후/iu.test(`${match[1] ?? ""}${match[5] ?? ""}`) && Number(match[2]) < 12 ? 12 : 0;
  const [hour, minute, second] = [Number(match[2]) + afternoon, Number(match[3]), Number(match[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return { ...dayOnly, timeDropped: true };
  const time = [pad(hour), pad(minute), pad(second)].join(":");
  const zone = match[6] === undefined ? offsetAt(`${at.day}T${time}`, at.timeZone) : offsetOf(match[6]);
  const text = `${at.day}T${time}${zone}`;
  return { text, day: at.day, epochMs: Date.parse(text), timeDropped: false };
}

/** The same instant as clocks in a zone show it: for machine-written UTC (`…Z`), whose author's day is another. */
export function inZone(date: WrittenDate, timeZone: string): WrittenDate {
  if (!date.text.endsWith("+00:00")) return date;
  const [day = "", time = ""] = new Date(date.epochMs).toLocaleString("sv-SE", { timeZone }).split(" ");
  const local = `${day}T${time}`;
  return { ...date, day, text: local + offsetAt(local, timeZone) };
}

function offsetOf(zone: string): string {
  const named = zones[zone.toLowerCase()];
  if (named !== undefined) return named;
  const digits = zone.replace(":", "").padEnd(5, "0");
  return `${digits.slice(0, 3)}:${digits.slice(3, 5)}`;
}

/** The offset (`+09:00`) that a zone had at a local time; `+09:00` for a zone that is unknown. */
function offsetAt(local: string, timeZone: string): string {
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    const at = new Date(`${local.length === 10 ? `${local}T00:00:00` : local}Z`);
    const name =
      format
        .formatToParts(at)
        .find(({ type }) => type === "timeZoneName")
        ?.value.replace("GMT", "") ?? "";
    return name === "" ? "+00:00" : name.slice(0, 6);
  } catch {
    return "+09:00";
  }
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, "0");
}
