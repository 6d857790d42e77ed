/** Turns a clock face of a time zone into a point in time. */
export interface Zone {
  /** Offset from UTC in minutes at a point in time. */
  readonly offsetMinutes: (epochMs: number) => number;
  /** The point in time when clocks there show `wallMs` (a clock face counted as if it were UTC); a time that clocks skip counts from before the change, one they show twice is the first. */
  readonly epochOf: (wallMs: number) => number;
}

const dayMs = 86_400_000;

/** The rules of an IANA time zone such as `Asia/Seoul`; throws a RangeError for a name that is none. */
export function zoneOf(name: string): Zone {
  const format = new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const offsetMs = (epochMs: number): number => {
    const part = new Map(format.formatToParts(epochMs).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
    const shownMs = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
    return shownMs - Math.floor(epochMs / 1000) * 1000;
  };
  return {
    offsetMinutes: (epochMs) => Math.round(offsetMs(epochMs) / 60_000),
    epochOf: (wallMs) => {
      const before = offsetMs(wallMs - dayMs);
      const after = offsetMs(wallMs + dayMs);
      if (before === after || offsetMs(wallMs - before) === before) return wallMs - before;
      return offsetMs(wallMs - after) === after ? wallMs - after : wallMs - before;
    },
  };
}
