import { ledgerPaths } from "#tools/prove/ledger.ts";

/** Where addresses of posts that were taken back are written down, from the repository's root; a path in a line. */
export const goneFile = "src/content/gone.txt";

/** The addresses of that file at which nothing stands or leads on again. */
export function goneOf(text: string, answering: readonly string[]): string[] {
  const known = new Set(answering);
  return [...new Set(ledgerPaths(text))].filter((path) => path.startsWith("/") && !known.has(path)).sort();
}

/**
 * Moves that an owner or an import wrote down (`src/content/moves.txt`): a line is an old path, a blank and a new one,
 * both from `/`; `#` begins a comment. Lines of another shape are passed over.
 */
export function writtenRedirects(text: string): [from: string, to: string][] {
  return text.split(/\r?\n/u).flatMap((line) => {
    const [, from, to] = /^\s*(\/[^#]*?)\s+(\/[^\s#]*)\s*(?:#.*)?$/u.exec(line) ?? [];
    return from === undefined || to === undefined ? [] : [[from.normalize("NFC"), to.normalize("NFC")]];
  });
}
