import lists from "./word-lists.json" with { type: "json" };

const longestParticle = 5;
const longestEnding = 3;
const noStems: readonly string[] = [];

/** No noun ends in these but 마을, 가을, 노을, 고을: a particle that stayed on, or an adnominal verb. */
const noNoun = /[는를은에]$|(?<![마가노고])을$/u;

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
  if (word.length <= 2) return noStems;
  const stems: string[] = [];
  for (let size = Math.min(longestParticle, word.length - 2); size > 0; size--) {
    const particle = word.slice(-size);
    if (!particleForms.has(particle)) continue;
    const stem = word.slice(0, -size);
    if (!(particle.startsWith("로") && stem.endsWith("으"))) stems.push(stem);
  }
  return stems;
}

/** The first syllable of a word whose rest is a particle (`책이`, `책에서`), else undefined. */
export function singleSyllable(word: string): string | undefined {
  return particleForms.has(word.slice(1)) ? word.charAt(0) : undefined;
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
const particleForms: ReadonlySet<string> = setOf(lists.particles);

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
