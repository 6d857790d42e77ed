import { sentinel } from "./sentinels.ts";

/** Stars and lines of names of Python and of faces (`*^^*`, `-_-`, `°_°`, `>_<`), which are no markup, nor are marks alone in brackets or quotation marks (`'*'`, `(_)`). */
const bare =
  /(?<!\*)\*(?:\^[^\s*\p{L}\d]{0,3}\^|\^o\^|-_-)\*(?!\*)|(?<=([\p{S};@•・-]))_+(?=\1)|(?<=([\^ㅇ]))\*(?=\2)|(?<=>)_+(?=<(?![a-z/!]))|(?<!\*)\*_+\*(?!\*)|(?<=[([“‘])(?:[*_]+|~~)(?=[)\]”’])|(?<=(?<![^\s(,])(["']))(?:[*_]+|~~)(?=\3)|(?<!\w)__(?:init|main|name|file|str|repr|len|call|dict|doc|all|new|eq|iter|next|enter|exit|class|future|pycache|proto|dirname|filename)__(?!\w)/gu;
/** What may be a face with its arms: `_(:3」∠)_`, `(*´ω｀*)`, `¯\_(ツ)_/¯`, `\(^o^)/`. */
const bracketed = /((?<![^\s|>[("“‘])[*_]:?|¯\\{1,2}_|\*?\\)?(?<!\])\(([^()\n]{1,20})\)(:?[*_]|\\?_\/¯|\/\*?)?/gu;
/** No words: one letter or digit at a time, of those that are drawn as eyes and mouths, beside some sign; a letter or a mark alone between two marks is emphasis. */
const wordless =
  /^(?=.*(?:[^\w\s.,!?…α-ω]|(?<![A-Za-z\d])_(?![A-Za-z\d])))(?!.*[*_][A-Za-z\d!?α-ω]+[*_])(?:[oOuUwWvVTxX03](?![A-Za-z\d])|[^A-Za-z\d가-힣\p{Script=Han}\p{Script=Hiragana}])*$/u;
/** A face that would begin a quotation: `>_<`, `>ㅅ<`. */
const starting = /(?=>[-_.oO3ㅁㅅㅇ]+<(?![a-z/!]))(?<=^[ \t>]*)/gmu;
const marks: Readonly<Record<string, string>> = { "*": sentinel.times, _: sentinel.line, "~": sentinel.tilde };

/** The source with the marks of faces as text. */
export function withFaces(source: string): string {
  const asText = (face: string) => face.replace(/(?<!\\)[*_~]/gu, (mark) => marks[mark] ?? mark);
  return source
    .replace(starting, sentinel.joiner)
    .replace(bare, asText)
    .replace(bracketed, (whole, ...[left = "", inside = "", right = ""]: string[]) => {
      if (!wordless.test(inside)) return whole;
      if (left === "" || right === "") return `${left}${asText(`(${inside})`)}${right}`;
      return asText(whole.replace(/\\(?=[(_])/u, `\\${sentinel.joiner}`));
    });
}
