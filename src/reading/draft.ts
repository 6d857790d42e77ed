import { basename, extname } from "node:path/posix";
import { pageDate } from "#korean/dates.ts";
import { plainTitle, titleIn } from "#markdown/headings.ts";
import { scriptLanguage } from "#model/languages.ts";
import type { Instant } from "#model/instant.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { bodyDigest, cleanBody, type Parts, splitFrontMatter } from "./front-matter.ts";
import { readDate } from "./dates.ts";
import { checkFields, type Fields, type Place } from "./fields.ts";
import { fileReport, type FileReport } from "./file-report.ts";
import { frontData } from "./front-data.ts";
import type { Hiding } from "./hidden.ts";
import { ownAddress } from "./addresses.ts";
import { type FileMessage, wholeFile } from "#messages/message.ts";
import { conflictLine } from "./misplaced-fields.ts";
import type { FrontMatter } from "./schema.ts";
import { decodeSource, withoutControls } from "./source-text.ts";
import type { ContentFile } from "./walk.ts";

/** What an entry has of its file alone; `lang` is what the file states, or its name (`글.en.md`) or script where that is not the site's. */
type OwnField =
  | ("kind" | "id" | "file" | "format" | "path" | "aliases" | "title" | "extra")
  | ("lang" | "date" | "updated" | "expires");

/** A post or page before its body is rendered and its tags are joined with the site's. */
export interface Draft extends Pick<Entry, OwnField> {
  /** Where a field other than `draft` holds it back, as its author wrote it. */
  readonly held?: Place & { readonly value: string };
  /** Where a field keeps it out of search engines. */
  readonly unindexed?: Place & { readonly value: string };
  readonly fields: FrontMatter;
  /** Hex digest of the body, which stays in its file: thousands would fill the memory. */
  readonly bodyDigest: string;
  readonly bodyLine: number;
  /** Where messages about the address, the other addresses and the cover point. */
  readonly places: Readonly<Record<"address" | "aliases" | "image" | "updated" | "translationKey", Place>>;
}

/** A file's draft as plain data, absent where an error stops it, with all that is wrong or doubtful in it. */
export interface DraftReading {
  readonly draft?: Draft;
  readonly problems: readonly FileMessage[];
}

export function readDraft(from: ContentFile, bytes: Uint8Array, site: Site): DraftReading {
  const report = fileReport(from.file);
  const { problems } = report;
  const text = decodeSource(bytes, site.maxBytes, report);
  const line = conflictLine(text ?? "");
  if (line > 0) report.error({ code: "conflict-left", field: "", line });
  const parts = text === undefined || line > 0 ? undefined : splitFrontMatter(text);
  const data = parts && frontData(parts, report);
  if (!data) return { problems: [...problems, ...problemsBehind(problems, { from, text, site })] };
  const draft = draftOf({ from, parts, fields: checkFields(data, parts, report), report, site });
  return problems.some(({ severity }) => severity === "error") ? { problems } : { draft, problems };
}

/** What else is wrong in a file that cannot be read, found where its lines stand as the messages show them. */
function problemsBehind(
  problems: readonly FileMessage[],
  { from, text = "", site }: Pick<Materials, "from" | "site"> & { readonly text: string | undefined },
): readonly FileMessage[] {
  const lines = text.split("\n");
  for (const { line, corrected } of problems)
    if (line !== undefined && corrected?.includes("\n") === false) lines[line - 1] = corrected;
  const mended = lines.join("\n");
  return mended === text ? [] : readDraft(from, Buffer.from(mended), site).problems;
}

interface Materials {
  readonly from: ContentFile;
  readonly parts: Parts;
  readonly fields: Fields;
  readonly report: FileReport;
  readonly site: Site;
}

function draftOf(of: Materials): Draft {
  const { from, parts, fields } = of;
  const { known } = fields;
  const body = cleanBody(parts, of.report);
  const title = plainTitle(known.title ?? "") || titleFor({ ...of, body });
  const dates = datesOf(of);
  const format = /\.mdx$/iu.test(from.name) ? "mdx" : "md";
  if (format === "mdx" && /[#?%]/u.test(from.file)) of.report.error({ code: "file-name-signs", field: "file-name" });
  return {
    kind: from.kind,
    file: from.file,
    format,
    ...scriptLanguage(title, body),
    ...ownAddress({ from, known, title, day: dates.date?.day, site: of.site }),
    title,
    ...dates,
    ...hidingOf(of),
    fields: known,
    extra: fields.extra,
    bodyDigest: bodyDigest(body),
    bodyLine: parts.bodyLine,
    places: placesOf(fields),
  };
}

function placesOf({ known, place }: Fields): Draft["places"] {
  return {
    address: known.url ? place("url") : known.slug ? place("slug") : wholeFile,
    aliases: known.aliases ? place("aliases") : wholeFile,
    image: place("image"),
    updated: place("updated"),
    translationKey: place("translationKey"),
  };
}

/** What hides it; `draft` itself is no news to its author. A post stands in lists, so that one kept out of them is held back. */
function hidingOf({ from, fields: { hidden, place } }: Materials): Pick<Draft, "held" | "unindexed"> {
  const { unindexed } = hidden;
  const isListed = from.kind === "page" || unindexed?.value === "local" || !/build\.list$/iu.test(unindexed?.key ?? "");
  const held = hidden.held ?? (isListed ? undefined : unindexed);
  const pointed = ({ key, value }: Hiding) => {
    const { line, column } = place(key.split(".", 1)[0] ?? key);
    return { field: key, line, column, value };
  };
  return {
    ...(held && held.key.toLowerCase() !== "draft" && { held: pointed(held) }),
    ...(unindexed && !held && { unindexed: pointed(unindexed) }),
  };
}

function titleFor(of: Materials & { body: string }): string {
  const folder = of.from.name.replace(/\/index\.\w+$/u, ".md");
  const stem = withoutControls(basename(folder, extname(folder)));
  const name = stem.replace(/^\d{4}-\d{2}-\d{2}[-_ ]?/u, "");
  const day = name === "" && of.site.language === "ko" ? pageDate(stem.slice(0, 10)) : "";
  const title = titleIn(of.body) || name.replace(/[-_]+/gu, " ").trim() || name || day || stem;
  if (!of.fields.wrong.has("title")) of.report.warning({ code: "title-missing", field: "title", values: { title } });
  return title;
}

/** When a post comes out (the latest of `date` and Hugo's `publishDate`), was changed and is taken back; errors in the report. */
function datesOf(of: Materials): Pick<Draft, "date" | "updated" | "expires"> {
  const { from, fields } = of;
  const { known } = fields;
  const written =
    instant("date", known.date, of) ?? (known.date ? undefined : instant("date", jekyllDay(from.name), of));
  const readings = fields.appears.map((text) => readDate(text, of.site.timeZone));
  const ahead = readings.flatMap((one) => (one.kind === "instant" ? one.instant : []));
  const [date] = [written ?? [], ahead].flat().sort((one, other) => other.epochMs - one.epochMs);
  const changed = instant("updated", known.updated, of);
  const isEarly = changed !== undefined && date !== undefined && changed.day < date.day;
  if (isEarly) {
    const values = { updated: changed.day, date: date.day };
    of.report.warning({ code: "updated-early", ...fields.place("updated"), values });
  }
  const updated = isEarly ? undefined : changed;
  const expires = fields.expires && instant(fields.expires.key, fields.expires.value, of);
  const isShown = from.kind === "post" && !fields.hidden.held;
  if (!date && isShown && !known.date && !fields.wrong.has("date"))
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
