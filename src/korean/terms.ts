import { namesNothing, stemsOf } from "./word-forms.ts";

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
 * title, then nouns that occur at least twice, most frequent first. By rule: particles come off where two syllables remain and
 * more forms of the word speak for it; verbs and function words are left out.
 */
export function termsOf({ title, tags, text }: TermSource, limit: number): string[] {
  const forms = formsIn(`${title} ${text.normalize("NFC").slice(0, readUnits)}`);
  const stemOf = stemsByVote(forms);
  const counts = new Map<string, number>();
  for (const [word, times] of forms) {
    const stem = stemOf.get(word) ?? word;
    if (word === stem || !namesNothing(word)) counts.set(stem, (counts.get(stem) ?? 0) + times);
  }
  const frequent = [...counts].filter(([word, times]) => times >= leastTimes && !namesNothing(word));
  const labels = tags.map((tag) => tag.normalize("NFC").toLowerCase().trim()).filter((tag) => tag !== "");
  const ofTitle = [...formsIn(title).keys()]
    .filter((word) => !namesNothing(word))
    .map((word) => stemOf.get(word) ?? word);
  const ranked = frequent.sort(([, a], [, b]) => b - a).map(([word]) => word);
  return [...new Set([...labels, ...ofTitle.filter((word) => !namesNothing(word)), ...ranked])].slice(0, limit);
}

/** Hangul and Latin words in order of appearance with how often they occur. */
function formsIn(text: string): Map<string, number> {
  const forms = new Map<string, number>();
  for (const word of text
    .normalize("NFC")
    .toLowerCase()
    .match(/[가-힣]{2,}|[a-z][a-z0-9]+/g) ?? []) {
    if (word.length > longestWord) continue;
    forms.set(word, (forms.get(word) ?? 0) + 1);
  }
  return forms;
}

/** Words that lose a particle → what is left: of the word and its stems the one most words are formed from. */
function stemsByVote(forms: ReadonlyMap<string, number>): Map<string, string> {
  const votes = new Map<string, number>();
  const stems = new Map<string, string[]>();
  for (const word of forms.keys()) {
    const ofWord = stemsOf(word);
    votes.set(word, (votes.get(word) ?? 0) + 1);
    for (const stem of ofWord) votes.set(stem, (votes.get(stem) ?? 0) + 1);
    if (ofWord.length > 0) stems.set(word, ofWord);
  }
  const chosen = new Map<string, string>();
  for (const [word, ofWord] of stems) {
    const most = (a: string, b: string) => ((votes.get(b) ?? 0) > (votes.get(a) ?? 0) ? b : a);
    chosen.set(word, most(ofWord.reduce(most), word));
  }
  return chosen;
}
