import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { forgetPages, cachedStamps } from "#cache/page-keys.ts";
import { fileOf } from "#model/address.ts";
import { newestFirst } from "#model/order.ts";
import { languageSites } from "#model/languages.ts";
import { isPublished } from "#model/post.ts";
import { ownRouteFinder } from "#model/reserved.ts";
import { pictureOrigins } from "#model/remote-pictures.ts";
import { searchForm } from "#model/search.ts";
import type { Site } from "#model/site.ts";
import { messageLine } from "#messages/report.ts";
import { isIndexable } from "#outputs/sitemap.ts";
import { builtCatalogues } from "#reading/collected.ts";
import { messageLanguage } from "#text/language.ts";
import { said } from "#text/words.ts";
import type { Expected } from "#tools/prove/built-site.ts";
import { type Proof, type ProofOptions, prove } from "#tools/prove/prove.ts";
import { bareFiles, composedNames } from "./bare-files.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";
import { isOtherCase } from "#tools/prove/site-files.ts";
import { goneFile, goneOf, listIn, standingIn } from "#tools/publish/lists.ts";
import { hostFiles, serverFiles } from "#tools/publish/server-files.ts";
import { errorOf } from "#messages/message.ts";

/** A site that Astro has written, to be completed and proved. */
export interface ProvingRequest {
  readonly root: string;
  /** The folder Astro wrote to. */
  readonly folder: string;
  /** Milliseconds since the epoch at which the site was made. */
  readonly now: number;
  /** Folder of the pages' keys, where the build that wrote the folder kept any. */
  readonly pageKeys?: string;
  /** Texts of what was read of the folder while it was being made. */
  readonly ahead?: ProofOptions["ahead"];
}

/**
 * Writes the files for hosts (redirects, headers, `sitemap.xml`) into a folder that Astro has ended with, then proves all
 * of it and says what was found. `SEOGO_STRICT=1` has warnings fail the proof too; `SEOGO_MOVES=server` leaves out the
 * pages for moved addresses, for hosts that redirect and would serve the page instead.
 */
export async function proveSite(request: ProvingRequest): Promise<Proof> {
  const { root, folder, ahead = [] } = request;
  const site = await ownerSite();
  const expected = expectedOf(request, site);
  writeHostFiles(request, site, expected);
  const index = join(root, ".seogo/server/search.sqlite");
  rmSync(index, { force: true });
  // SQLite is loaded by none but those who ask for it.
  if (site.search === "own")
    (await import("#tools/search/search-index.ts")).writeSearchIndex(index, searchedPosts(request, expected));
  await bareFiles(root, folder, expected.publicFiles);
  const publicFiles = composedNames(folder, expected.publicFiles);
  const strict = process.env["SEOGO_STRICT"] === "1";
  const options = { folder, cache: join(root, ".seogo/guards"), strict, language: messageLanguage(), ahead };
  const proof = prove(options, { ...expected, publicFiles });
  if (request.pageKeys !== undefined) forgetPages(request.pageKeys, proof.cut);
  say(proof, site);
  return proof;
}

/** How many files Cloudflare takes on its paid and its free plan; the other hosts that we describe name no number. */
const mostFiles = { paid: 100_000, free: 20_000 } as const;

function say(proof: Proof, { address }: Site): void {
  const language = messageLanguage();
  console.log(`${said("heaviest")}\n${proof.weights}`);
  if (proof.report !== "") console.error(`\n${proof.report}`);
  const { files, errors, warnings } = proof;
  console.log(said("proved", { files, errors, warnings }));
  if (files > mostFiles.free) console.log(said(files > mostFiles.paid ? "many-files-paid" : "many-files-free"));
  // Feeds, map and canonical links would be wrong.
  if (new URL(address).hostname === "seogo.example") console.log(said("example-address"));
  if (proof.failed) console.error(messageLine(errorOf("site-unproved", {}), language));
}

function expectedOf({ root, folder, now, pageKeys }: ProvingRequest, site: Site): Expected {
  const { entries, catalogues } = builtCatalogues(join(root, ".seogo"), { site, now });
  const { pages, standing, ledger, redirects, publicFiles, routes } = standingIn(root, entries, catalogues);
  const promised = pages.map(({ path }) => path);
  const source = (file: string) => textOf(join(root, file));
  // A post that expires gives up its address on that day.
  const published = new Set(ledger);
  const expired = entries.flatMap(({ draft, expires, path }) =>
    !draft && expires !== undefined && expires.epochMs <= now && published.has(path) ? [path] : [],
  );
  return {
    address: site.address,
    forms: searchForm(site)?.origins,
    drawnCards: site.card === "drawn",
    settingFiles: filesNamedBy(site),
    now,
    entries,
    promised,
    paged: pages.filter(({ number }) => number !== undefined).map(({ path }) => path),
    mapped: new Set(pages.filter(isIndexable).map(({ path }) => path)),
    redirects,
    gone: goneOf([listIn(root, goneFile), ...expired].join("\n"), [...standing, ...redirects.map(({ from }) => from)]),
    ledger,
    publicFiles,
    plainFiles: site.plainFiles,
    stamps: pageKeys === undefined ? undefined : cachedStamps(pageKeys),
    read: (path) => readFileSync(join(folder, path), "utf8"),
    source,
    routeAt: ownRouteFinder(routes),
  };
}

function filesNamedBy({ card, author, authors }: Site): (readonly [key: string, path: string])[] {
  const pictures = [author, ...authors].map(({ picture = "" }) => ["picture", picture] as const);
  return [["card", card] as const, ...pictures].filter(([, path]) => path.startsWith("/"));
}

/** The published posts with their pages, newest first. */
function* searchedPosts({ folder, now }: ProvingRequest, { entries }: Expected) {
  for (const entry of entries.toSorted(newestFirst)) {
    if (entry.kind !== "post" || !isPublished(entry, now)) continue;
    const { path, title, date } = entry;
    yield { path, title, day: date?.day ?? "", page: readFileSync(join(folder, fileOf(path)), "utf8") };
  }
}

function writeHostFiles(request: ProvingRequest, site: Site, { entries, redirects, gone = [] }: Expected): void {
  const { root, folder, now } = request;
  const shown = entries.filter((entry) => isPublished(entry, now));
  const served = { ...site, pictureOrigins: pictureOrigins(shown, site), others: languageSites(site).slice(1) };
  writeAll(folder, withOwners(root, hostFiles({ redirects, gone }, served, process.env["SEOGO_MOVES"] !== "server")));
  writeAll(join(root, ".seogo/server"), serverFiles({ redirects, gone }, served));
  const map = join(folder, "sitemap-index.xml");
  if (existsSync(map)) copyFileSync(map, join(folder, "sitemap.xml"));
}

/** Where the owner keeps a file of the same name in `public/`, its lines come first: hosts take the first that fits. */
function withOwners(root: string, files: ReadonlyMap<string, string>): Map<string, string> {
  const joined = [...files].map(([path, content]) => {
    const own = textOf(join(root, "public", path));
    return [path, own === undefined ? content : `${own.trimEnd()}\n${content}`] as const;
  });
  return new Map(joined);
}

function writeAll(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, content] of files) {
    const file = join(folder, path);
    // An old address that differs from a page's by case is that page's own file on a disk that ignores case.
    if (textOf(file) === content || isOtherCase(folder, path)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
