import { termPath } from "./address.ts";
import { onceEach } from "./once.ts";
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

/** Joins spellings that differ only by case, blanks or hyphens under the most frequent (ties by code point), each at an address of its own; the order of `uses` plays no part, the cost grows linearly. */
export function joinTerms(kind: TermKind, uses: readonly TermUse[]) {
  const spellingOf = onceEach(termLabel);
  const bySpelling = Map.groupBy(uses, ({ label }) => spellingOf(label));
  bySpelling.delete("");
  const times = (spelling: string) => bySpelling.get(spelling)?.length ?? 0;
  const groups = [...Map.groupBy(bySpelling.keys(), termKey)]
    .map(([key, spellings]) => ({
      key,
      spellings: spellings.sort(byCodePoint),
      label: mostFrequent(spellings.map((spelling) => [spelling, times(spelling)])),
    }))
    .sort((a, b) => byCodePoint(a.label, b.label));
  const slugs = uniqueSlugs(groups);
  const taken = new Set([...slugs.values()].map(folded));
  /** Each label as given in the uses → its term; labels that show nothing have none. */
  const terms = new Map<string, Term>();
  /** Paths other spellings would have had → the path of their term. */
  const redirects = new Map<string, string>();
  const notes: JoinedSpelling[] = [];
  for (const { key, spellings, label } of groups) {
    const slug = slugs.get(key) ?? termSlug(label);
    const term = { label, slug, path: termPath(kind, slug) };
    for (const spelling of spellings) {
      const own = bySpelling.get(spelling) ?? [];
      for (const use of own) terms.set(use.label, term);
      if (spelling !== label)
        notes.push({ kind, label, spelling, files: [...new Set(own.map(({ file }) => file))].sort(byCodePoint) });
      const former = termSlug(spelling);
      if (taken.has(folded(former))) continue;
      taken.add(folded(former));
      redirects.set(termPath(kind, former), term.path);
    }
  }
  return { terms, notes, redirects };
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
