import { compareKorean } from "#korean/collation.ts";
import { initialGroup } from "#korean/initial-consonant.ts";
import type { Shelf } from "./catalogue.ts";

/** Shelves whose labels begin alike, in dictionary order: ㄱ … ㅎ, then Latin letters, digits, the rest. */
export interface ShelfGroup {
  readonly name: string;
  readonly shelves: readonly Shelf[];
}

const others = "기타";
const latinAndLater = ["A–Z", "0–9", others];

/** The groups that hold anything, in the order of a Korean index; `rest` names the one of neither letters nor digits. */
export function byInitial(shelves: readonly Shelf[], rest: string = others): ShelfGroup[] {
  const groups = new Map<string, Shelf[]>();
  for (const shelf of shelves.toSorted((a, b) => compareKorean(a.label, b.label))) {
    const name = initialGroup(shelf.label);
    groups.set(name, [...(groups.get(name) ?? []), shelf]);
  }
  const place = (name: string) => `${latinAndLater.indexOf(name) + 1}${name}`;
  return [...groups]
    .sort(([a], [b]) => (place(a) < place(b) ? -1 : 1))
    .map(([name, ofGroup]) => ({ name: name === others ? rest : name, shelves: ofGroup }));
}
