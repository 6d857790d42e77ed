import lists from "./word-lists.json" with { type: "json" };

const longestParticle = 5;
const longestEnding = 3;

/** No noun ends in these but 마을, 가을, 노을, 고을: a particle that stayed on, or an adnominal verb. */
const noNoun = /[는은]가?$|[를에]$|(?<![마가노고])을$/u;

/** Whether a word only binds others, is a particle or a form of a verb. */
export function namesNothing(word: string): boolean {
  return (
    functionWords.has(word) ||
    particleForms.has(word) ||
    noNoun.test(word) ||
    endsIn(verbEndings, word, 0) ||
    endsIn(verbEndingsAfterNouns, word, 2) ||
    isVerbByFinal(word)
  );
}

/** What may be left of a word without its particles, shortest first; at least two syllables. */
export function stemsOf(word: string): readonly string[] {
  const stems: string[] = [];
  for (let size = Math.min(longestParticle, word.length - 2); size > 0; size--) {
    if (isParticle(word.slice(-size), word)) stems.push(word.slice(0, -size));
  }
  return stems;
}

/** Particles whose form tells that a consonant stands before them, or a vowel: 전문가 is no 전문 with 가, 나이 no 나 with 이. */
const closedForm = /^(?:은|을|이|이랑|이야|[과으].*)$/u;
const openForm = /^(?:[가는를]|란|랑|였다|지만|[와나야라로든].*)$/u;

function isParticle(form: string, word: string): boolean {
  if (!particleForms.has(form)) return false;
  const last = word.slice(0, -form.length).slice(-1);
  // How a Latin name or a number is read, and so which form follows it, is not told by its letters.
  if (!/[가-힣]/u.test(last)) return true;
  const final = last.normalize("NFD").slice(2);
  if (form.startsWith("로") && word.endsWith(`으${form}`)) return false;
  if (form === "의" && /..주의$/u.test(word)) return false;
  return final === "" ? !closedForm.test(form) : !openForm.test(form) || (final === "ᆯ" && form.startsWith("로"));
}

/** The first syllable of a word whose rest is a particle (`책이`, `책에서`), else undefined. */
export function singleSyllable(word: string): string | undefined {
  return isParticle(word.slice(1), word) ? word.charAt(0) : undefined;
}

/** 다 after ㄴ or ㅆ (`본다`, `썼다`), 고 after most other final consonants (`읽고`), as nouns seldom have them. */
function isVerbByFinal(word: string): boolean {
  if (!/[가-힣][다고]$/u.test(word)) return false;
  const final = word.slice(-2, -1).normalize("NFD").slice(2);
  return word.endsWith("다") ? /[ᆫᆻ]/u.test(final) : /[^ᆫᆼ]/u.test(final);
}

function endsIn(known: ReadonlySet<string>, word: string, least: number): boolean {
  for (let size = 1; size <= longestEnding && size + least <= word.length; size++) {
    if (known.has(word.slice(-size))) return true;
  }
  return false;
}

/** Particles (조사) that follow a noun, single and joined, by form. */
export const particleForms: ReadonlySet<string> = setOf(lists.particles);

/** Ends of verbs and adjectives, `하되/고` standing for 하고 and 되고. */
const verbEndings = endings(lists.verbEndings);

/** Further ends that tell a verb only after two syllables: 사용한, 필요할, 이해하며. */
const verbEndingsAfterNouns = endings(lists.verbEndingsAfterNouns);

/** Words that only bind, point or count. */
const functionWords: ReadonlySet<string> = setOf(lists.functionWords);

/** English words that name nothing, in lower case, and the most frequent verbs of titles. */
export const englishStopWords: ReadonlySet<string> = setOf(lists.englishStopWords);

/** Korean words that an index need not name beside those that name nothing: adverbs, numerals, stock headings, bare verbs. */
export const koreanStopWords: ReadonlySet<string> = setOf(lists.koreanStopWords);

/** Syllables that are seldom nouns of their own, or tell nothing: 것, 때, 한, 위. */
export const stopSyllables: ReadonlySet<string> = new Set(lists.stopSyllables);

function setOf(lines: readonly string[]): Set<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}

function endings(lines: readonly string[]): ReadonlySet<string> {
  const expanded = [...setOf(lines)].flatMap((ending) => {
    const [before = "", tail] = ending.split("/");
    return tail === undefined ? [before] : Array.from(before, (syllable) => `${syllable}${tail}`);
  });
  return new Set(expanded);
}
