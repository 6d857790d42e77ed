import { decodedPath } from "#model/address.ts";
import { type Entry, isPublished } from "#model/post.ts";
import { onceEach } from "#model/once.ts";
import { decoded } from "#model/urlize.ts";
import type { Sign } from "./active-content.ts";
import type { Carried } from "./documents.ts";
import type { PageFacts } from "./element-facts.ts";

export interface BuiltFile {
  readonly bytes: number;
  /** Present for HTML alone. */
  readonly page?: PageFacts;
  /** A page whose last words are not `</html>`: it was not written to its end. */
  readonly isCut?: true;
  /** A page that names no charset in its first bytes: some servers name none either, and Hangul would come out broken. */
  readonly isUndeclared?: true;
  /** Signs of active content in the file, whatever its kind. */
  readonly signs: readonly Sign[];
  /** Names and places in a document that nobody sees in it. */
  readonly carried?: Carried;
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
  /** Where the policy lets forms go. */
  readonly forms?: readonly string[] | undefined;
  /** Whether posts without a picture get a drawn card. */
  readonly drawnCards?: boolean;
  /** Paths that settings name, by their key: `/card.png`. */
  readonly settingFiles?: readonly (readonly [key: string, path: string])[];
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
  readonly read: (path: string) => string;
  /** Finds an author's file as text, for the line of a finding. */
  readonly source: (file: string) => string | undefined;
  /** The file below `src/pages` of an owner's own route that makes the page at an address. */
  readonly routeAt?: (page: string) => string | undefined;
}

/** A built site, each file read once, beside what was expected of it. */
export type BuiltSite = Readonly<ReturnType<typeof builtSite>>;

export function builtSite(files: ReadonlyMap<string, BuiltFile>, expected: Expected, touched = none) {
  const published = expected.entries.filter((entry) => isPublished(entry, expected.now));
  const entryAt = new Map(published.map((entry) => [entry.path, entry]));
  return {
    ...expected,
    /** By path relative to the site's folder, with `/`, as on disk. */
    files,
    /** Files that something else than Astro's routes, `public/` and the bundle wrote, or wrote to; empty where that is not known. */
    touched,
    /** Published entries by their address. */
    entryAt,
    /** Entries that readers may not see, and that share no address with one they may. */
    hidden: expected.entries.filter((entry) => !isPublished(entry, expected.now) && !entryAt.has(entry.path)),
    moved: new Set(expected.redirects.map(({ from }) => from)),
    copied: new Set(expected.publicFiles),
    resolve: resolver(expected),
  };
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

/** What an address in a page means. */
export type Target =
  { readonly kind: "outside" } | { readonly kind: "inside"; readonly path: string; readonly fragment: string };

/** Fragments in which the URL standard changes no character, so that nothing need be parsed. */
const plainFragment = /^#[^\p{Cc}\p{Cs}\s%]*$/u;

/** Whether an address means the same on every page of a site. */
export function isSameEverywhere(address: string): boolean {
  return (address.startsWith("/") && !address.startsWith("//")) || /^(?:https?:\/\/|mailto:)/iu.test(address);
}

/** Resolves addresses as a browser on a page would; those that mean the same everywhere are resolved once. */
export function resolver(site: Pick<Expected, "address">): (file: string, address: string) => Target {
  const everywhere = onceEach((address: string) => resolved(address, site.address, site.address));
  return (file, address) => {
    if (plainFragment.test(address)) return { kind: "inside", path: addressOf(file), fragment: fragmentOf(address) };
    if (isSameEverywhere(address)) return everywhere(address);
    return resolved(address, new URL(encodeURI(`.${addressOf(file)}`), site.address).href, site.address);
  };
}

/** The built file that answers a path, as it stands or as a folder; undefined where none does. */
export function answering(site: Pick<BuiltSite, "files">, path: string): string | undefined {
  const file = fileFor(path);
  if (site.files.has(file)) return file;
  const folder = `${path.slice(1)}/index.html`;
  return site.files.has(folder) ? folder : undefined;
}

/** What an address means on the page at `base`, of the site at `home`; both are absolute. */
function resolved(address: string, base: string, home: string): Target {
  const url = URL.parse(address, base);
  const path = url === null ? undefined : decodedPath(url.href, { address: home });
  if (url === null || path === undefined) return { kind: "outside" };
  return { kind: "inside", path, fragment: decoded(fragmentOf(url.hash)) };
}

function fragmentOf(hash: string): string {
  return hash.slice(1).replace(/:~:.*$/u, "");
}

/** Whether what is found alike stands on most pages: in the menu, the footer, a part of the owner's, or by an integration. */
export function isInFrame({ files }: BuiltSite, alike: readonly { readonly page?: string }[]): boolean {
  const within = new Set(alike.map(({ page }) => page)).size;
  return within >= 3 && within * 2 >= pagesIn(files);
}

/** How many pages a site has, counted once. */
const pagesIn = onceEach(
  (files: BuiltSite["files"]) => [...files.values()].filter(({ page }) => page !== undefined).length,
);
