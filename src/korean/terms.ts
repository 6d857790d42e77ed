import { namesNothing, singleSyllable, stemsOf } from "./word-forms.ts";

/** What a text's terms are taken from. */
export interface TermSource {
  readonly title: string;
  readonly tags: readonly string[];
  /** Visible words without code. */
  readonly text: string;
}

const shortestWord = 2;
const longestWord = 20;
const leastTimes = 2;
/** Beyond this a text repeats itself; keeps the cost of the largest files in bounds. */
const readUnits = 200_000;

/** A word of a text, or what is left of one without its particles. */
interface Form {
  readonly word: string;
  /** How often it stands in the text as a word. */
  times: number;
  /** How many words of the text are formed from it, itself among them. */
  votes: number;
  /** How often all that it was chosen for as noun stands in the text. */
  count: number;
  stems: readonly Form[];
  /** The noun of one syllable that it may be with a particle. */
  single: Form | undefined;
}

const noStems: readonly Form[] = [];
const formOf = (word: string): Form => ({ word, times: 0, votes: 0, count: 0, stems: noStems, single: undefined });

/**
 * Words that tell what a text is about, lower-cased NFC, most telling first, at most `limit`: its tags, the nouns of its
 * title, then nouns that occur at least twice, most frequent first. By rule: particles come off where two syllables
 * remain and more forms of the word speak for it; verbs and function words are left out.
 */
export function termsOf(source: TermSource, limit: number): string[] {
  return readWords(source).terms(limit);
}

/** What can be asked of the words of a text, which is read once. */
export interface TextWords {
  /** As `termsOf` gives them. */
  readonly terms: (limit: number) => string[];
  /**
   * What is left of a word without its particles, with how often that stands alone in the text and how many words of the
   * text are formed from it; undefined for a verb.
   */
  /** How often a word stands in the text. */
  readonly times: (word: string) => number;
  readonly noun: (word: string) => Pick<Form, "word" | "times" | "votes"> | undefined;
}

/** Reads a text's words and weighs which are formed from which. */
export function readWords({ title, tags, text }: TermSource): TextWords {
  const vocabulary = new Vocabulary();
  vocabulary.read(title.normalize("NFC"));
  const inTitle = vocabulary.words.length;
  vocabulary.read(text.normalize("NFC").slice(0, readUnits));
  return {
    terms: (limit) => mostTelling(vocabulary, { tags, inTitle }, limit),
    times: (word) => vocabulary.formOf(word).times,
    noun: (word) => nounOf(vocabulary.formOf(word)),
  };
}

function mostTelling(
  vocabulary: Vocabulary,
  { tags, inTitle }: { readonly tags: readonly string[]; readonly inTitle: number },
  limit: number,
): string[] {
  const nouns = vocabulary.words.map(nounOf);
  const terms = new Set(tags.map((tag) => tag.normalize("NFC").toLowerCase().trim()).filter((tag) => tag !== ""));
  for (const noun of nouns.slice(0, inTitle)) if (noun && !namesNothing(noun.word)) terms.add(noun.word);
  // Whether a word names anything is slow to find out: the most frequent are looked at, until there are enough.
  for (const { word } of frequent(vocabulary.words, nouns)) {
    if (terms.size >= limit) break;
    if (!namesNothing(word)) terms.add(word);
  }
  return [...terms].slice(0, limit);
}

/** The Hangul and Latin words of a text with the votes of each for what it may be formed from. */
class Vocabulary {
  /** In order of appearance. */
  readonly words: Form[] = [];
  readonly #forms = new Map<string, Form>();

  /** The form of a word, as it stands in the text or would. */
  formOf(word: string): Form {
    const form = this.#form(word);
    if (form.times === 0) this.#vote(form);
    return form;
  }

  read(text: string): void {
    for (const [word] of text.toLowerCase().matchAll(/[가-힣]+|[a-z][a-z0-9]*/gu)) {
      if (word.length < shortestWord || word.length > longestWord) continue;
      const form = this.#form(word);
      if (form.times === 0) this.#vote(form);
      form.times += 1;
    }
  }

  #form(word: string): Form {
    const form = this.#forms.get(word) ?? formOf(word);
    this.#forms.set(word, form);
    return form;
  }

  #vote(form: Form): void {
    this.words.push(form);
    form.votes += 1;
    const stems = stemsOf(form.word);
    if (stems.length > 0) form.stems = stems.map((stem) => this.#form(stem));
    for (const stem of form.stems) stem.votes += 1;
    const single = singleSyllable(form.word);
    if (single === undefined) return;
    form.single = this.#form(single);
    form.single.votes += 1;
  }
}

/**
 * What is left of a word without its particles: of it and its stems the one most words are formed from. Undefined where
 * that tells nothing: a verb (`지키는`), or a noun of one syllable (`책이`, `책은`).
 */
function nounOf(form: Form): Form | undefined {
  const { single, stems } = form;
  if (single && single.votes > Math.max(1, form.votes - 1)) return undefined;
  if (stems.length === 0) return form;
  const stem = stems.reduce((a, b) => (b.votes > a.votes ? b : a));
  const best = form.votes > stem.votes ? form : stem;
  return best.votes === 1 && form.word === `${best.word}는` ? undefined : best;
}

/** The nouns that occur often enough, most frequent first, of the same number the one that came first. */
function frequent(words: readonly Form[], nouns: readonly (Form | undefined)[]): Form[] {
  const counted: Form[] = [];
  nouns.forEach((noun, at) => {
    if (!noun) return;
    if (noun.count === 0) counted.push(noun);
    noun.count += words[at]?.times ?? 0;
  });
  return counted.filter(({ count }) => count >= leastTimes).sort((a, b) => b.count - a.count);
}
