const lettersPerMinute = 550;
const wordsPerMinute = 230;
const secondsPerPicture = 12;

/**
 * Reading time of visible text without code: 550 letters of Hangul and Hanja a minute, rounded down from the 588 of
 * silent Korean readers (Song et al. 2016, J Korean Ophthalmol Soc 57(4):642), 230 other words a minute, 12 seconds a picture;
 * whole minutes, none where there is nothing to read.
 */
export function readingTime(text: string, pictures: number) {
  const { letters, words } = counted(text.normalize("NFC"));
  const exact = letters / lettersPerMinute + words / wordsPerMinute + (pictures * secondsPerPicture) / 60;
  return { minutes: Math.ceil(exact), letters, words };
}

const kind = { other: 1, letter: 2, word: 3, mark: 4, apostrophe: 5 } as const;
/** By code point, each found out when a text first has it: asking a pattern about every character costs five times as much. */
const kinds = new Uint8Array(0x110000);

function kindOf(point: number): number {
  const character = String.fromCodePoint(point);
  if (/[\u1160-\u11ff\ud7b0-\ud7fb]/u.test(character)) return kind.other;
  if (/[\p{Script=Hangul}\p{Script=Han}]/u.test(character)) return kind.letter;
  if (/[\p{L}\p{N}]/u.test(character)) return kind.word;
  if (/['’]/u.test(character)) return kind.apostrophe;
  return /\p{M}/u.test(character) ? kind.mark : kind.other;
}

/**
 * Hangul and Hanja one by one (what of old Hangul stands letter by letter belongs to the syllable before it), and words and
 * numbers in other scripts, which may have apostrophes inside: `let’s`.
 */
function counted(text: string) {
  let [letters, words] = [0, 0];
  const [outside, inside, afterApostrophe] = [0, 1, 2];
  let place = outside;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at++;
    kinds[point] ||= kindOf(point);
    const found = kinds[point];
    if (found === kind.letter) letters++;
    if (found === kind.word && place === outside) words++;
    if (found === kind.word || (found === kind.mark && place !== outside)) place = inside;
    else place = found === kind.apostrophe && place === inside ? afterApostrophe : outside;
  }
  return { letters, words };
}
