import { namesNothing, singleSyllable, stemsOf } from "./word-forms.ts";

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
  stems: readonly Form[];
  /** The noun of one syllable that it may be with a particle. */
  single: Form | undefined;
}

/** Particles that verbs have as endings (나누는, 나누지만, 나누라고): they tell of no noun. */
const weak =
  /^(?:[은는나든고며]|든지|지만|라[고는도면며서]|하고|인데?|입니다만?|이(?:[고며나던다자]|지만|어서|었다|었다는|므로|기도|라[고는도면며]))$/u;
/** Ends of verbs that nouns have too (외국인, 단백질, 가족사진): only particles tell them. */
const verbal = /..[인진질]$/u;

/** The Hangul and Latin words of a text, read once, with the votes of each for what it may be formed from. */
export class TextWords {
  /** In order of appearance. */
  readonly #words = new Set<Form>();
  readonly #forms = new Map<string, Form>();
  readonly #tags: readonly string[];
  readonly #inTitle: number;

  /** `text` is of visible words without code. */
  constructor({ title, tags, text }: { title: string; tags: readonly string[]; text: string }) {
    this.#tags = tags;
    this.#read(title.normalize("NFC"));
    this.#inTitle = this.#words.size;
    this.#read(text.normalize("NFC").slice(0, readUnits));
  }

  /**
   * Words that tell what the text is about, lower-cased NFC, most telling first, at most `limit`: its tags, the nouns of
   * its title, then nouns that occur at least twice, most frequent first. By rule: particles come off where two syllables
   * remain and more forms of the word speak for it; verbs and function words are left out.
   */
  terms(limit: number): string[] {
    const terms = new Set(
      this.#tags.map((tag) => tag.normalize("NFC").toLowerCase().trim()).filter((tag) => tag !== ""),
    );
    const inTitle = [...this.#words].slice(0, this.#inTitle).flatMap((form) => nounOf(form)?.word ?? []);
    for (const word of inTitle) if (!namesNothing(word)) terms.add(word);
    // Whether a word names anything is slow to find out: the most frequent are looked at, until there are enough.
    for (const word of this.#frequent()) {
      if (terms.size >= limit) break;
      if (!namesNothing(word)) terms.add(word);
    }
    return [...terms].slice(0, limit);
  }

  /** How often a word stands in the text. */
  times(word: string): number {
    return this.#forms.get(word)?.times ?? 0;
  }

  /**
   * What is left of a word without its particles, with how often that stands alone in the text and how many words of the
   * text are formed from it; undefined for a verb.
   */
  noun(word: string): Pick<Form, "word" | "times" | "votes"> | undefined {
    return nounOf(this.#voted(word));
  }

  #read(text: string): void {
    for (const [word] of text.toLowerCase().matchAll(/[가-힣]+|[a-z][a-z0-9]*/gu)) {
      if (word.length >= shortestWord && word.length <= longestWord) this.#voted(word).times += 1;
    }
  }

  #form(word: string): Form {
    const known = this.#forms.get(word);
    if (known) return known;
    const form = { word, times: 0, votes: 0, stems: [], single: undefined };
    this.#forms.set(word, form);
    return form;
  }

  /** The form of a word, which speaks for itself and what it may be formed from as soon as it is asked for. */
  #voted(word: string): Form {
    const form = this.#form(word);
    if (this.#words.has(form)) return form;
    this.#words.add(form);
    form.votes += 1;
    form.stems = stemsOf(word).map((stem) => this.#form(stem));
    for (const stem of form.stems) if (!weak.test(word.slice(stem.word.length))) stem.votes += 1;
    const single = singleSyllable(word);
    if (single === undefined) return form;
    form.single = this.#form(single);
    form.single.votes += 1;
    return form;
  }

  /** The nouns that occur often enough, most frequent first, of the same number the one that came first. */
  #frequent(): string[] {
    const counts = new Map<string, number>();
    for (const form of this.#words) {
      const { word } = nounOf(form) ?? {};
      if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + form.times);
    }
    const often = [...counts].filter(([, count]) => count >= leastTimes);
    return often.sort(([, a], [, b]) => b - a).map(([word]) => word);
  }
}

/**
 * What is left of a word without its particles: of it and its stems the one most words are formed from. Undefined where
 * that tells nothing: a verb (`지키는`, `알려진`), or a noun of one syllable (`책이`, `책은`).
 */
function nounOf(form: Form): Form | undefined {
  const { single, stems } = form;
  if (single && single.votes > Math.max(1, form.votes - 1)) return undefined;
  const stem = stems.reduce((a, b) => (b.votes > a.votes ? b : a), stems[0] ?? form);
  // What a text says again and again in this one form ends so by itself: 제주도, 코로나.
  const isRepeated = form.times > 2 && stem.votes === form.votes && /[도나]$|[^으]로$/u.test(form.word);
  const best = form.votes > stem.votes || (isRepeated && !namesNothing(stem.word)) ? form : stem;
  return best.votes === 1 && verbal.test(best.word) ? undefined : best;
}
