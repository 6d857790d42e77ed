import { compareKorean } from "#korean/collation.ts";
import { initialGroup } from "#korean/initial-consonant.ts";

/** Terms whose labels begin alike, in dictionary order: ㄱ … ㅎ, then Latin letters, digits, the rest. */
export interface TermGroup<Term> {
  readonly name: string;
  readonly terms: readonly Term[];
}

const others = "기타";
const latinAndLater = ["A–Z", "0–9", others];

/** The groups that hold anything, in the order of a Korean index; `rest` names the one of neither letters nor digits. */
export function byInitial<Term extends { readonly label: string }>(
  terms: readonly Term[],
  rest: string = others,
): TermGroup<Term>[] {
  const groups = new Map<string, Term[]>();
  for (const term of terms.toSorted((a, b) => compareKorean(a.label, b.label))) {
    const name = initialGroup(term.label);
    const group = groups.get(name);
    if (group) group.push(term);
    else groups.set(name, [term]);
  }
  const place = (name: string) => `${latinAndLater.indexOf(name) + 1}${name}`;
  return [...groups]
    .sort(([a], [b]) => (place(a) < place(b) ? -1 : 1))
    .map(([name, ofGroup]) => ({ name: name === others ? rest : name, terms: ofGroup }));
}
