import { z } from "zod";
import { replySchema } from "./replies.ts";

const text = z.string();
const texts = z.array(text);
const optionalText = text.exactOptional();
const size = z.number().exactOptional();
const instant = z.object({ epochMs: z.number(), day: text, iso: text, hasTime: z.boolean() }).exactOptional();

const heading = z.object({
  /** 2–6, after levels were fixed. */
  depth: z.number(),
  /** The id in the page, without `#`; NFC, not encoded. */
  id: text,
  /** Plain text, quotes already made Korean. */
  text,
});

const picture = z.object({
  /** Path of the source file from the repository's root, as on disk. */
  file: text,
  /** Site-relative published path, content-hashed, ASCII: `/pictures/1a2b3c4d5e.webp`, `/pictures/map-1a2b3c4d5e.svg`. */
  path: text,
  /** Pixels of what is published there; absent where the file states none (some SVG). */
  width: size,
  height: size,
  /** Of a file without a size in pixels, such as a sound. */
  bytes: size,
  /** Narrower widths at which it is published besides; absent where the file itself is published. */
  widths: z.array(z.number()).exactOptional(),
  /** Where its file is published, in full size, if something links to it. */
  original: optionalText,
});

/** What `getCollection` gives as `data` of a post or page. */
export const entrySchema = z.object({
  kind: z.enum(["post", "page"]),
  /** NFC path under its folder without extension and without `/index`: `2020/초개인화`. Unique in its kind. */
  id: text,
  /** Path of the source from the repository's root, as on disk. */
  file: text,
  format: z.enum(["md", "mdx"]),
  /** Site-relative address, decoded, NFC, begins and ends in `/`, without the site's base path. */
  path: text,
  /** Other addresses that lead here, same form. */
  aliases: texts,
  title: text,
  date: instant,
  updated: instant,
  /** When it is taken back. */
  expires: instant,
  /** True where search engines may not list it. */
  noindex: z.boolean().exactOptional(),
  /** Held back by its author, by `draft` or by any field that `hiddenBy` knows. */
  draft: z.boolean(),
  /** Shown before its day, which only the dev server does. */
  scheduled: z.boolean().exactOptional(),
  featured: z.boolean(),
  /** `type` as written, `post` by default. */
  type: text,
  /** The author's own description; absent for a theme's placeholder. */
  description: optionalText,
  /** `description`, else the first sentences, plain text, at most 160 characters. */
  summary: text,
  image: picture.extend({ alt: text }).exactOptional(),
  /** A cover on another site, in place of `image`; its address as `remoteAddress` gives it. */
  remoteImage: z.object({ url: text, alt: text }).exactOptional(),
  /** Labels as shown (spellings joined over the whole site), in the author's order, NFC. */
  categories: texts,
  tags: texts,
  series: optionalText,
  /** Where its author's own spellings of its terms would have lived → the path of the term the site shows. */
  termRedirects: z.array(z.object({ from: text, to: text })).exactOptional(),
  weight: z.number().exactOptional(),
  author: optionalText,
  license: optionalText,
  toc: z.boolean().exactOptional(),
  lang: optionalText,
  /** What it shares with its translations, in place of the file's name without language. */
  translationKey: optionalText,
  /** A stable feed id an imported post had before (`id:`/`guid:`), else absent. */
  feedId: optionalText,
  /** Where it is talked about: addresses that its author names, then those found; absent where there are none. */
  discussions: texts.exactOptional(),
  /** What is said there, without what its author hides; absent where nobody said anything. */
  replies: z.array(replySchema).exactOptional(),
  headings: z.array(heading),
  pictures: z.array(picture),
  /** Origins of the other sites' pictures in the body, sorted; absent where there are none. */
  remoteOrigins: texts.exactOptional(),
  /** Whole minutes of reading, pictures included. */
  minutes: z.number(),
  /** Words that tell what it is about, most telling first, at most 20: tags, title nouns, frequent terms. */
  terms: texts,
  /** What an index finds it by: the nouns of its title, then of each heading, apart by blanks, `?` before doubtful ones. */
  words: texts,
  /** Names that it writes in Hangul, each with that in Latin letters; absent where there are none. */
  names: z.array(z.tuple([text, text])).exactOptional(),
  /** Set where its source says more than its page: what a link to a draft names, what a `<template>` holds. */
  hidesWords: z.boolean().exactOptional(),
  /** Set where it shows a formula. */
  hasFormulas: z.boolean().exactOptional(),
  /** Hex digest of all that the rendered body depends on (source bytes, settings, pipeline version). */
  digest: text,
  /** Front matter keys that Seogo does not know, kept as data, never published. */
  extra: z.record(text, z.unknown()),
});

type Lasting<T> = T extends object ? { readonly [Key in keyof T]: Lasting<T[Key]> } : T;

/** One post or standing page as the reader hands it over: plain data, all that lists and heads need, no body. */
export type Entry = Lasting<z.infer<typeof entrySchema>>;

export type Heading = Lasting<z.infer<typeof heading>>;

/** A picture file of ours that a page shows. */
export type Picture = Lasting<z.infer<typeof picture>>;

/** A tag, category or series with its address and posts' count. */
export interface Term {
  readonly label: string;
  /** One or more path segments without slashes at the ends: `빅데이터로-보는-세상`, `ai/ml`. */
  readonly slug: string;
  /** Site-relative: `/tags/핀테크/`. */
  readonly path: string;
}

/** Whether readers may see an entry at `now` (milliseconds since the epoch). */
export function isPublished({ draft, date, expires }: Pick<Entry, "draft" | "date" | "expires">, now: number): boolean {
  return !draft && (date === undefined || date.epochMs <= now) && (expires === undefined || expires.epochMs > now);
}
