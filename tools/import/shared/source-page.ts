import type { WrittenDate } from "./dates.ts";

/** What an importer knows of a blog as a whole, whatever made it. */
export interface SourceSite {
  /** As `--kind` takes it: `hugo`, `velog` … */
  readonly kind: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly author?: string | undefined;
  /** `https://blog.kr/sub/` as configured; absent where there is none or it is an example. */
  readonly baseUrl?: string | undefined;
  /** Where the blog was, as its owner says: links there are links to its own pages. */
  readonly ownAddress?: string | undefined;
  /** The folder that the site lives in: `/` or `/sub/`. */
  readonly basePath: string;
  readonly timeZone: string;
  readonly language: string;
  readonly lineBreaks: "keep" | "commonmark";
  /** True where the theme shows `$…$` as mathematics on every page. */
  readonly math: boolean;
  /** Settings that shortcodes may ask for (`param`), keys in lower case. */
  readonly params: Readonly<Record<string, unknown>>;
  /** A simple value of the site's data files by its keys. */
  readonly dataAt?: ((keys: readonly string[]) => string | undefined) | undefined;
}

/** What holds for a Korean blog that says nothing of itself. */
export const plainSite = {
  basePath: "/",
  timeZone: "Asia/Seoul",
  language: "ko",
  lineBreaks: "keep",
  math: false,
  params: {},
} as const;

/** A file of the source's content that becomes a post or a page of ours. */
export interface SourcePage {
  /** Path in the source, as on disk. */
  readonly file: string;
  readonly kind: "post" | "page";
  /** Path under `src/content/posts/` or `pages/` without extension: `post/초개인화`. */
  readonly id: string;
  /** The source folder whose other files belong to this page alone (a leaf bundle). */
  readonly bundle?: string | undefined;
  readonly language: string;
  /** What its translations share: their path without language, or the author's `translationKey`. */
  readonly translation?: string | undefined;
  /** True for words about a section, which stood above a list of its posts. */
  readonly section?: boolean | undefined;
  readonly title: string;
  /** The address it answers at, decoded, without the base path, begins and ends in `/`. */
  readonly path: string;
  /** True where the old address is not known and this one is new. */
  readonly isNewAddress?: boolean;
  /** Further addresses that must lead here; may end in `.html`. */
  readonly aliases: readonly string[];
  /** Front matter after cascades, keys as written. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly date?: WrittenDate | undefined;
  readonly draft: boolean;
  /** True where most letters of the text are Hangul. */
  readonly korean: boolean;
}
