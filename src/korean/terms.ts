import { namesNothing, singleSyllable, stemsOf } from "./word-forms.ts";

/** What a text's terms are taken from. */
export interface TermSource {
  readonly title: string;
  readonly tags: readonly string[];
  /** Visible words without code. */
  readonly text: string;
}

const longestWord = 20;
const leastTimes = 2;
/** Beyond this a text repeats itself; keeps the cost of the largest files in bounds. */
const readUnits = 200_000;

/**
 * Words that tell what a text is about, lower-cased NFC, most telling first, at most `limit`: its tags, the nouns of its
 * title, then nouns that occur at least twice, most frequent first. By rule: particles come off where two syllables
 * remain and more forms of the word speak for it; verbs and function words are left out.
 */
export function termsOf({ title, tags, text }: TermSource, limit: number): string[] {
  const forms = formsIn(`${title} ${text.normalize("NFC").slice(0, readUnits)}`);
  const nounOf = nounsByVote(forms);
  const counts = new Map<string, number>();
  for (const [word, times] of forms) {
    const noun = nounOf.get(word) ?? word;
    if (noun !== "") counts.set(noun, (counts.get(noun) ?? 0) + times);
  }
  const frequent = [...counts].filter(([word, times]) => times >= leastTimes && !namesNothing(word));
  const labels = tags.map((tag) => tag.normalize("NFC").toLowerCase().trim()).filter((tag) => tag !== "");
  const ofTitle = [...formsIn(title).keys()].map((word) => nounOf.get(word) ?? word);
  const named = ofTitle.filter((word) => word !== "" && !namesNothing(word));
  const ranked = frequent.sort(([, a], [, b]) => b - a).map(([word]) => word);
  return [...new Set([...labels, ...named, ...ranked])].slice(0, limit);
}

/** Hangul and Latin words in order of appearance with how often they occur. */
function formsIn(text: string): Map<string, number> {
  const forms = new Map<string, number>();
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[가-힣]{2,}|[a-z][a-z0-9]+/g) ?? [];
  for (const word of words) {
    if (word.length > longestWord) continue;
    forms.set(word, (forms.get(word) ?? 0) + 1);
  }
  return forms;
}

/**
 * Words that lose a particle → what is left: of the word and its stems the one most words are formed from. Empty where
 * nothing worth telling is left: a verb (`지키는`), or a noun of one syllable (`책이`, `책은`).
 */
function nounsByVote(forms: ReadonlyMap<string, number>): Map<string, string> {
  const votes = new Map<string, number>();
  const vote = (form: string) => votes.set(form, (votes.get(form) ?? 0) + 1);
  const stems = new Map<string, readonly string[]>();
  const singles = new Map<string, string>();
  for (const word of forms.keys()) {
    vote(word);
    const ofWord = stemsOf(word);
    for (const stem of ofWord) vote(stem);
    if (ofWord.length > 0) stems.set(word, ofWord);
    const single = singleSyllable(word);
    if (single !== undefined) singles.set(word, single);
  }
  for (const single of singles.values()) vote(single);
  const votesFor = (form: string) => votes.get(form) ?? 0;
  const chosen = new Map<string, string>();
  for (const [word, ofWord] of stems) {
    const stem = ofWord.reduce((a, b) => (votesFor(b) > votesFor(a) ? b : a));
    const best = votesFor(word) > votesFor(stem) ? word : stem;
    const isVerb = votesFor(best) === 1 && word === `${best}는`;
    chosen.set(word, isVerb ? "" : best);
  }
  for (const [word, single] of singles) if (votesFor(single) > Math.max(1, votesFor(word) - 1)) chosen.set(word, "");
  return chosen;
}
