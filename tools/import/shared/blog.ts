import type { Reply } from "#model/replies.ts";
import type { PageContext } from "./page-context.ts";
import type { LeftOut } from "./report.ts";
import { below, type SourceTree } from "./source-tree.ts";
import type { WrittenDate } from "./values.ts";

/** A step on the way from a body of a kind of blog to ours; its context is over the text that it is given. */
export type Step = (body: string, context: PageContext) => string;

/** A blog as its reader hands it to the importer. */
export interface Blog {
  readonly site: SourceSite;
  /** Pages of all languages. */
  readonly pages: readonly SourcePage[];
  readonly left: readonly LeftOut[];
  /** The files, where some of them are parts of one on disk. */
  readonly tree?: SourceTree;
  /** True where files have no front matter: fields come from elsewhere. */
  readonly isBare?: boolean;
  /** Where files that pages show are kept. */
  readonly folders: {
    /** Published as they are at the root: `static`. */
    readonly published: readonly string[];
    /** Pages' folders, whose other files are published beside the pages: `content`. */
    readonly content: readonly string[];
    /** Taken by templates only: `assets`. */
    readonly assets: readonly string[];
  };
  /** Old addresses of lists and feeds, and where they lead with us; of equal ones the first holds, pages' own none. */
  readonly lists?: readonly ListRedirect[];
  /** What its bodies need before the steps that all do. */
  readonly steps: readonly Step[];
}

/** An old address of a list or a feed, and ours. */
export type ListRedirect = readonly [from: string, to: string];

/** A kind of blog: what in a folder says that it is one, what its builder made there, and its reader. */
export interface Kind {
  /** As `--kind` takes it. */
  readonly name: string;
  readonly label: string;
  /** Files, and packages that the site depends on (`package.json: hexo`), that say so; empty where none does. */
  readonly signs: (tree: SourceTree) => readonly string[];
  /** Files that are no part of its source. */
  readonly built?: (tree: SourceTree) => RegExp | undefined;
  readonly read: (tree: SourceTree) => Blog | undefined;
}

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
  /** Files that the settings leave out, by their paths. */
  readonly unbuilt?: readonly RegExp[];
  readonly timeZone: string;
  readonly language: string;
  readonly lineBreaks: "keep" | "commonmark";
  /** True where `$…$` is mathematics on every page; else the settings (`params`) may say so. */
  readonly math: boolean;
  /** Settings that shortcodes may ask for (`param`), keys in lower case. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The values of the site's data files, by folders and names. */
  readonly data?: Readonly<Record<string, unknown>>;
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
  /** Stands behind the file's name where the page is a translation: `.en`. */
  readonly suffix?: string;
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
  /** The address that it had, where another page has that now. */
  readonly moved?: string | undefined;
  /** Further addresses that must lead here; may end in `.html`. */
  readonly aliases: readonly string[];
  /** Front matter after cascades, keys as written. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly date?: WrittenDate | undefined;
  readonly draft: boolean;
  readonly replies?: readonly Reply[];
}

export function bundleTarget(page: SourcePage): string {
  return `src/content/${page.kind}s/${page.id}`;
}

/** The path of a source file from a page's bundle on; undefined for a file that lies elsewhere. */
export function inBundle(file: string, { bundle }: SourcePage): string | undefined {
  return bundle === undefined ? undefined : below(file, bundle);
}
