import { categoryPath, seriesPath, tagPath } from "./address.ts";
import { byCodePoint } from "./order.ts";
import type { Term } from "./post.ts";
import { shortHash } from "./digest.ts";
import { termKey, termLabel } from "./term-label.ts";
import { termSlug } from "./urlize.ts";

/** What kind of term it is, which decides where its page lives. */
export type TermKind = "category" | "tag" | "series";

/** One label as an author wrote it in one file. */
export interface TermUse {
  readonly label: string;
  readonly file: string;
}

/** A spelling that was joined under another one; `files` in code point order. */
export interface JoinedSpelling {
  readonly kind: TermKind;
  /** The spelling shown. */
  readonly label: string;
  readonly spelling: string;
  readonly files: readonly string[];
}

/** The terms of a kind over the whole site. */
export interface JoinedTerms {
  /** Each label as given in the uses → its term; labels that show nothing have none. */
  readonly terms: ReadonlyMap<string, Term>;
  /** What was joined, by label and spelling. */
  readonly notes: readonly JoinedSpelling[];
  /** Paths other spellings would have had → the path of their term. */
  readonly redirects: ReadonlyMap<string, string>;
}

const pathOf = { category: categoryPath, tag: tagPath, series: seriesPath } as const;

/**
 * Joins spellings that differ only by case, blanks or hyphens under the most frequent one (ties by code point) and gives
 * each term an address no other term has. The order of `uses` plays no part; the cost grows linearly.
 */
export function joinTerms(kind: TermKind, uses: readonly TermUse[]): JoinedTerms {
  const spellingOf = new Map<string, string>();
  for (const { label } of uses) if (!spellingOf.has(label)) spellingOf.set(label, termLabel(label));
  const groups = [...grouped(uses, spellingOf)].map(([key, spellings]) => ({
    key,
    spellings,
    label: mostFrequent(spellings.entries().map(([spelling, { length }]) => [spelling, length])),
  }));
  groups.sort((a, b) => byCodePoint(a.label, b.label));
  const slugs = uniqueSlugs(groups);
  const termOf = new Map<string, Term>();
  const notes: JoinedSpelling[] = [];
  for (const { key, spellings, label } of groups) {
    const slug = slugs.get(key) ?? termSlug(label);
    const term = { label, slug, path: pathOf[kind](slug) };
    for (const [spelling, files] of [...spellings].sort(([a], [b]) => byCodePoint(a, b))) {
      termOf.set(spelling, term);
      if (spelling !== label) notes.push({ kind, label, spelling, files: [...new Set(files)].sort(byCodePoint) });
    }
  }
  const terms = new Map([...spellingOf].flatMap(([label, spelling]) => pair(label, termOf.get(spelling))));
  return { terms, notes, redirects: redirectsOf(kind, termOf, slugs) };
}

function grouped(
  uses: readonly TermUse[],
  spellingOf: ReadonlyMap<string, string>,
): Map<string, Map<string, string[]>> {
  const groups = new Map<string, Map<string, string[]>>();
  const keyOf = new Map<string, string>();
  for (const { label, file } of uses) {
    const spelling = spellingOf.get(label) ?? "";
    if (spelling === "") continue;
    const key = keyOf.get(spelling) ?? termKey(spelling);
    keyOf.set(spelling, key);
    const spellings = groups.get(key) ?? new Map<string, string[]>();
    groups.set(key, spellings);
    const files = spellings.get(spelling);
    if (files) files.push(file);
    else spellings.set(spelling, [file]);
  }
  return groups;
}

/** The spelling used most; ties by code point. Empty where there is none. */
export function mostFrequent(spellings: Iterable<readonly [spelling: string, times: number]>): string {
  let best = "";
  let most = 0;
  for (const [spelling, times] of spellings) {
    if (times < most || (times === most && byCodePoint(spelling, best) > 0)) continue;
    best = spelling;
    most = times;
  }
  return best;
}

/** Slugs by key, unlike each other on disks that ignore case; the term its slug spells best keeps the plain one. */
export function uniqueSlugs(groups: readonly { readonly key: string; readonly label: string }[]): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  const isPlain = (group: { key: string; label: string }) => termKey(termSlug(group.label)) === group.key;
  for (const { key, label } of [...groups.filter(isPlain), ...groups.filter((group) => !isPlain(group))]) {
    const plain = termSlug(label);
    let slug = plain;
    for (let attempt = 0; taken.has(folded(slug)); attempt++)
      slug = termSlug(`${plain}-${shortHash(`${key}${"+".repeat(attempt)}`)}`);
    taken.add(folded(slug));
    slugs.set(key, slug);
  }
  return slugs;
}

function folded(slug: string): string {
  return slug.toUpperCase().toLowerCase().normalize("NFC");
}

function redirectsOf(
  kind: TermKind,
  termOf: ReadonlyMap<string, Term>,
  slugs: ReadonlyMap<string, string>,
): Map<string, string> {
  const taken = new Set([...slugs.values()].map(folded));
  const redirects = new Map<string, string>();
  for (const [spelling, term] of termOf) {
    const slug = termSlug(spelling);
    if (taken.has(folded(slug))) continue;
    taken.add(folded(slug));
    redirects.set(pathOf[kind](slug), term.path);
  }
  return redirects;
}

function pair(label: string, term: Term | undefined): [string, Term][] {
  return term === undefined ? [] : [[label, term]];
}
