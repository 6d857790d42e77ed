import type { Shelf } from "#model/catalogue.ts";
import type { Entry } from "#model/post.ts";
import { keyOf } from "#cache/page-keys.ts";
import type { BodyFacts } from "#reading/body-facts.ts";

/** Keys of entries, each made once however many pages show the entry. */
export interface EntryKeys {
  /** Of all there is to an entry. */
  readonly whole: (entry: Entry) => string;
  /** Of what a list says of it. */
  readonly line: (entry: Entry) => string;
  /** Of a shelf's name and address. */
  readonly shelf: (shelf: Shelf) => string;
  /** Of what a list says of all the posts of a shelf. */
  readonly posts: (shelf: Shelf) => string;
}

/** Left out of an entry's key: its `digest` stands for them, by which the reader itself takes them over from the last run. */
const ofBody: Readonly<Record<keyof BodyFacts, undefined>> = {
  summary: undefined,
  headings: undefined,
  pictures: undefined,
  remoteOrigins: undefined,
  minutes: undefined,
  letters: undefined,
  terms: undefined,
  toc: undefined,
};

/** Keys for the entries of one catalogue. */
export function entryKeys(): EntryKeys {
  const line = once((entry: Entry) => keyOf(shownInLists(entry)));
  const shelf = once(({ label, path }: Shelf) => keyOf(label, path));
  return {
    whole: once((entry) => keyOf({ ...entry, ...ofBody })),
    line,
    shelf,
    posts: once((shelf) => keyOf(shelf.posts.map(line))),
  };
}

function once<Thing>(make: (thing: Thing) => string): (thing: Thing) => string {
  const made = new Map<Thing, string>();
  return (thing) => {
    const key = made.get(thing) ?? make(thing);
    made.set(thing, key);
    return key;
  };
}

function shownInLists(entry: Entry): unknown {
  const { path, title, summary, date, updated, draft, featured, categories, tags, image, minutes } = entry;
  return [path, title, summary, date, updated, draft, featured, categories, tags, image, minutes];
}
