import { answering, type BuiltSite } from "./built-site.ts";
import type { Message } from "#messages/message.ts";
import { byCodePoint } from "#model/order.ts";
import type { Entry } from "#model/post.ts";

/** How alike two addresses must be before one is offered as the other's new home. */
const likely = 0.3;

/** Where moves are written down, from the repository's root. */
export const movesFile = "src/content/moves.txt";

/**
 * Proves that every address ever published still answers, by a page or a redirect, or was taken back; else prints the
 * line that fixes it. Warns of written moves that lead to no page of ours.
 */
export function ledger(site: BuiltSite): Message[] {
  const known = site.moved.union(new Set(site.gone));
  const lost = site.ledger.filter((path) => answering(site, path) === undefined && !known.has(path));
  return [...lost.map((path) => lostAddress(site, path)), ...lostMoves(site)];
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

/** The addresses of a ledger's text: one path in a line; empty lines and those that begin with # do not count. */
export function ledgerPaths(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim().normalize("NFC"))
    .filter((line) => line !== "" && !line.startsWith("#"));
}

/** A ledger's text with addresses added: all old ones stay, in code point order. */
export function ledgerText(head: string, paths: readonly string[]): string {
  const sorted = [...new Set(paths)].sort(byCodePoint);
  return [head, ...sorted, ""].join("\n");
}

function lostAddress(site: BuiltSite, path: string): Message {
  const lost = { severity: "error", page: path } as const;
  const hidden = site.hidden.find((entry) => entry.path === path);
  if (hidden) return { ...lost, code: "address-hidden", values: { path }, file: hidden.file, line: 1 };
  const home = newHome(site, path);
  const aliases = [...(home?.aliases ?? []), path].map((alias) => JSON.stringify(alias));
  const corrected = `aliases: [${aliases.join(", ")}]`;
  if (home === undefined) return { ...lost, code: "address-lost", values: { path }, corrected };
  return { ...lost, code: "address-moved", values: { path, to: home.path }, file: home.file, line: 2, corrected };
}

/** The published post, unknown to the ledger, that is most like the lost address. */
function newHome(site: BuiltSite, path: string): Entry | undefined {
  const known = new Set(site.ledger);
  const fresh = [...site.entryAt.values()].filter((entry) => !known.has(entry.path));
  const scored = fresh.map((entry) => ({ entry, score: fresh.length === 1 ? 1 : likenessTo(path, entry) }));
  return scored
    .sort((a, b) => b.score - a.score || (a.entry.path < b.entry.path ? -1 : 1))
    .find(({ score }) => score >= likely)?.entry;
}

function likenessTo(path: string, { path: other, title, id }: Entry): number {
  const name = path.split("/").at(-2) ?? "";
  return Math.max(
    likeness(name, other.split("/").at(-2) ?? ""),
    likeness(name, title),
    likeness(name, id.split("/").at(-1) ?? ""),
  );
}

/** How alike two short texts are, from 0 to 1: the share of letter pairs they have in common (Dice), after NFKD and lower case. */
function likeness(a: string, b: string): number {
  const [first, second] = [pairs(a), pairs(b)];
  const total = first.length + second.length;
  if (total === 0) return 0;
  const rest = [...second];
  const common = first.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / total;
}

function pairs(text: string): string[] {
  const letters = [...text.normalize("NFKD").toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ""}${letter}`);
}
