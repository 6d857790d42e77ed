import type { Instant } from "#model/instant.ts";
import { readDate } from "./dates.ts";
import type { Draft, Materials } from "./draft.ts";

/** When a post comes out (the latest of `date` and Hugo's `publishDate`), was changed and is taken back; errors in the report. */
export function datesOf(of: Materials): Pick<Draft, "date" | "updated" | "expires"> {
  const { from, fields } = of;
  const { known } = fields;
  const written =
    instant("date", known.date, of) ?? (known.date ? undefined : instant("date", jekyllDay(from.name), of));
  const later = fields.appears.map((text) => readDate(text, of.site.timeZone));
  const date = later.reduce(
    (last, other) => (last && other.kind === "instant" && other.instant.epochMs > last.epochMs ? other.instant : last),
    written,
  );
  const changed = instant("updated", known.updated, of);
  const isEarly = changed !== undefined && date !== undefined && changed.day < date.day;
  if (isEarly) {
    const values = { updated: changed.day, date: date.day };
    of.report.warning({ code: "updated-early", ...fields.place("updated"), values });
  }
  const updated = isEarly ? undefined : changed;
  const expires = fields.expires && instant(fields.expires.key, fields.expires.value, of);
  if (!date && from.kind === "post" && !known.date && !fields.wrong.has("date"))
    of.report.warning({ code: "date-missing", field: "date" });
  return { ...(date && { date }), ...(updated && { updated }), ...(expires && { expires }) };
}

function jekyllDay(name: string): string | undefined {
  return /(?:^|\/)(\d{4}-\d{2}-\d{2})(?=[-_. /][^/]*(?:\/index)?\.\w+$|\.\w+$)/u.exec(name)?.[1];
}

function instant(field: string, written: string | undefined, of: Materials): Instant | undefined {
  if (!written) return undefined;
  const at = of.fields.place(field);
  const reading = readDate(written, of.site.timeZone);
  if (reading.kind === "none") return undefined;
  if (reading.kind === "instant") {
    if (reading.timeIgnored) of.report.warning({ code: "time-impossible", ...at, values: { value: written } });
    return reading.instant;
  }
  if (reading.kind === "unreadable") {
    const corrected = of.fields.straightened(field);
    of.report.error({ code: "date-unreadable", ...at, values: { value: written }, corrected });
    return undefined;
  }
  const { year, month, lastDay } = reading;
  const code = lastDay === 0 ? "month-impossible" : "date-impossible";
  of.report.error({ code, ...at, values: { value: written, year, month, lastDay } });
  return undefined;
}
