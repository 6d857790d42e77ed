import { isPlaceholder } from "#korean/summary.ts";
import { termPath } from "#model/address.ts";
import { languageSites, siteFor } from "#model/languages.ts";
import { onceEach } from "#model/once.ts";
import { isPublished, type Entry } from "#model/post.ts";
import { remoteAddress } from "#model/remote-pictures.ts";
import type { Site } from "#model/site.ts";
import { joinTerms, type JoinedSpelling, type TermKind } from "#model/taxonomy.ts";
import { termLabel } from "#model/term-label.ts";
import { termSlug } from "#model/urlize.ts";
import type { ReadingOptions } from "./content.ts";
import type { Draft } from "./draft.ts";
import type { BodyFacts } from "./one-body.ts";
import { pictureProblem, type PictureFinder } from "./pictures.ts";
import type { FileMessage } from "#messages/message.ts";

export type EntryHead = Omit<Entry, Exclude<keyof BodyFacts, "toc"> | "digest">;

export interface Unrendered {
  readonly draft: Draft;
  readonly head: EntryHead;
}

/** Makes each draft an entry: labels joined over all that is published at `now` in its language, cover found. */
export function entryHeads(
  drafts: readonly Draft[],
  pictures: PictureFinder,
  { site, now }: Pick<ReadingOptions, "site" | "now">,
): { heads: Unrendered[]; problems: readonly FileMessage[]; joined: readonly JoinedSpelling[] } {
  const published = drafts.filter((draft) => isPublished({ ...draft, draft: isHeld(draft) }, now));
  const termsOf = onceEach((one: Site): SiteTerms => {
    const own = published.filter((draft) => siteFor(draft, site) === one);
    const of = (kind: TermKind) => kindTerms(kind, own, one);
    return { category: of("category"), tag: of("tag"), series: of("series") };
  });
  const problems = sharedKeys(published, site);
  const heads = drafts.map((draft) => {
    const past = withPastChange(draft, now, problems);
    return { draft, head: headOf(past, termsOf(siteFor(draft, site)), coverOf(draft, pictures, problems)) };
  });
  const joined = languageSites(site).flatMap((one) => Object.values(termsOf(one)).flatMap(({ notes }) => notes));
  return { heads, problems, joined };
}

/** Posts that share a `translationKey` with another of their language, where the site has several: one alone can be the translation. */
function sharedKeys(drafts: readonly Draft[], site: Site): FileMessage[] {
  if (languageSites(site).length === 1) return [];
  const seen = new Map<string, Draft>();
  return drafts.flatMap((draft): FileMessage[] => {
    const { file, kind, lang = site.language, fields, places } = draft;
    const { translationKey: key } = fields;
    const name = `${kind} ${lang} ${key}`;
    const other = seen.get(name);
    seen.set(name, draft);
    if (!key || !other) return [];
    const values = { key, other: other.file };
    return [{ severity: "warning", file, ...places.translationKey, code: "translation-twice", values }];
  });
}

/** A day of change that has not come says nothing, and is told of a post that is out. */
function withPastChange(draft: Draft, now: number, problems: FileMessage[]): Draft {
  const { updated, date, file } = draft;
  if (updated === undefined || updated.epochMs <= now) return draft;
  const values = { updated: updated.day };
  if (!date || date.epochMs <= now)
    problems.push({ severity: "warning", file, ...draft.places.updated, code: "updated-future", values });
  const { updated: _, ...rest } = draft;
  return rest;
}

function isHeld({ fields, held }: Draft): boolean {
  return fields.draft === true || held !== undefined;
}

type SiteTerms = Record<TermKind, ReturnType<typeof kindTerms>>;

/** The terms of a kind in one language, and where a spelling's page would have been and its term's is, worked out once. */
function kindTerms(kind: TermKind, drafts: readonly Draft[], { prefix = "" }: Site) {
  const uses = drafts.flatMap((draft) => labelsOf[kind](draft).map((label) => ({ label, file: draft.file })));
  const { terms, redirects, notes } = joinTerms(kind, uses);
  const redirect = onceEach((spelling: string) => {
    const to = terms.get(spelling)?.path;
    const from = termPath(kind, termSlug(spelling));
    return to !== undefined && redirects.get(from) === to ? [{ from: prefix + from, to: prefix + to }] : [];
  });
  return { terms, notes, redirect };
}

const labelsOf: Record<TermKind, (draft: Draft) => readonly string[]> = {
  category: ({ fields }) => fields.categories ?? [],
  tag: ({ fields }) => fields.tags ?? [],
  series: ({ fields }) => (fields.series ? [fields.series] : []),
};

function headOf(draft: Draft, terms: SiteTerms, cover: Cover): EntryHead {
  const { fields, held: _, unindexed, bodyDigest: _2, bodyLine: _3, places: _4, ...own } = draft;
  const [series] = labels("series", draft, terms);
  const kinds = ["category", "tag", "series"] as const;
  const termRedirects = kinds.flatMap((kind) => labelsOf[kind](draft).flatMap(terms[kind].redirect));
  const optional = {
    noindex: unindexed && true,
    description: fields.description && !isPlaceholder(fields.description) ? fields.description : undefined,
    series,
    weight: fields.weight,
    author: fields.author || undefined,
    license: fields.license || undefined,
    toc: fields.toc,
    translationKey: fields.translationKey || undefined,
    discussions: fields.discussion?.length ? fields.discussion : undefined,
    feedId: fields.id || undefined,
    termRedirects: termRedirects.length > 0 ? termRedirects : undefined,
  };
  return {
    ...own,
    draft: isHeld(draft),
    featured: fields.featured ?? fields.type === "featured",
    type: fields.type || "post",
    categories: labels("category", draft, terms),
    tags: labels("tag", draft, terms),
    ...cover,
    ...stated(optional),
  };
}

/** The labels shown; those of a post that is not published stay as written unless the site has them. */
function labels(kind: TermKind, draft: Draft, terms: SiteTerms): string[] {
  const shown = labelsOf[kind](draft).map((label) => terms[kind].terms.get(label)?.label ?? termLabel(label));
  return [...new Set(shown.filter((label) => label !== ""))];
}

type Stated<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that have a value. */
function stated<T extends object>(fields: T): Stated<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Stated<T>;
}

type Cover = Pick<Entry, "image" | "remoteImage">;

function coverOf(draft: Draft, pictures: PictureFinder, problems: FileMessage[]): Cover {
  const { image, imageAlt } = draft.fields;
  const address = image?.src;
  if (!address) return {};
  const alt = imageAlt ?? (image && "alt" in image ? image.alt : undefined) ?? "";
  const answer = pictures(address, draft.file);
  if (answer.kind === "found") return { image: { ...answer.picture, alt } };
  const remote = answer.kind === "elsewhere" ? remoteAddress(address) : undefined;
  if (remote !== undefined) return { remoteImage: { url: remote, alt } };
  const said = pictureProblem(answer, address) ?? {
    severity: "warning",
    code: answer.kind === "elsewhere" ? "cover-elsewhere" : "cover-missing",
    values: { address },
  };
  problems.push({ file: draft.file, ...draft.places.image, ...said });
  return {};
}
