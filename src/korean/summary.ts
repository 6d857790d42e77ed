import lists from "./word-lists.json" with { type: "json" };

/** What themes leave in `description` for their users to fill in. */
const placeholders: ReadonlySet<string> = new Set(lists.placeholders.flatMap((line) => line.split(", ")));

/** Whether a description is a theme's placeholder, or says nothing at all. */
export function isPlaceholder(description: string): boolean {
  if (description.length > 2000) return false;
  const words = description
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return words === "" || words.startsWith("lorem ipsum") || placeholders.has(words);
}

const enough = 60;
/** A sentence with its end and closing marks; a full stop after a digit or a single Latin letter ends none (`2020. 6. 1.`). */
const sentence = /[\s\S]*?(?:(?:(?<![\d０-９]|\b[A-Za-z])[.。]|[!?！？…])["'”’」』)\]]*(?=\s|$)|$)/gu;

/** Stands for what only running its code will tell; a sentence without it would say something else. */
export const unknownWords = "\ufffc";

/**
 * The first sentences of a text, at most `maxCharacters` Unicode characters, never ending inside an 어절: whole sentences
 * where they say enough, else words up to `…`. Lines before the first whole sentence (titles, list items) are passed over.
 */
export function summaryOf(text: string, maxCharacters = 160): string {
  const head = knownSentences(text.normalize("NFC").slice(0, 20_000));
  const whole = linesFrom(head, maxCharacters * 4)
    .slice(0, maxCharacters * 20)
    .toWellFormed();
  if ([...whole].length <= maxCharacters) return whole;
  let summary = "";
  for (const [found] of whole.matchAll(sentence)) {
    if (found === "" || [...(summary + found)].length > maxCharacters) break;
    summary += found;
  }
  return [...summary].length >= Math.min(enough, maxCharacters / 2)
    ? summary.trim()
    : cutBetweenWords(whole, maxCharacters);
}

/** A text without the sentences of which something is unknown; where nothing else is left, with `…` in its place. */
function knownSentences(text: string): string {
  if (!text.includes(unknownWords)) return text;
  const known = text.replace(/[^\n]+/gu, (line) =>
    line.replace(sentence, (found) => (found.includes(unknownWords) ? "" : found)),
  );
  return known.trim() === "" ? text.replaceAll(unknownWords, "…") : known;
}

/**
 * The cleaned lines of a text from its first whole sentence on (else from its beginning), as one line of at least `enough`
 * UTF-16 units where there are so many: no summary looks further.
 */
function linesFrom(text: string, enough: number): string {
  let whole = "";
  let isBegun = false;
  for (const [written] of text.matchAll(/[^\n\u2028\u2029]+/g)) {
    const line = cleaned(written);
    if (!isBegun && isSentence(line)) [whole, isBegun] = [line, true];
    else if (line !== "" && whole.length < enough) whole = whole === "" ? line : `${whole} ${line}`;
    if (isBegun && whole.length >= enough) break;
  }
  return whole;
}

function isSentence(line: string): boolean {
  return line.length >= 15 && /[.。!?！？…]["'”’」』)\]]*(?:\s|$)/u.test(line);
}

/** A line as readers see it: NFC, blanks single, without controls, marks of text direction, zero-width blanks and broken characters (what joins an emoji stays). */
export function cleaned(line: string): string {
  return line
    .normalize("NFC")
    .replace(/[\s\u0085]+/gu, " ")
    .replace(/[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd]/gu, "")
    .replace(/ {2,}/gu, " ")
    .trim();
}

function cutBetweenWords(text: string, maxCharacters: number): string {
  const head = [...text].slice(0, maxCharacters).join("");
  const end = head.lastIndexOf(" ");
  const kept = end > 0 ? head.slice(0, end) : wholeGraphemes(head);
  return `${kept.replace(/[\s,·:;([{<‘“「『—–-]+$/u, "")}…`;
}

/** One 어절 longer than a whole summary can only be cut inside, but not inside what readers see as one character. */
function wholeGraphemes(text: string): string {
  const graphemes = [...new Intl.Segmenter("ko").segment(text)].map(({ segment }) => segment);
  return graphemes.slice(0, -1).join("");
}
