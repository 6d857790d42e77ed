import { fixedPaths } from "#model/address.ts";
import { addresses } from "#model/addresses.ts";
import type { Catalogue } from "#model/catalogue.ts";
import { cataloguesOf } from "#model/catalogues.ts";
import { neighboursOf } from "#model/neighbours.ts";
import { once, onceEach } from "#model/once.ts";
import { sharedOf } from "#model/page.ts";
import { lineOf } from "#model/post-line.ts";
import type { Entry } from "#model/post.ts";
import { feedMaker } from "#outputs/feed.ts";
import { headMaker } from "#outputs/head.ts";
import { buildTime } from "#reading/clock.ts";
import { type PictureFile, pictureFiles } from "#reading/picture-files.ts";
import { styleColours } from "#outputs/style-colours.ts";
import { site } from "#site.config.ts";
import owner from "#styles/owner.css?raw";
import tokens from "#styles/tokens.css?raw";
import { htmlOf, storedEntries } from "./collection.ts";
import { mdxHtml } from "./entry-body.ts";

/** Everything the pages of one language ask for, made once for a build and again in the dev server when the content changed. */
export type Library = ReturnType<typeof makeLibrary>;

/** The published posts and pages, grouped, of each language, the site's own first. */
export async function openLibraries(): Promise<readonly [Library, ...Library[]]> {
  return (await open()).libraries;
}

/** The library of the language in which the page at a path stands. */
export async function openLibrary(path: string = fixedPaths.home): Promise<Library> {
  const { libraries, others } = await open();
  const isBelow = ({ catalogue: { site } }: Library) => site.prefix && path.startsWith(`${site.prefix}/`);
  return others().get(path) ?? libraries.find(isBelow) ?? libraries[0];
}

/** The libraries, and those of the other languages by the paths of their pages. */
const opened = onceEach((entries: readonly Entry[]) => {
  const [own, ...rest] = cataloguesOf(entries, { site, now: buildTime(), preview: import.meta.env.DEV });
  const others = rest.map(makeLibrary);
  const pairs = () => others.flatMap((library) => library.addresses.map(({ path }) => [path, library] as const));
  return { libraries: [makeLibrary(own), ...others] as const, others: once(() => new Map(pairs())) };
});
const open = async () => opened(await storedEntries());

function makeLibrary(catalogue: Catalogue) {
  const shared = sharedOf({ ...catalogue, paper: styleColours("--paper", owner, tokens) });
  const bodyOf = (entry: Entry) => (entry.format === "md" ? htmlOf(entry) : mdxHtml(entry));
  // In dev most edits are looked at on one page, which needs neither all feeds nor what is related to what.
  const feeds = once(() => feedMaker(catalogue, bodyOf));
  const neighbours = once(() => neighboursOf(catalogue));
  const byPath = once(() => new Map(addresses(catalogue).map((address) => [address.path, address])));
  return {
    catalogue,
    addresses: addresses(catalogue),
    at: (path: string) => byPath().get(path),
    /** Of a post; undefined for a standing page. */
    neighbours: (entry: Entry) => neighbours()(entry),
    /** What lists show of a post; each line is made once. */
    line: onceEach((entry: Entry) => lineOf(entry, site)),
    shared,
    head: headMaker(shared),
    get feeds() {
      return feeds();
    },
  };
}

/** Every file of the pictures that published entries show, each once. */
export function picturesOf(libraries: readonly Library[]): PictureFile[] {
  const all = libraries
    .flatMap(({ catalogue }) => [...catalogue.posts, ...catalogue.pages])
    .flatMap(({ image, pictures }) => (image ? [image, ...pictures] : pictures))
    .flatMap(pictureFiles);
  return [...new Map(all.map((picture) => [picture.path, picture])).values()];
}
