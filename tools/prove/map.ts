import { addressOf, type BuiltSite, fileFor } from "./built-site.ts";
import { errorOf, type Message } from "#messages/message.ts";
import { decodedPath, url } from "#model/address.ts";
import { readMapFile } from "#outputs/map-file.ts";
import type { GuardCode } from "#text/messages.ts";

/** Tells of one thing wrong with the map: of a file of the site or an address. */
type Tell = (code: Extract<GuardCode, `map-${string}`>, subject: string, why?: string) => void;

/** Proves that the map lists exactly the pages that engines may list; the package that writes it logs its errors and goes on. */
export function map(site: BuiltSite): Message[] {
  if (site.mapped === undefined) return [];
  const found: Message[] = [];
  const tell: Tell = (code, subject, why = "") =>
    found.push(errorOf(code, { subject, why }, { page: "/sitemap-index.xml" }));
  const counted = new Set<string>();
  const expected = new Map([...site.mapped, ...ownPages(site)].map((path) => [url(site, path), path]));
  const files = locsIn(site, "sitemap-index.xml", tell).map((loc) => loc.slice(url(site, "/").length));
  for (const address of files.flatMap((file) => locsIn(site, file, tell))) {
    if (counted.has(address)) tell("map-twice", address);
    counted.add(address);
    const path = expected.get(address);
    const own = path ?? decodedPath(address, site) ?? "";
    const isListable = site.files.get(fileFor(own))?.page?.noindex === false;
    if (!isListable || url(site, own) !== address) tell(path === undefined ? "map-unknown" : "map-no-page", address);
  }
  for (const address of expected.keys()) if (!counted.has(address)) tell("map-short", address);
  return found;
}

/** Pages that a route of the owner's makes. */
function ownPages({ files, stamps, promised }: BuiltSite): string[] {
  const known = new Set(promised);
  const made = [...files].filter(([file, { page }]) => page?.noindex === false && stamps?.has(file));
  return made.map(([file]) => addressOf(file)).filter((path) => !known.has(path));
}

/** What the map's index, or another file of it, lists within the limits of sitemaps.org. */
function locsIn({ files, read }: BuiltSite, file: string, tell: Tell): string[] {
  if (!files.has(file)) {
    tell("map-missing", file);
    return [];
  }
  const xml = read(file);
  try {
    const { kind, lines } = readMapFile(xml);
    if ((kind === "sitemapindex") !== (file === "sitemap-index.xml")) throw new Error(`<${kind}>`);
    const bytes = Buffer.byteLength(xml);
    if (bytes > 52_428_800) tell("map-too-large", file, `${bytes} > 52428800 B`);
    if (lines.length > 50_000) tell("map-too-large", file, `${lines.length} > 50000`);
    return lines.map(({ loc }) => loc);
  } catch (error) {
    tell("map-malformed", file, error instanceof Error ? error.message : String(error));
    return [];
  }
}
