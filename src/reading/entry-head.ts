import { isPlaceholder } from "../korean/summary.ts";
import type { Entry, Picture } from "../model/post.ts";
import { joinTerms, type JoinedSpelling, type JoinedTerms, type TermKind } from "../model/taxonomy.ts";
import type { Draft } from "./draft.ts";
import type { PictureFinder } from "./pictures.ts";
import type { Problem } from "./problems.ts";

/** What an entry is before its body is read. */
export type EntryHead = Omit<Entry, "summary" | "headings" | "pictures" | "minutes" | "letters" | "terms" | "digest">;

/** Makes each draft an entry: labels joined over the whole site, cover found. */
export function entryHeads(
  drafts: readonly Draft[],
  pictures: PictureFinder,
): {
  heads: EntryHead[];
  problems: Problem[];
  joined: readonly JoinedSpelling[];
} {
  const labelsOf = { category: categoriesOf, tag: tagsOf, series: seriesOf } as const;
  const join = (kind: TermKind) =>
    joinTerms(
      kind,
      drafts.flatMap((draft) => labelsOf[kind](draft).map((label) => ({ label, file: draft.file }))),
    );
  const terms = { category: join("category"), tag: join("tag"), series: join("series") };
  const problems: Problem[] = [];
  const heads = drafts.map((draft) => headOf(draft, terms, coverOf(draft, pictures, problems)));
  return { heads, problems, joined: Object.values(terms).flatMap(({ notes }) => notes) };
}

function headOf(draft: Draft, terms: Record<TermKind, JoinedTerms>, image: Entry["image"]): EntryHead {
  const { fields } = draft;
  const [series] = labels(terms.series, seriesOf(draft));
  const optional = {
    date: draft.date,
    updated: draft.updated,
    description: fields.description && !isPlaceholder(fields.description) ? fields.description : undefined,
    image,
    series,
    weight: fields.weight,
    author: fields.author || undefined,
    license: fields.license || undefined,
    toc: fields.toc,
    lang: fields.lang || undefined,
    feedId: fields.id || undefined,
  };
  return {
    kind: draft.kind,
    id: draft.id,
    file: draft.file,
    format: draft.format,
    path: draft.path,
    aliases: draft.aliases,
    title: draft.title,
    draft: fields.draft ?? false,
    featured: fields.featured ?? fields.type === "featured",
    type: fields.type || "post",
    categories: labels(terms.category, categoriesOf(draft)),
    tags: labels(terms.tag, tagsOf(draft)),
    extra: draft.extra,
    ...stated(optional),
  };
}

type Stated<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that have a value. */
function stated<T extends object>(fields: T): Stated<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Stated<T>;
}

function categoriesOf(draft: Draft): readonly string[] {
  return draft.fields.categories ?? [];
}

function tagsOf(draft: Draft): readonly string[] {
  return draft.fields.tags ?? [];
}

function seriesOf(draft: Draft): readonly string[] {
  return draft.fields.series ? [draft.fields.series] : [];
}

function labels({ terms }: JoinedTerms, written: readonly string[]): string[] {
  return [...new Set(written.flatMap((label) => terms.get(label)?.label ?? []))];
}

function coverOf(draft: Draft, pictures: PictureFinder, problems: Problem[]): Entry["image"] {
  const { image, imageAlt } = draft.fields;
  const cover = typeof image === "object" ? image : { src: image };
  const address = cover.src || ("image" in cover ? cover.image || cover.url || cover.path : undefined);
  if (!address) return undefined;
  const answer = pictures(address, draft.file);
  if (answer.kind === "found")
    return { ...(answer.picture satisfies Picture), alt: imageAlt ?? ("alt" in cover ? cover.alt : "") ?? "" };
  const { text: _, ...place } = draft.place("image");
  const about = { file: draft.file, ...place };
  if (answer.kind === "refused") {
    problems.push({ severity: "error", ...about, code: answer.code, values: { address, file: answer.file } });
  } else if (answer.kind === "elsewhere") {
    problems.push({ severity: "warning", ...about, code: "cover-elsewhere", values: { address } });
  } else {
    const code = answer.similar ? "picture-similar" : "cover-missing";
    problems.push({ severity: "warning", ...about, code, values: { address, similar: answer.similar ?? "" } });
  }
  return undefined;
}
