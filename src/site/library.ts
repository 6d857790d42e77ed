import { type Address, addresses, onPage } from "#model/addresses.ts";
import { type Catalogue, catalogueOf } from "#model/catalogue.ts";
import { type Surroundings, surroundingsOf } from "#model/neighbours.ts";
import { once } from "#model/once.ts";
import type { Page } from "#model/page.ts";
import type { Entry, Picture } from "#model/post.ts";
import { type FeedMaker, feedMaker } from "#outputs/feed.ts";
import { type Head, headMaker } from "#outputs/head.ts";
import { pageOf } from "#outputs/page-words.ts";
import { buildTime } from "#reading/clock.ts";
import { bodyIn } from "#reading/draft-body.ts";
import { site } from "#site.config.ts";
import { outputText } from "#text/outputs.ts";
import { htmlOf, storedEntries } from "./collection.ts";
import { contentOf } from "./entry-body.ts";
import { type EntryKeys, entryKeys } from "./entry-keys.ts";
import { mdxPrinter } from "./mdx-html.ts";

/** Everything the pages ask for, made once for a build and again in the dev server when the content changed. */
export interface Library {
  readonly catalogue: Catalogue;
  readonly addresses: readonly Address[];
  /** Of a post; undefined for a standing page. */
  readonly surroundings: (entry: Entry) => Surroundings | undefined;
  readonly keys: EntryKeys;
  readonly head: (page: Page) => Head;
  readonly feeds: FeedMaker;
}

let opened: { readonly entries: readonly Entry[]; readonly library: Library } | undefined;

/** The published posts and pages, shelved. */
export async function openLibrary(): Promise<Library> {
  const entries = await storedEntries();
  if (opened?.entries !== entries) opened = { entries, library: makeLibrary(entries) };
  return opened.library;
}

/** A post's body for machines that read Markdown: its source, or the rendered HTML of a post that is a program (MDX). */
export async function plainBody(entry: Entry, { feeds }: Library): Promise<string> {
  if (entry.format === "mdx") return (await feeds.item(entry)).html;
  return bodyIn(".", entry.file);
}

/** What a list's layout takes: the page at an address, its head, and the posts that stand on it. */
export function listAt(library: Library, address: Address) {
  const { catalogue, head } = library;
  const page = pageOf(present(library, address), catalogue);
  const posts = onPage(page.shelf?.posts ?? catalogue.posts, page.number ?? 1, catalogue);
  return { page, catalogue, head: head(page), posts };
}

/** What the layout of a post or standing page takes besides its body; throws for an address of another kind. */
export function entryAt(library: Library, address: Address) {
  const { catalogue, head } = library;
  const page = pageOf(present(library, address), catalogue);
  if (!page.entry) throw new Error(`No entry at ${page.path}`);
  return { page, catalogue, head: head(page), entry: page.entry };
}

/** An address as the library has it now: in dev Astro hands out the one that it asked for before the last edit, for half a second. */
function present(library: Library, address: Address): Address {
  if (!import.meta.env.DEV) return address;
  return library.addresses.find(({ path }) => path === address.path) ?? address;
}

/** What the layout of a page with a fixed path takes; throws where the site has no such page. */
export function fixedPage(library: Library, path: string) {
  const address = library.addresses.find((candidate) => candidate.path === path);
  if (!address) throw new Error(`No page at ${path}`);
  return listAt(library, address);
}

function makeLibrary(entries: readonly Entry[]): Library {
  const { writtenOn } = outputText(site.language);
  const options = { site, now: buildTime(), preview: import.meta.env.DEV, markDay: writtenOn };
  const catalogue = catalogueOf(entries, options);
  const printMdx = mdxPrinter();
  const bodyOf = async (entry: Entry) =>
    entry.format === "md" ? htmlOf(entry) : printMdx((await contentOf(entry)).Content);
  // In dev most edits are looked at on one page, which needs neither all feeds nor what is related to what.
  const feeds = once(() => feedMaker(catalogue, bodyOf));
  const surroundings = once(() => surroundingsOf(catalogue));
  return {
    catalogue,
    addresses: addresses(catalogue),
    surroundings: (entry) => surroundings()(entry),
    keys: entryKeys(),
    head: headMaker(catalogue),
    get feeds() {
      return feeds();
    },
  };
}

/** Every picture that published entries show, each once. */
export function picturesOf({ catalogue }: Library): Picture[] {
  const all = [...catalogue.posts, ...catalogue.pages].flatMap(({ image, pictures }) =>
    image ? [image, ...pictures] : pictures,
  );
  return [...new Map(all.map((picture) => [picture.path, picture])).values()];
}
