/** Code in a fence, also within a list or a quotation, or between backticks on one line. */
const codeIn = String.raw`^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(\x60{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\1[\x60~]*[ \t]*$|$(?![\s\S]))|(\x60+)(?!\x60)[^\n]*?[^\x60\n]\2(?!\x60)`;
const code = new RegExp(codeIn, "gmu");

/** Markdown in NFC but for its code, fenced or between backticks, which stays as its author wrote it. */
export function composedText(text: string): string {
  return text.normalize("NFC") === text ? text : outsideCode(text, (part) => part.normalize("NFC"));
}

/** A source as it is rendered: in NFC, formulas between dollar signs, without blanks that nobody sees and without notes that are not for readers. */
export function readersText(text: string, isMdx: boolean): string {
  return withoutNotes(withSeenBlanks(withDollars(composedText(text))), isMdx);
}

/** TeX's `\( … \)` and `\[ … \]` on lines that are not indented code; with what tells a formula from brackets that are escaped. */
const texBrackets =
  /^(?: {4}|\t).*|(?<!\\)\\(?:\(((?:[^\n\\]|\\[^()\n])+)\\\)|\[((?:[^\n\\]|\\[^[\]\n]|\n(?!\s*\n))+)\\\])/gmu;
const tex = /\\[a-z]{2}|\^|^\s[\s\S]*[_=+<>][\s\S]*\s$|^\s\p{L}\s$/iu;

function withDollars(text: string): string {
  if (!/\\[([]/u.test(text)) return text;
  return outsideCode(text, (part) =>
    part.replace(texBrackets, (whole, inline?: string, display = inline ?? "") => {
      const words = display.replace(/\\text\{[^{}]*\}/gu, "");
      return tex.test(words) && !/\p{Script=Hangul}/u.test(words) ? `$$${display}$$` : whole;
    }),
  );
}

/**
 * Markdown as pasted from other programs and as its author sees it: without zero-width blanks beside words, and with a
 * space behind the sign of a heading or an item, where a blank of another kind makes none of it, and between words of
 * Hangul; code stays.
 */
function withSeenBlanks(text: string): string {
  if (!/[\u00a0\u200b\u3000\ufeff]/u.test(text)) return text;
  return outsideCode(text, (part) =>
    part.replace(zeroWidth, "").replace(signAndBlank, "$1 ").replace(wordsAndBlank, " "),
  );
}

/** Those alone on a line keep it open. */
const zeroWidth = /(?<=[^\s\u200b])[\u200b\ufeff]+|[\u200b\ufeff]+(?=[^\s\u200b])/gu;
const signAndBlank = /^([ \t>]*(?:#{1,6}|[-*+]|\d{1,9}[.)]))[\u00a0\u3000]+/gmu;
/** A line must be able to end between words of Hangul. */
const wordsAndBlank = /(?<=\p{Script=Hangul}[.,!?…)”’"']{0,3})\u00a0(?=[(“‘"']{0,3}\p{Script=Hangul})/gu;

/** A source with all but its code changed, part by part. */
export function outsideCode(text: string, change: (part: string) => string): string {
  let at = 0;
  let changed = "";
  for (const found of text.matchAll(code)) {
    changed += change(text.slice(at, found.index)) + found[0];
    at = found.index + found[0].length;
  }
  return changed + change(text.slice(at));
}

const notesIn = String.raw`(?<![\w%\\])%%(?!%)[\s\S]*?%%|^%%[ \t]*$[\s\S]*`;
// What stands right before a particle (`{# 주석 #}처럼`) is spoken of, and no comment.
const commentsIn = [
  String.raw`\{\{[<%]\s*comment\s*[>%]\}\}[\s\S]*?\{\{[<%]\s*/comment\s*[>%]\}\}`,
  String.raw`\{%-?\s*comment(?:\s[^%{}]*)?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{%-?\s*#[^%{}]*%\}`,
  String.raw`(?<=[^\s>][ \t]*)<!--(?:(?!-->)[^\n])*\n[\s\S]{0,5000}?-->`,
  String.raw`\{::comment(?:\s[^{}/]*)?\}[\s\S]*?\{:/(?:comment)?\}|\{::comment\s[^{}]*/\}`,
  String.raw`\{(?:\{-?\s?/\*[\s\S]{0,5000}?\*/\s?-?\}|\s?/\*[\s\S]{0,5000}?\*/\s?|#\s[^{}]*?\s#|>>[\s\S]{0,5000}?<<)\}(?![가-힣])`,
  String.raw`(?<=^[ \t>]*)\[(?://|comment)\]:[ \t]+(?:#|<#?>)[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))[ \t]*$`,
].join("|");
/** An element of code, and lines with such a comment that are indented as code is. */
const maybeCode = String.raw`^[ \t]*<pre\b[\s\S]*?</pre>|^(?: {4}|\t).*\{\{?-?\s?(?:/\*|#\s|>>).*`;
const notes = new RegExp(`${codeIn}|${maybeCode}|${notesIn}|${commentsIn}`, "gmu");

/** Where a note of Obsidian's that nothing closes hides all below it. */
export function openNote(body: string): number | undefined {
  if (!/^%%[ \t]*$/mu.test(body)) return undefined;
  return [...body.matchAll(notes)].find(([whole]) => whole.startsWith("%%") && !whole.includes("%%", 2))?.index;
}

/** Code of MDX: imports and exports up to a blank line, expressions (one level of braces inside), tags. */
export const mdxCode =
  /^(?:import|export)\b[\s\S]*?(?=\n[ \t]*\n|$(?![\s\S]))|\{(?:[^{}]|\{[^{}]*\})*\}|<\/?[a-z>](?:[^<>"'{}]|"[^"]*"|'[^']*')*>/gimu;
const notesInMdx = new RegExp(`${codeIn}|${mdxCode.source}|${notesIn}`, "gimu");

/**
 * A body without the notes that Obsidian keeps from readers (`%%…%%`; one that nothing closes goes to the end) and the
 * comments of other systems, on the same lines; the code of MDX has none.
 */
export function withoutNotes(body: string, isMdx = false): string {
  if (!/%%|comment|<!--|\{[#%>{]?[-\s]*[/#>]|^[ \t>]*\[\/\/\]/mu.test(body)) return body;
  return body.replace(isMdx ? notesInMdx : notes, (whole: string) =>
    whole.startsWith("%%") || (!isMdx && /^[{[]|^<!/u.test(whole)) ? whole.replace(/[^\n]+/gu, "") : whole,
  );
}
