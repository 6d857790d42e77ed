import type { Instant } from "./instant.ts";
import type { Reply } from "./replies.ts";

/** A section heading as it stands in the rendered page. */
export interface Heading {
  /** 2–6, after levels were fixed. */
  readonly depth: number;
  /** The id in the page, without `#`; NFC, not encoded. */
  readonly id: string;
  /** Plain text, quotes already made Korean. */
  readonly text: string;
}

/** A picture file of ours that a page shows. */
export interface Picture {
  /** Path of the source file from the repository's root, as on disk. */
  readonly file: string;
  /** Site-relative published path, content-hashed, ASCII: `/pictures/1a2b3c4d5e.webp`, `/pictures/map-1a2b3c4d5e.svg`. */
  readonly path: string;
  /** Pixels of what is published there; absent where the file states none (some SVG). */
  readonly width?: number;
  readonly height?: number;
  /** Narrower widths at which it is published besides; absent where the file itself is published. */
  readonly widths?: readonly number[];
  /** Where its file is published, in full size, if something links to it. */
  readonly original?: string;
}

/** One post or standing page as the reader hands it over: plain data, all that lists and heads need, no body. */
export interface Entry {
  readonly kind: "post" | "page";
  /** NFC path under its folder without extension and without `/index`: `2020/초개인화`. Unique in its kind. */
  readonly id: string;
  /** Path of the source from the repository's root, as on disk. */
  readonly file: string;
  readonly format: "md" | "mdx";
  /** Site-relative address, decoded, NFC, begins and ends in `/`, without the site's base path. */
  readonly path: string;
  /** Other addresses that lead here, same form. */
  readonly aliases: readonly string[];
  readonly title: string;
  readonly date?: Instant;
  readonly updated?: Instant;
  /** Held back by its author, by `draft` or by any field that `hiddenBy` knows. */
  readonly draft: boolean;
  /** When it is taken back. */
  readonly expires?: Instant;
  /** True where search engines may not list it. */
  readonly noindex?: boolean;
  /** Shown before its day, which only the dev server does. */
  readonly scheduled?: boolean;
  readonly featured: boolean;
  /** `type` as written, `post` by default. */
  readonly type: string;
  /** The author's own description; absent for a theme's placeholder. */
  readonly description?: string;
  /** `description`, else the first sentences, plain text, at most 160 characters. */
  readonly summary: string;
  readonly image?: Picture & { readonly alt: string };
  /** A cover on another site, in place of `image`; its address as `remoteAddress` gives it. */
  readonly remoteImage?: { readonly url: string; readonly alt: string };
  /** Labels as shown (spellings joined over the whole site), in the author's order, NFC. */
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly series?: string;
  /** Where its author's own spellings of its terms would have lived → the path of the term the site shows. */
  readonly termRedirects?: readonly { readonly from: string; readonly to: string }[];
  readonly weight?: number;
  readonly author?: string;
  readonly license?: string;
  readonly toc?: boolean;
  readonly lang?: string;
  /** What it shares with its translations, in place of the file's name without language. */
  readonly translationKey?: string;
  /** A stable feed id an imported post had before (`id:`/`guid:`), else absent. */
  readonly feedId?: string;
  /** Where it is talked about: addresses that its author names, then those found; absent where there are none. */
  readonly discussions?: readonly string[];
  /** What is said there, without what its author hides; absent where nobody said anything. */
  readonly replies?: readonly Reply[];
  readonly headings: readonly Heading[];
  readonly pictures: readonly Picture[];
  /** Origins of the other sites' pictures in the body, sorted; absent where there are none. */
  readonly remoteOrigins?: readonly string[];
  /** Letters of Hangul and Hanja, Latin words, pictures: what reading time is made of. */
  readonly minutes: number;
  readonly letters: number;
  /** Words that tell what it is about, most telling first, at most 20: tags, title nouns, frequent terms. */
  readonly terms: readonly string[];
  /** What an index finds it by: the nouns of its title, then of each heading, apart by blanks, `?` before doubtful ones. */
  readonly words: readonly string[];
  /** Names that it writes in Hangul and in Latin letters; absent where there are none. */
  readonly names?: readonly (readonly [hangul: string, latin: string])[];
  /** Hex digest of all that the rendered body depends on (source bytes, settings, pipeline version). */
  readonly digest: string;
  /** Front matter keys that Seogo does not know, kept as data, never published. */
  readonly extra: Readonly<Record<string, unknown>>;
}

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
