/** A point in time as its author wrote it; plain data, safe to store as JSON. */
export interface Instant {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly epochMs: number;
  /** The author's own calendar day, `YYYY-MM-DD`, in the zone the author wrote (else the site's). */
  readonly day: string;
  /** ISO 8601 with the author's offset, seconds precision: `2020-06-01T10:00:00+09:00`. */
  readonly iso: string;
  /** False where only a day was written (then the time is midnight in the site's zone). */
  readonly hasTime: boolean;
}

/** An instant as precisely as it is known: with its time, or the day alone. */
export function stamp({ hasTime, iso, day }: Instant): string {
  return hasTime ? iso : day;
}
