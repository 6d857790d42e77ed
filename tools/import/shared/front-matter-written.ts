import { stringify } from "yaml";
import { stamp } from "#model/instant.ts";
import { defineSite } from "#model/site.ts";
import { readDraft } from "#reading/draft.ts";
import type { SourcePage, SourceSite } from "./blog.ts";
import names from "./field-names.json" with { type: "json" };
import { termsOf } from "./lists.ts";
import type { Cover } from "./pictures.ts";
import { booleanAt, type Data, isMap, listOf, mapOf, numberAt, textAt, valueAt, writtenDate } from "./values.ts";

/** Keys whose meaning is carried over under a key of ours; letter case aside. */
const consumed = new Set(names.consumed.split(" "));

/** The key under which our front matter keeps values that Seogo would misread under their own. */
const aside = "imported";

/** What a body's conversion has to tell the front matter. */
interface Findings {
  readonly cover: Cover | undefined;
  readonly math: boolean;
  /** True where the source hides the page today. */
  readonly hidden: boolean;
}

/** An imported post's front matter as our reader takes it: ours first, then every other key as it was; one like a typo of ours, or of another shape, stands under `imported`. */
export function frontMatter(page: SourcePage, at: { site: SourceSite; file: string }, findings: Findings): string {
  const rest = Object.entries(page.data).filter(
    ([key, value]) => !consumed.has(key.toLowerCase()) && value !== null && value !== "",
  );
  let fields: Data = { ...known(page, at.site, findings), ...Object.fromEntries(rest), [aside]: otherShapes(page) };
  for (let before: Data = {}; fields !== before;) {
    before = fields;
    fields = setAside(fields, refusedKeys(frontMatterText(fields), page.kind, at.file));
  }
  return frontMatterText(fields);
}

function known(page: SourcePage, site: SourceSite, { cover, math, hidden }: Findings): Data {
  const { data } = page;
  const updated = writtenDate(valueAt(data, "lastmod", "updated", "last_modified_at", "modified"), site.timeZone);
  const isAtOld = site.baseUrl !== undefined && page.isNewAddress !== true;
  return {
    // A backspace that an editor let in (`"가\b나"`) shows nothing.
    title: page.title.replace(/(?![\t\n\r])\p{Cc}/gu, ""),
    date: page.date && stamp(page.date),
    updated: updated && stamp(updated),
    draft: page.draft || hidden || undefined,
    description: textAt(data, "description"),
    image: cover?.address,
    imageAlt: cover?.alt,
    categories: unlessEmpty(termsOf(data, "categories")),
    tags: unlessEmpty(termsOf(data, "tags")),
    series: listOf(valueAt(data, "series"))[0],
    author: listOf(valueAt(data, "author", "authors")).join(", ") || undefined,
    slug: textAt(data, "slug"),
    url: page.path,
    aliases: unlessEmpty(page.aliases),
    type: textAt(data, "type"),
    weight: numberAt(data, "weight"),
    toc: booleanAt(data, "toc"),
    math: math || undefined,
    license: textAt(data, "license"),
    lang: textAt(data, "lang"),
    lineBreaks: site.lineBreaks,
    id: isAtOld ? encodeURI(site.baseUrl.replace(/\/*$/u, "") + page.path) : undefined,
  };
}

function unlessEmpty<Item>(all: readonly Item[]): readonly Item[] | undefined {
  return all.length === 0 ? undefined : all;
}

/** Values under our own keys that have another shape (`image: {src}`, further `series`), an author's `id`, `publishDate`, which we would show as the day, and what stands under `imported` already. */
function otherShapes({ data, date }: SourcePage): Data | undefined {
  const isOther = (key: string, value: unknown) =>
    /^(?:id|publishDate|imported)$/u.test(key) ||
    isMap(value) ||
    (Array.isArray(value) && value.length > 1) ||
    (key === "date" && date === undefined);
  const written = names.ours.split(" ").map((key) => [key, valueAt(data, key)] as const);
  const kept = Object.fromEntries(written.filter(([key, value]) => value !== undefined && isOther(key, value)));
  const { [aside]: before, ...others } = kept;
  if (Object.keys(kept).length === 0) return undefined;
  return isMap(before) ? { ...before, ...others } : kept;
}

function frontMatterText(fields: Data): string {
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n`;
}

/** Fields with some of them moved under `imported`; the same object where none of them is there. */
function setAside(fields: Data, keys: readonly string[]): Data {
  const moving = Object.keys(fields).filter((key) => fields[key] !== undefined && keys.includes(key) && key !== aside);
  if (moving.length === 0) return fields;
  const kept = moving.map((key) => [key, fields[key]] as const);
  const gone = moving.map((key) => [key, undefined] as const);
  return { ...fields, ...Object.fromEntries(gone), [aside]: { ...mapOf(fields[aside]), ...Object.fromEntries(kept) } };
}

const site = defineSite({});

function refusedKeys(written: string, kind: "post" | "page", file: string): string[] {
  const name = file.replace(/^src\/content\/(?:posts|pages)\//u, "");
  const { problems } = readDraft({ kind, file, name }, Buffer.from(`${written}\n`), site);
  return problems.filter(({ severity }) => severity === "error").map(({ field }) => field);
}
