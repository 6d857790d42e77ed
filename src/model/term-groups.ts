import { compareKorean } from "#korean/collation.ts";
import { initialGroup } from "#korean/initial-consonant.ts";
import type { TermWithPosts } from "./catalogue.ts";

/** Terms whose labels begin alike, in dictionary order: ㄱ … ㅎ, then Latin letters, digits, the rest. */
export interface TermGroup {
  readonly name: string;
  readonly terms: readonly TermWithPosts[];
}

const others = "기타";
const latinAndLater = ["A–Z", "0–9", others];

/** The groups that hold anything, in the order of a Korean index; `rest` names the one of neither letters nor digits. */
export function byInitial(terms: readonly TermWithPosts[], rest: string = others): TermGroup[] {
  const groups = new Map<string, TermWithPosts[]>();
  for (const term of terms.toSorted((a, b) => compareKorean(a.label, b.label))) {
    const name = initialGroup(term.label);
    groups.set(name, [...(groups.get(name) ?? []), term]);
  }
  const place = (name: string) => `${latinAndLater.indexOf(name) + 1}${name}`;
  return [...groups]
    .sort(([a], [b]) => (place(a) < place(b) ? -1 : 1))
    .map(([name, ofGroup]) => ({ name: name === others ? rest : name, terms: ofGroup }));
}
