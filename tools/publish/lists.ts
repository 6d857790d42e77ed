import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addressOf } from "#tools/prove/built-site.ts";
import { publicFilesIn } from "#tools/prove/site-files.ts";
import { ledgerPaths, ledgerText, moveIn, movesFile } from "#tools/prove/ledger.ts";
import { writeWhole } from "#cache/store.ts";
import { fileOf } from "#model/address.ts";
import { addresses } from "#model/addresses.ts";
import type { Catalogue } from "#model/catalogue.ts";
import { cataloguesOf } from "#model/catalogues.ts";
import { shippedRoutes } from "#model/reserved.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { readEntries } from "#reading/entry-store.ts";
import { contentRoot, routeFiles } from "#reading/walk.ts";
import { said } from "#text/words.ts";
import { redirectsOf } from "./redirects.ts";

/** Where the addresses ever published are written down, from the repository's root. */
export const ledgerFile = "src/content/addresses.txt";

/** Where addresses of posts that were taken back are written down, from the repository's root; a path in a line. */
export const goneFile = "src/content/gone.txt";

/** The text of one of these files; empty where there is none. */
export function listIn(root: string, file: string): string {
  return existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "";
}

/** The addresses of that file at which nothing stands or leads on again. */
export function goneOf(text: string, answering: readonly string[]): string[] {
  const known = new Set(answering);
  return [...new Set(ledgerPaths(text))].filter((path) => !known.has(path)).sort();
}

/** Moves that an owner or an import wrote down, one a line; lines of another shape are passed over. */
export function writtenRedirects(text: string): (readonly [from: string, to: string])[] {
  const moves = text.split(/\r?\n/u).map(moveIn);
  return moves.filter((move) => move !== undefined);
}

/** The addresses of files and pages of the owner's own, each as a file's and as a folder's. */
export function ownAddresses(publicFiles: readonly string[], routes: readonly string[]): string[] {
  const own = routes.filter((route) => !route.includes("[") && !shippedRoutes.includes(route));
  const pages = own.map((route) => `/${route.replace(/(?:(?:^|\/)index)?\.[^./]+$/u, "")}`);
  const files = publicFiles.map((file) => addressOf(file.normalize("NFC")));
  return [...files, ...pages].flatMap((path) => [path, `${path.replace(/\.html$/u, "")}/`]);
}

/** The pages of a site with these catalogues, the addresses ever published of it, all that lead elsewhere, and what its owner adds. */
export function standingIn(root: string, entries: readonly Entry[], catalogues: readonly [Catalogue, ...Catalogue[]]) {
  const [{ site, now }] = catalogues;
  const pages = catalogues.flatMap(addresses);
  const ledger = ledgerPaths(listIn(root, ledgerFile));
  const [publicFiles, routes] = [publicFilesIn(root), routeFiles(root)];
  const standing = [...pages.map(({ path }) => path), ...ownAddresses(publicFiles, routes)];
  const redirects = redirectsOf(entries, now, {
    promised: new Set(standing),
    ledger,
    written: writtenRedirects(listIn(root, movesFile)),
    outputs: site.outputs,
    prefixes: catalogues.flatMap((catalogue) => catalogue.site.prefix ?? []),
  });
  return { pages, standing, ledger, redirects, publicFiles, routes };
}

const lasting = new Set(["article", "standing", "category", "tag", "series", "author"]);

/** Adds the addresses of the last build to the ledger; returns those that are new. The addresses of our examples are promised to nobody. */
export function writeLedger(root: string, site: Site, now: number): string[] {
  if (contentRoot(root) === "examples") return [];
  const entries = readEntries(join(root, ".seogo"));
  // A build that failed, or a preview, may have read posts since.
  const published = cataloguesOf(entries, { site, now })
    .flatMap(addresses)
    .filter(({ kind, number = 1 }) => lasting.has(kind) && number === 1)
    .map(({ path }) => path)
    .filter((path) => existsSync(join(root, "dist", fileOf(path))));
  return addToLedger(root, site, published);
}

/** Adds addresses to the ledger; returns those that are new. */
export function addToLedger(root: string, site: Site, paths: readonly string[]): string[] {
  const known = new Set(ledgerPaths(listIn(root, ledgerFile)));
  const fresh = paths.filter((path) => !known.has(path));
  if (fresh.length > 0)
    writeWhole(join(root, ledgerFile), ledgerText(said("ledger-head", {}, site.language), [...known, ...fresh]));
  return fresh;
}
