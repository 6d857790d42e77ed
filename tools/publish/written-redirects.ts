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
