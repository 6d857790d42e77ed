import { writtenDate } from "./dates.ts";
import { isMap } from "./front-matter.ts";
import type { SourcePage, SourceSite } from "./blog.ts";
import { booleanAt, type Data, listOf, numberAt, textAt, valueAt } from "./values.ts";
import { defineSite } from "#model/site.ts";
import { readDraft } from "#reading/draft.ts";
import type { Data as FrontData } from "#reading/front-value.ts";
import { sortKeys } from "#reading/keys.ts";
import { zoneOf } from "#reading/zone.ts";
import { stringify } from "yaml";

/** Keys whose meaning is carried over under a key of ours; letter case aside. */
const consumed = new Set(
  "title date draft published description categories category tags tag series image slug url permalink aliases alias redirect_from weight toc math license type linebreaks lang id author updated publishdate".split(
    " ",
  ),
);

/** What a body's conversion has to tell the front matter. */
export interface Findings {
  readonly cover?: { readonly address: string; readonly alt?: string | undefined };
  readonly math: boolean;
  /** Set where the source hides the page today. */
  readonly hidden: boolean;
}

/** The front matter of an imported post: ours first, then every key that we do not know, as it was. */
export function frontMatter(page: SourcePage, at: { site: SourceSite; file: string }, findings: Findings): string {
  const { data } = page;
  const rest = Object.entries(data).filter(
    ([key, value]) => !consumed.has(key.toLowerCase()) && value !== null && value !== "",
  );
  const fields = { ...known(page, at.site, findings), ...Object.fromEntries(rest), imported: otherShapes(page) };
  return acceptedFrontMatter(fields, { kind: page.kind, file: at.file });
}

function known(page: SourcePage, site: SourceSite, findings: Findings): Record<string, unknown> {
  const { data } = page;
  const author = listOf(valueAt(data, "author", "authors")).join(", ");
  const updated = writtenDate(valueAt(data, "lastmod", "updated", "last_modified_at", "modified"), site.timeZone);
  const id =
    site.baseUrl === undefined || page.isNewAddress === true
      ? undefined
      : encodeURI(site.baseUrl.replace(/\/*$/u, "") + page.path);
  return {
    title: page.title,
    date: page.date?.text,
    updated: updated?.text,
    draft: page.draft || findings.hidden ? true : undefined,
    description: textAt(data, "description"),
    image: findings.cover?.address,
    imageAlt: findings.cover?.alt,
    categories: terms(data, ["categories", "category"]),
    tags: terms(data, ["tags", "tag"]),
    series: listOf(valueAt(data, "series"))[0],
    author: author === "" ? undefined : author,
    slug: textAt(data, "slug"),
    url: page.path,
    aliases: page.aliases.length === 0 ? undefined : page.aliases,
    type: textAt(data, "type"),
    weight: numberAt(data, "weight"),
    toc: booleanAt(data, "toc"),
    math: findings.math ? true : undefined,
    license: textAt(data, "license"),
    lang: textAt(data, "lang"),
    lineBreaks: site.lineBreaks,
    id,
  };
}

function terms(data: Data, keys: readonly string[]): string[] | undefined {
  const all = keys.flatMap((key) => listOf(valueAt(data, key), /,/u));
  return all.length === 0 ? undefined : [...new Set(all)];
}

/**
 * Values under our own keys that have another shape there (`image: {src}`, further `series`, an `id` of the author's), and
 * `publishDate`, which Seogo would show as the day.
 */
function otherShapes({ data, date }: SourcePage): Data | undefined {
  const isOther = (key: string, value: unknown) =>
    /^(?:id|publishDate)$/u.test(key) ||
    isMap(value) ||
    (Array.isArray(value) && value.length > 1) ||
    (key === "date" && date === undefined);
  const keys = "image author license toc math series type description date weight id publishDate".split(" ");
  const written = keys.map((key) => [key, valueAt(data, key)] as const);
  const kept = written.filter(([key, value]) => value !== undefined && isOther(key, value));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** The key under which our front matter keeps values that Seogo would misread under their own. */
const aside = "imported";

/**
 * Data as text between `---` lines that our own reader accepts: a foreign key that looks like a typo of one of ours,
 * or whose value has another shape, is kept under `imported`.
 */
function acceptedFrontMatter(fields: Data, file: { kind: "post" | "page"; file: string }): string {
  let current = setAside(
    fields,
    sortKeys(fields as FrontData).typos.map(({ written }) => written),
  );
  for (let round = 0; round < 4; round += 1) {
    const next = setAside(current, refusedKeys(frontMatterText(current), file));
    if (next === current) break;
    current = next;
  }
  return frontMatterText(current);
}

function frontMatterText(fields: Data): string {
  const stated = Object.entries(fields).filter(([, value]) => value !== undefined);
  return `---\n${stringify(Object.fromEntries(stated), { lineWidth: 0 })}---\n`;
}

function setAside(fields: Data, keys: readonly string[]): Data {
  const moving = keys.filter((key) => key !== aside && fields[key] !== undefined);
  if (moving.length === 0) return fields;
  const before = fields[aside];
  const kept = Object.fromEntries(moving.map((key) => [key, fields[key]]));
  const rest = Object.fromEntries(Object.entries(fields).filter(([key]) => !moving.includes(key) && key !== aside));
  return { ...rest, [aside]: { ...(typeof before === "object" ? before : {}), ...kept } };
}

const site = defineSite({});
const zone = zoneOf(site.timeZone);

function refusedKeys(written: string, file: { kind: "post" | "page"; file: string }): string[] {
  const from = { ...file, name: file.file.replace(/^src\/content\/(?:posts|pages)\//u, "") };
  const { problems } = readDraft(from, Buffer.from(`${written}\n`), { site, zone });
  return problems.filter(({ severity }) => severity === "error").map(({ field }) => field);
}
