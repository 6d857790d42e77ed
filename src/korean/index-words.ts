import type { TextWords } from "./terms.ts";
import { englishStopWords, koreanStopWords, namesNothing, singleSyllable, stopSyllables } from "./word-forms.ts";

/** Latin names with what belongs to them (`Node.js`, `GPT-4`, `C++`, `5G`), runs of Hangul, of Hanja. */
const tokens =
  /(?:\p{sc=Latn}|\d+(?=\p{sc=Latn}))[\p{sc=Latn}0-9]*(?:[.'’_-][\p{sc=Latn}0-9]+)*(?:\+\+|#(?!\p{sc=Latn}))?|(?<![\d가-힣])[가-힣]+|\p{Script=Han}{2,}/gu;

/** 하다 and 되다 after a noun of action: 설치하기 is found under 설치, 참여하는 under 참여, but 좋아하는 and 꺼려하는 are verbs. */
const action =
  /^(.*(?:[제방]어|.[^아어와워러겠뻐퍼])(?<!^(?:아파|꺼려)))(?:하기|하는|하고|하며|하면|하면서|하자|하다|하려면|하지|하여|하세요|합니다|해서|해요|해|했다|할|되는|되고|되다|된다|되면|되지|시키기|시키는|하기의|하기를)$/u;

/** Ends that verbs share with some nouns: they count as nouns where the text has them in more forms than one. */
const doubtful = /[게지고서며려자라아해니데던듯채러면요까나여다]$|^.어$|들어$/u;

/** 열둘, 쉰여섯, 삼백일흔. */
const numeral =
  /^(?:[일이삼사오육칠팔구]?[백천만])*(?:열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)(?:하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉)?$/u;

/** Particles that follow nouns and look like no ending of a verb. */
const nounParticles = ["이", "가", "를", "의", "에", "에서", "으로", "로", "과", "와", "에는"] as const;

/**
 * The nouns and names of a title or heading, as written, each once: words of Hangul without particles, Latin names in
 * their own case. `words` is the text around it, which tells particles from ends of nouns; `?` stands before a word that
 * may be a verb, for all that this text tells.
 */
export function indexWords(line: string, words: TextWords): string[] {
  const found = new Set<string>();
  for (const [token] of line.normalize("NFC").matchAll(tokens)) {
    const word = /^[가-힣]/u.test(token) ? nounIn(token, words) : latinName(token);
    if (word !== undefined) found.add(word);
  }
  return [...found];
}

function latinName(token: string): string | undefined {
  const name = token.replace(/['’][sS]$/u, "");
  return name.length < 2 || /['’]/u.test(name) || englishStopWords.has(name.toLowerCase()) ? undefined : name;
}

function nounIn(token: string, words: TextWords): string | undefined {
  const [, done] = action.exec(token) ?? [];
  const noun = token.length > 1 ? words.noun(done ?? token) : undefined;
  if (noun === undefined) return syllableIn(token, words);
  if (isNoWord(noun.word)) return undefined;
  return noun.votes > 1 || done !== undefined || !mayBeVerb(noun.word) ? noun.word : `?${noun.word}`;
}

/** A noun of one syllable (책, 책이): where the text has it with two particles that no verb has, and marked where with one. */
function syllableIn(token: string, words: TextWords): string | undefined {
  const syllable = token.length === 1 ? token : singleSyllable(token);
  if (syllable === undefined || stopSyllables.has(syllable)) return undefined;
  const shown = nounParticles.filter((particle) => words.times(`${syllable}${particle}`) > 0).length;
  if (shown === 0) return undefined;
  return shown > 1 ? syllable : `?${syllable}`;
}

/** Whether a word of Hangul names nothing that a reader would look up. */
export function isNoWord(word: string): boolean {
  return koreanStopWords.has(word) || namesNothing(word) || numeral.test(word) || /^..+적$/u.test(word);
}

/** Whether a word may be a form of a verb, for all that its own letters tell. */
export function mayBeVerb(word: string): boolean {
  if (doubtful.test(word) || (word.length > 1 && singleSyllable(word) !== undefined)) return true;
  if (!/[ᆫᆯᆻ]$/u.test(word.normalize("NFD"))) return false;
  return word.length < 3 || /[진린킨친운른힌인온본란난든준은일줄할될을킬릴길질]$/u.test(word);
}
