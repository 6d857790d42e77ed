/** Calls back for every run of Hangul syllables, and every Latin letter with the letters and digits after it, in a text in lower case. */
export function forEachWord(text: string, found: (text: string, from: number, to: number) => void): void {
  let from = -1;
  let isHangul = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const syllable = code >= 0xac00 && code <= 0xd7a3;
    const latin = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39 && from !== -1 && !isHangul);
    if (from !== -1 && (isHangul ? syllable : latin)) continue;
    if (from !== -1) found(text, from, at);
    from = syllable || (latin && code > 0x39) ? at : -1;
    isHangul = syllable;
  }
  if (from !== -1) found(text, from, text.length);
}

/** Something filed in a `WordTable` under its word. */
interface Filed {
  readonly word: string;
}

/**
 * What is known of the words of one text, found by where a word stands in it: most words stand there many times, and a
 * string for each time is what would cost.
 */
export class WordTable<Entry extends Filed> {
  readonly #make: (word: string) => Entry;
  #slots: (Entry | undefined)[] = [];
  #size = 0;

  constructor(make: (word: string) => Entry) {
    this.#make = make;
    this.#slots = slots(512);
  }

  /** The entry of the word between two places of a text, made where there is none yet. */
  at(text: string, from: number, to: number): Entry {
    const slot = this.#slotOf(text, from, to);
    let entry = this.#slots[slot];
    if (entry === undefined) {
      entry = this.#make(text.slice(from, to));
      this.#slots[slot] = entry;
      this.#size += 1;
      if (this.#size * 2 > this.#slots.length) this.#grow();
    }
    return entry;
  }

  of(word: string): Entry {
    return this.at(word, 0, word.length);
  }

  #slotOf(text: string, from: number, to: number): number {
    const mask = this.#slots.length - 1;
    let hash = 0;
    for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    let slot = (hash ^ (hash >>> 10)) & mask;
    for (let entry = this.#slots[slot]; entry; entry = this.#slots[slot]) {
      if (entry.word.length === to - from && standsAt(text, from, entry.word)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = slots(before.length * 2);
    for (const entry of before) if (entry) this.#slots[this.#slotOf(entry.word, 0, entry.word.length)] = entry;
  }
}

function slots(size: number): undefined[] {
  return new Array<undefined>(size).fill(undefined);
}

function standsAt(text: string, from: number, word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (text.charCodeAt(from + at) !== word.charCodeAt(at)) return false;
  return true;
}
