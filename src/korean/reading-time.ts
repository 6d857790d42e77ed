const lettersPerMinute = 550;
const wordsPerMinute = 230;
const secondsPerPicture = 12;

/** Hangul and Hanja one by one; what of old Hangul stands letter by letter belongs to the syllable before it. */
const letter = /[[\p{Script=Hangul}\p{Script=Han}]--[\u1160-\u11ff\ud7b0-\ud7fb]]/gv;
/** Words and numbers in other scripts, which may have apostrophes inside: `let’s`. */
const word =
  /[[\p{L}\p{N}]--[\p{Script=Hangul}\p{Script=Han}]](?:['’]?[[\p{L}\p{N}\p{M}]--[\p{Script=Hangul}\p{Script=Han}]])*/gv;

/**
 * Reading time of visible text without code: 550 letters of Hangul and Hanja a minute, rounded down from the 588 of
 * silent Korean readers (Song et al. 2016, J Korean Ophthalmol Soc 57(4):642), 230 other words a minute, 12 seconds a picture;
 * whole minutes, none where there is nothing to read.
 */
export function readingMinutes(text: string, pictures: number): number {
  const count = (pattern: RegExp) => text.normalize("NFC").match(pattern)?.length ?? 0;
  const words = count(letter) / lettersPerMinute + count(word) / wordsPerMinute;
  return Math.ceil(words + (pictures * secondsPerPicture) / 60);
}
