const lettersPerMinute = 550;
const wordsPerMinute = 230;
const secondsPerPicture = 12;
const hangulOrHan = /[\p{Script=Hangul}\p{Script=Han}]/u;
const letterOrNumber = /[\p{L}\p{N}]/u;
const combining = /\p{M}/u;

/** How long a text is, and how long reading it takes. */
export interface Reading {
  /** Whole minutes, at least 1. */
  readonly minutes: number;
  /** Hangul and Hanja. */
  readonly letters: number;
  /** Words and numbers in other scripts. */
  readonly words: number;
}

/**
 * Reading time of visible text without code: 550 letters of Hangul and Hanja a minute, rounded down from the 588 of
 * silent Korean readers (Song et al. 2016, J Korean Ophthalmol Soc 57(4):642), 230 other words a minute, 12 seconds a picture.
 */
export function readingTime(text: string, pictures: number): Reading {
  const { letters, words } = counted(text.normalize("NFC"));
  const exact = letters / lettersPerMinute + words / wordsPerMinute + (pictures * secondsPerPicture) / 60;
  return { minutes: Math.max(1, Math.ceil(exact)), letters, words };
}

/** A letter of Hangul or Hanja, part of a word in another script (which a combining mark cannot begin), or neither. */
type Kind = "letter" | "word" | "mark" | "apostrophe" | "other";

/** Hangul and Hanja one by one, and words and numbers in other scripts, which may have apostrophes inside: `let’s`. */
function counted(text: string): { letters: number; words: number } {
  let letters = 0;
  let words = 0;
  let isInWord = false;
  let afterApostrophe = false;
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at += 1;
    const kind = kindOf(point);
    if (kind === "letter" && !isLaterJamo(point)) letters += 1;
    if (kind === "word" && !isInWord) words += 1;
    isInWord = kind === "word" || (isInWord && (kind === "mark" || (kind === "apostrophe" && !afterApostrophe)));
    afterApostrophe = isInWord && kind === "apostrophe";
  }
  return { letters, words };
}

/** Vowels and finals of old Hangul, which stand letter by letter: a syllable counts once, by its first. */
function isLaterJamo(point: number): boolean {
  return (point >= 0x1160 && point <= 0x11ff) || (point >= 0xd7b0 && point <= 0xd7fb);
}

/** By ranges what most of a Korean text is made of, for regular expressions would cost ten times as much; the rest as Unicode has it. */
function kindOf(point: number): Kind {
  if (point >= 0xac00 && point <= 0xd7a3) return "letter";
  if (point < 0x80) {
    if ((point >= 0x61 && point <= 0x7a) || (point >= 0x30 && point <= 0x39) || (point >= 0x41 && point <= 0x5a))
      return "word";
    return point === 0x27 ? "apostrophe" : "other";
  }
  if (point >= 0x2010 && point <= 0x2027) return point === 0x2019 ? "apostrophe" : "other";
  if (point >= 0x4e00 && point <= 0x9fff) return "letter";
  return rareKind(String.fromCodePoint(point));
}

function rareKind(character: string): Kind {
  if (hangulOrHan.test(character)) return "letter";
  if (letterOrNumber.test(character)) return "word";
  return combining.test(character) ? "mark" : "other";
}
