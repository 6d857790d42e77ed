import { compareKorean, filedName, initialGroup } from "#korean/collation.ts";
import { byCodePoint } from "./order.ts";

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
  const byName = (a: Term, b: Term) => compareKorean(filedName(a.label), filedName(b.label));
  const sorted = terms.toSorted((a, b) => byName(a, b) || compareKorean(a.label, b.label));
  const place = (name: string) => `${latinAndLater.indexOf(name) + 1}${name}`;
  return [...Map.groupBy(sorted, ({ label }) => initialGroup(label))]
    .sort(([a], [b]) => byCodePoint(place(a), place(b)))
    .map(([name, ofGroup]) => ({ name: name === others ? rest : name, terms: ofGroup }));
}
