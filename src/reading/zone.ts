import { onceEach } from "#model/once.ts";

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

/**
 * The point in time when clocks in a zone show `wallMs` (a clock face counted as if it were UTC); a time that clocks skip
 * counts from before the change, one they show twice is the first.
 */
export function epochOf(timeZone: string, wallMs: number): number {
  const before = offsetAt(timeZone, wallMs - dayMs);
  const after = offsetAt(timeZone, wallMs + dayMs);
  if (before === after || offsetAt(timeZone, wallMs - before) === before) return wallMs - before;
  return offsetAt(timeZone, wallMs - after) === after ? wallMs - after : wallMs - before;
}
