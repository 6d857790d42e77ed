import type { Reply } from "#model/replies.ts";
import type { LeftOut, Note } from "./report.ts";
import { below, type SourceTree } from "./source-tree.ts";
import type { ImportWarningCode } from "#text/messages.ts";
import type { BlogLinks } from "./blog-links.ts";
import type { WrittenDate } from "./values.ts";

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
  /** Old addresses of lists and feeds, and where they lead with us. */
  readonly lists?: readonly (readonly [from: string, to: string])[];
  /** Turns a body of this kind of blog into ours. */
  readonly convert: (body: string, context: BodyContext) => string;
}

/** A kind of blog: what in a folder says that it is one, what its builder made there, and its reader. */
export interface Kind {
  /** As `--kind` takes it. */
  readonly name: string;
  readonly label: string;
  /** Files, and packages that the site depends on (`npm:hexo`), that say so; empty where none does. */
  readonly signs: (tree: SourceTree) => readonly string[];
  /** What is no source of it. */
  readonly built?: ((tree: SourceTree) => RegExp) | undefined;
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
  /** Further addresses that must lead here; may end in `.html`. */
  readonly aliases: readonly string[];
  /** Front matter after cascades, keys as written. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly date?: WrittenDate | undefined;
  readonly draft: boolean;
  /** True where most letters of the text are Hangul. */
  readonly korean: boolean;
  /** What readers said of it. */
  readonly replies?: readonly Reply[];
}

/** What converting a body may ask of the rest of the blog, and where it tells its warnings. */
export interface BodyContext {
  readonly page: SourcePage;
  readonly site: SourceSite;
  /** How our post writes the picture that an address means (its file is then copied); undefined where there is no such file. */
  readonly picture: (address: string) => string | undefined;
  /** The pictures that a glob (`images/*`) or a folder means, as our post writes them. */
  readonly pictures: (pattern: string) => readonly string[];
  /** How our post writes a link to a page or a file of the blog; undefined for anything else. */
  readonly link: (address: string) => string | undefined;
  /** The address of the page that `ref` names (`post.md`, `/post/x`, `x#글`). */
  readonly reference: (target: string) => string | undefined;
  /** The title of the page at an address of ours. */
  readonly titleOf: (address: string) => string | undefined;
  /** Whether the blog has the file that an address means. */
  readonly hasFile: (address: string) => boolean;
  /** The same context for warnings in another text: the body as it stands between two steps. */
  readonly over: (text: string) => BodyContext;
  /** Notes a doubtful place, by offset in the text that the context is over. */
  readonly warn: (code: ImportWarningCode, start: number, values?: Readonly<Record<string, string | number>>) => void;
}

/** A file that a page means. */
interface FoundFile {
  /** Path in the source. */
  readonly file: string;
  /** How our page writes it: from its own folder on for a file of its bundle, else from the new root on (`/images/x.png`). */
  readonly at: string;
  /** True where only the name fits and the place was guessed. */
  readonly guessed: boolean;
}

/** What every page's import works with. */
export interface Tools {
  readonly tree: SourceTree;
  readonly blog: Blog;
  readonly find: (address: string, page: SourcePage) => FoundFile | undefined;
  readonly links: BlogLinks;
  /** Files to publish: path under `public` → path in the source. */
  readonly files: Map<string, string>;
  /** Whether a file is a picture that cannot be published. */
  readonly isBroken: (file: string) => boolean;
  /** Old addresses of lists, and where they lead with us. */
  readonly lists: ReadonlyMap<string, string>;
  readonly now: number;
  /** Pages whose address was taken: source file → the address it had. */
  readonly moved: ReadonlyMap<string, string>;
}

/** A page in work, and where what is doubtful in it goes. */
export interface PageWork {
  readonly page: SourcePage;
  readonly tools: Tools;
  readonly notes: Note[];
}

/** The folder of ours that holds a bundle. */
export function bundleTarget(page: SourcePage): string {
  return `src/content/${page.kind}s/${page.id}`;
}

/** The path of a source file from a page's bundle on; undefined for a file that lies elsewhere. */
export function inBundle(file: string, { bundle }: SourcePage): string | undefined {
  return bundle === undefined ? undefined : below(file, bundle);
}
