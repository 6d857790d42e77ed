import { ledgerPaths } from "#tools/prove/ledger.ts";

/** Where addresses of posts that were taken back are written down, from the repository's root; a path in a line. */
export const goneFile = "src/content/gone.txt";

/** The addresses of that file at which nothing stands or leads on again. */
export function goneOf(text: string, answering: readonly string[]): string[] {
  const known = new Set(answering);
  return [...new Set(ledgerPaths(text))].filter((path) => path.startsWith("/") && !known.has(path)).sort();
}
