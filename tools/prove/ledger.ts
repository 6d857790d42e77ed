import { answering, type BuiltSite } from "./built-site.ts";
import type { Message } from "#messages/message.ts";
import { byCodePoint } from "#model/order.ts";
import type { Entry } from "#model/post.ts";

/** How alike two addresses must be before one is offered as the other's new home. */
const likely = 0.3;
/** Beyond so many pairs of a lost address and a new post only equal names count: to compare each would take minutes. */
const mostCompared = 500_000;

/** Where moves are written down, from the repository's root. */
export const movesFile = "src/content/moves.txt";

/**
 * Proves that every address ever published still answers, by a page or a redirect, or was taken back; else prints the
 * line that fixes it. Warns of written moves that lead to no page of ours.
 */
export function ledger(site: BuiltSite): Message[] {
  const known = site.moved.union(new Set(site.gone));
  const lost = site.ledger.filter((path) => answering(site, path) === undefined && !known.has(path));
  return [...(lost.length > 0 ? lost.map(lostTeller(site, lost.length)) : []), ...lostMoves(site)];
}

function lostMoves(site: BuiltSite): Message[] {
  return (site.source(movesFile) ?? "").split(/\r?\n/u).flatMap((line, index): Message[] => {
    const written = line.replace(/(?:^|\s)#.*$/u, "").trim();
    const [from] = moveIn(line) ?? [];
    if (written === "" || (from && (site.moved.has(from) || answering(site, from)))) return [];
    return [{ severity: "warning", code: "move-lost", values: { move: written }, file: movesFile, line: index + 1 }];
  });
}

/** A move as its line says it: an old path, a blank and a new one, both from `/`; `#` begins a comment. */
export function moveIn(line: string): readonly [from: string, to: string] | undefined {
  const [, from, to] = /^\s*(\/[^#]*?)\s+(\/[^\s#]*)\s*(?:#.*)?$/u.exec(line) ?? [];
  return from === undefined || to === undefined ? undefined : [from.normalize("NFC"), to.normalize("NFC")];
}

/** The addresses of a ledger's text: one path in a line; remarks and what git leaves of a merge do not count. */
export function ledgerPaths(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim().normalize("NFC"))
    .filter((line) => line.startsWith("/"));
}

/** A ledger's text with addresses added: all old ones stay, in code point order. */
export function ledgerText(head: string, paths: readonly string[]): string {
  const sorted = [...new Set(paths)].sort(byCodePoint);
  return [head, ...sorted, ""].join("\n");
}

function lostTeller(site: BuiltSite, count: number): (path: string) => Message {
  const hidden = new Map(site.hidden.map((entry) => [entry.path, entry]));
  const homeOf = homeFinder(site, count);
  return (path) => {
    const lost = { severity: "error", page: path } as const;
    const entry = hidden.get(path);
    if (entry) return { ...lost, code: "address-hidden", values: { path }, file: entry.file, line: 1 };
    const home = homeOf(path);
    const aliases = [...(home?.aliases ?? []), path].map((alias) => JSON.stringify(alias));
    const corrected = `aliases: [${aliases.join(", ")}]`;
    if (home === undefined) return { ...lost, code: "address-lost", values: { path }, corrected };
    return { ...lost, code: "address-moved", values: { path, to: home.path }, file: home.file, line: 2, corrected };
  };
}

/** Finds the published post, unknown to the ledger by its addresses of today and before, that is most like one of `count` lost addresses, ties by path. */
function homeFinder({ ledger, entryAt }: BuiltSite, count: number): (path: string) => Entry | undefined {
  const known = new Set(ledger);
  const fresh = [...entryAt.values()].filter(({ path, aliases }) => ![path, ...aliases].some((one) => known.has(one)));
  const named = fresh
    .sort((a, b) => byCodePoint(a.path, b.path))
    .flatMap((entry) =>
      [lastOf(entry.path), entry.title, lastOf(entry.id)].map((name) => [pairs(name), entry] as const),
    );
  const equal = new Map(named.toReversed().map(([own, entry]) => [[...own].join(), entry]));
  return (path) => {
    if (fresh.length === 1) return fresh[0];
    const own = pairs(lastOf(path));
    const same = own.size === 0 ? undefined : equal.get([...own].join());
    if (same || count * fresh.length > mostCompared) return same;
    let [best, most]: [Entry | undefined, number] = [undefined, 0];
    for (const [other, entry] of named) {
      // The share of their pairs that two names have in common (Dice).
      const score = (2 * own.intersection(other).size) / (own.size + other.size || 1);
      if (score >= likely && score > most) [best, most] = [entry, score];
    }
    return best;
  };
}

function lastOf(path: string): string {
  return path.replace(/\/$/u, "").split("/").at(-1) ?? "";
}

/** The pairs of neighbouring letters in a text after NFKD and lower case, each with its number among equal ones. */
function pairs(text: string): ReadonlySet<string> {
  const letters = [...text.normalize("NFKD").toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  const times = new Map<string, number>();
  return new Set(
    letters.slice(1).map((letter, index) => {
      const pair = `${letters[index] ?? ""}${letter}`;
      times.set(pair, (times.get(pair) ?? 0) + 1);
      return `${pair}${times.get(pair)}`;
    }),
  );
}
