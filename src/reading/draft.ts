import { basename, extname } from "node:path/posix";
import type { Moment } from "#model/moment.ts";
import type { Site } from "#model/site.ts";
import { readDate } from "./dates.ts";
import { cleanBody, digestOf } from "./draft-body.ts";
import type { Fields, Place } from "./fields.ts";
import { checkFields } from "./fields.ts";
import { fileReport, type FileReport } from "./file-report.ts";
import { frontData } from "./front-data.ts";
import { splitFrontMatter, type Parts } from "./front-matter.ts";
import { ownAddress } from "./own-address.ts";
import type { Problem } from "./problems.ts";
import type { FrontMatter } from "./schema.ts";
import { decodeSource } from "./source-text.ts";
import { quoted } from "./whole-yaml.ts";
import type { ContentFile } from "./walk.ts";
import type { Zone } from "./zone.ts";

/** A post or page before its body is rendered and its tags are joined with the site's. */
export interface Draft {
  readonly kind: "post" | "page";
  readonly id: string;
  readonly file: string;
  readonly format: "md" | "mdx";
  readonly path: string;
  readonly aliases: readonly string[];
  /** The language the file's name states. */
  readonly lang?: string;
  readonly title: string;
  readonly date?: Moment;
  readonly updated?: Moment;
  readonly fields: FrontMatter;
  readonly extra: Readonly<Record<string, unknown>>;
  /** Hex digest of the body, which stays in its file: thousands would fill the memory. */
  readonly bodyDigest: string;
  readonly bodyLine: number;
  /** Where messages about the address, the other addresses and the cover point. */
  readonly places: Readonly<Record<"address" | "aliases" | "image", Pointed>>;
}

type Pointed = Pick<Place, "field" | "line" | "column">;

/** A file's draft as plain data, absent where an error stops it, with all that is wrong or doubtful in it. */
export interface DraftReading {
  readonly draft?: Draft;
  readonly problems: readonly Problem[];
}

/** Reads one file's bytes by the site's settings. */
export function readDraft(from: ContentFile, bytes: Uint8Array, settings: { site: Site; zone: Zone }): DraftReading {
  const report = fileReport(from.file);
  const text = decodeSource(bytes, settings.site.maxBytes, report);
  if (text === undefined) return { problems: report.problems };
  const parts = splitFrontMatter(text);
  const data = frontData(parts, report);
  const fields = data && checkFields(data, parts, report);
  if (!fields) return { problems: report.problems };
  const draft = draftOf({ from, parts, fields, report, ...settings });
  const wrong = report.problems.some(({ severity }) => severity === "error");
  return wrong ? { problems: report.problems } : { draft, problems: report.problems };
}

interface Materials {
  readonly from: ContentFile;
  readonly parts: Parts;
  readonly fields: Fields;
  readonly report: FileReport;
  readonly site: Site;
  readonly zone: Zone;
}

function draftOf(of: Materials): Draft {
  const { from, parts, fields } = of;
  const { known } = fields;
  const body = cleanBody(parts, of.report);
  const title = known.title || titleFor({ ...of, body });
  const named = jekyllDay(from.name);
  const written = moment("date", known.date, of) ?? (known.date ? undefined : moment("date", named, of));
  const later = fields.publishDate === known.date ? undefined : moment("date", fields.publishDate, of);
  const date = written && later && later.epochMs > written.epochMs ? later : written;
  const updated = moment("updated", known.updated, of);
  if (!date && from.kind === "post" && !known.date && !fields.wrong.has("date"))
    of.report.warning({ code: "date-missing", field: "date" });
  const format = /\.mdx$/iu.test(from.name) ? "mdx" : "md";
  if (format === "mdx" && /[#?%]/u.test(from.file)) of.report.error({ code: "mdx-file-name", field: "파일 이름" });
  warnOfComments(parts, of.report);
  return {
    kind: from.kind,
    file: from.file,
    format,
    ...ownAddress({ from, known, title, day: date?.day, site: of.site }),
    title,
    ...(date && { date }),
    ...(updated && { updated }),
    fields: known,
    extra: fields.extra,
    bodyDigest: digestOf(body),
    bodyLine: parts.bodyLine,
    places: placesOf(fields),
  };
}

const wholeFile: Pointed = { field: "파일 이름", line: 1, column: 1 };

function placesOf({ known, place }: Fields): Draft["places"] {
  const placed = (key: "url" | "slug" | "aliases" | "image"): Pointed => {
    const { field, line, column } = place(key);
    return { field, line, column };
  };
  return {
    address: known.url ? placed("url") : known.slug ? placed("slug") : wholeFile,
    aliases: known.aliases ? placed("aliases") : wholeFile,
    image: known.image ? placed("image") : wholeFile,
  };
}

function jekyllDay(name: string): string | undefined {
  return /(?:^|\/)(\d{4}-\d{2}-\d{2})(?=[-_. /][^/]*(?:\/index)?\.\w+$|\.\w+$)/u.exec(name)?.[1];
}

function moment(field: "date" | "updated", written: string | undefined, of: Materials): Moment | undefined {
  if (!written) return undefined;
  const { text, ...at } = of.fields.place(field);
  const reading = readDate(written, of.zone);
  if (reading.kind === "none") return undefined;
  if (reading.kind === "moment") {
    if (reading.timeIgnored) of.report.warning({ code: "time-impossible", ...at, values: { value: written } });
    return reading.moment;
  }
  if (reading.kind === "unreadable") {
    of.report.error({ code: "date-unreadable", ...at, values: { value: written } });
    return undefined;
  }
  const { year, month, lastDay } = reading;
  const code = lastDay === 0 ? "month-impossible" : "date-impossible";
  of.report.error({ code, ...at, values: { value: written, year, month, lastDay } });
  return undefined;
}

function titleFor(of: Materials & { body: string }): string {
  const heading = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*$/mu
    .exec(of.body)?.[1]
    ?.replace(/[*_`]/gu, "")
    .normalize("NFC")
    .trim();
  const folder = of.from.name.replace(/\/index\.\w+$/u, ".md");
  const name = basename(folder, extname(folder)).replace(/^\d{4}-\d{2}-\d{2}[-_ ]?/u, "");
  const title = heading || name.replace(/[-_]+/gu, " ").trim() || name || of.from.name;
  if (!of.fields.wrong.has("title")) of.report.warning({ code: "title-missing", field: "title", values: { title } });
  return title;
}

/** YAML drops what follows ` #`: an author who writes `글 #1` hardly means a comment. */
function warnOfComments(parts: Parts, report: FileReport): void {
  if (parts.format !== "yaml" || !parts.raw.includes(" #")) return;
  parts.raw.split("\n").forEach((line, index) => {
    const found =
      /^(\s*-|(?:title|description|tags?|categor(?:y|ies)|series|slug):)\s+([^\s"'[{|>#][^"']*? #[^\s#].*)$/iu.exec(
        line,
      );
    const [, lead = "", value = ""] = found ?? [];
    if (!found) return;
    const at = { line: parts.rawLine + index, column: line.indexOf(" #") + 2 };
    report.warning({
      code: "yaml-comment",
      field: lead.trim().replace(/[:-]$/u, "") || "YAML",
      ...at,
      corrected: `${lead} ${quoted(value.trim())}`,
    });
  });
}
