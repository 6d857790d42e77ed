import { addressOf, type BuiltSite, fileFor } from "./built-site.ts";
import type { Message } from "#messages/message.ts";
import { decodedPath, url } from "#model/address.ts";
import { readMapFile } from "#outputs/map-file.ts";

/** Proves that the map lists exactly the pages that engines may list; the package that writes it logs its errors and goes on. */
export function map(site: BuiltSite): Message[] {
  if (site.mapped === undefined) return [];
  const read = (file: string) => (site.files.has(file) ? site.read(file) : undefined);
  const paths = site.mapped.union(new Set(ownPages(site)));
  const isListable = (path: string) => site.files.get(fileFor(path))?.page?.noindex === false;
  return mapFaults({ address: site.address, paths, isListable, read }).map(({ code, ...values }) => ({
    severity: "error",
    code: `map-${code}`,
    values,
    page: "/sitemap-index.xml",
  }));
}

/** Pages that a route of the owner's makes. */
function ownPages({ files, stamps, promised }: BuiltSite): string[] {
  const known = new Set(promised);
  const made = [...files].filter(([file, { page }]) => page?.noindex === false && stamps?.has(file));
  return made.map(([file]) => addressOf(file)).filter((path) => !known.has(path));
}

/** One thing wrong with the map; `map-` and the code is its message, the subject a file of the site or an address. */
export interface MapFault {
  readonly code: "missing" | "malformed" | "too-large" | "short" | "unknown" | "twice" | "no-page";
  readonly subject: string;
  readonly why: string;
}

/** The built site as the proof sees it. */
interface BuiltMap {
  /** Of the site, with its base. */
  readonly address: string;
  /** Site-relative paths that the map must list. */
  readonly paths: ReadonlySet<string>;
  /** Whether there is a page at a path that the map may list. */
  readonly isListable: (path: string) => boolean;
  /** A file of the site by its path, undefined where there is none. */
  readonly read: (file: string) => string | undefined;
}

/** All that is wrong with the map; empty where it lists the given paths and no page but those that may be listed. */
export function mapFaults(map: BuiltMap): MapFault[] {
  const faults: MapFault[] = [];
  const tell = (code: MapFault["code"], subject: string, why = "") => faults.push({ code, subject, why });
  const locsOf = (file: string, kind: "urlset" | "sitemapindex") =>
    locsIn(map.read(file), kind, (code, why) => tell(code, file, why));
  const counted = new Set<string>();
  const expected = new Map([...map.paths].map((path) => [url(map, path), path]));
  const files = locsOf("sitemap-index.xml", "sitemapindex").map((loc) => loc.slice(url(map, "/").length));
  for (const address of files.flatMap((file) => locsOf(file, "urlset"))) {
    if (counted.has(address)) tell("twice", address);
    counted.add(address);
    const path = expected.get(address);
    const own = path ?? decodedPath(address, map) ?? "";
    if (!map.isListable(own) || url(map, own) !== address) tell(path === undefined ? "unknown" : "no-page", address);
  }
  for (const address of expected.keys()) if (!counted.has(address)) tell("short", address);
  return faults;
}

/** What a file of the map lists, within the limits of sitemaps.org. */
function locsIn(xml: string | undefined, kind: string, tell: (code: MapFault["code"], why?: string) => void): string[] {
  if (xml === undefined) {
    tell("missing");
    return [];
  }
  try {
    const read = readMapFile(xml);
    if (read.kind !== kind) throw new Error(`<${read.kind}>`);
    const bytes = Buffer.byteLength(xml);
    if (bytes > 52_428_800) tell("too-large", `${bytes} > 52428800 B`);
    if (read.lines.length > 50_000) tell("too-large", `${read.lines.length} > 50000`);
    return read.lines.map(({ loc }) => loc);
  } catch (error) {
    tell("malformed", error instanceof Error ? error.message : String(error));
    return [];
  }
}
