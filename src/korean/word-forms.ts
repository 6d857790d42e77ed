import { functionWords, particleForms, verbEndings, verbEndingsAfterNouns } from "./word-lists.ts";

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
