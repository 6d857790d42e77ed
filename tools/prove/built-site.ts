import { type Entry, isPublished } from "#model/post.ts";
import type { Sign } from "./active-content.ts";
import type { PageFacts } from "./element-facts.ts";

/** One file of the built site. */
export interface BuiltFile {
  readonly bytes: number;
  /** Present for HTML alone. */
  readonly page?: PageFacts;
  /** A page whose last words are not `</html>`: it was not written to its end. */
  readonly isCut?: true;
  /** Signs of active content in the file, whatever its kind. */
  readonly signs: readonly Sign[];
}

/** A moved address and where it leads, both as site-relative paths. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** What the guards know beside the built files. */
export interface Expected {
  /** Address of the site with its base: `https://seogo.example/blog/`. */
  readonly address: string;
  /** Whether posts without a picture get a drawn card. */
  readonly drawnCards?: boolean;
  /** All entries read, published or not. */
  readonly entries: readonly Entry[];
  /** Milliseconds since the epoch at which the site was made. */
  readonly now: number;
  /** Addresses the catalogue promises; absent where nothing promised any. */
  readonly promised?: readonly string[];
  /** Of those, the pages of lists that `postsPerPage` divides. */
  readonly paged?: readonly string[];
  /** Addresses of the content that the map lists; absent where there is no map to prove. */
  readonly mapped?: ReadonlySet<string>;
  /** Stamps of the files that routes made, each as Astro wrote it; absent where the build did not tell. */
  readonly stamps?: ReadonlyMap<string, string | null> | undefined;
  readonly redirects: readonly Redirect[];
  /** Addresses whose posts were taken back; hosts answer that they are gone. */
  readonly gone?: readonly string[];
  /** Addresses of the ledger, in its order; empty in a fresh fork. */
  readonly ledger: readonly string[];
  /** Paths of the owner's files in `public/`, relative to it. */
  readonly publicFiles: readonly string[];
  /** Of those, the ones of an unknown kind that the owner publishes as they are. */
  readonly plainFiles?: readonly string[];
  /** A built file as text. */
  readonly read: (path: string) => string;
  /** Finds an author's file as text, for the line of a finding. */
  readonly source: (file: string) => string | undefined;
}

/** A built site, each file read once, beside what was expected of it. */
export interface BuiltSite extends Expected {
  /** By path relative to the site's folder, with `/`, as on disk. */
  readonly files: ReadonlyMap<string, BuiltFile>;
  /** Files that something else than Astro's routes, `public/` and the bundle wrote, or wrote to; empty where that is not known. */
  readonly touched: ReadonlySet<string>;
  /** Published entries by their address. */
  readonly entryAt: ReadonlyMap<string, Entry>;
}

/** Joins what was built with what was expected. */
export function builtSite(files: ReadonlyMap<string, BuiltFile>, expected: Expected, touched = none): BuiltSite {
  const published = expected.entries.filter((entry) => isPublished(entry, expected.now));
  return { ...expected, files, touched, entryAt: new Map(published.map((entry) => [entry.path, entry])) };
}

const none: ReadonlySet<string> = new Set();
const page = "index.html";

/** Site-relative address of a built file: `posts/글/index.html` → `/posts/글/`, `404.html` → `/404.html`. */
export function addressOf(file: string): string {
  if (file === page) return "/";
  return `/${file.endsWith(`/${page}`) ? file.slice(0, -page.length) : file}`;
}

/** The built file that answers a site-relative, decoded address. */
export function fileFor(address: string): string {
  const path = address.slice(1);
  return path === "" || path.endsWith("/") ? `${path}${page}` : path;
}
