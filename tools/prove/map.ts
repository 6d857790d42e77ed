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
  return mapFaults({ address: site.address, paths, isListable, read }).map(({ code, subject, why = "" }) => ({
    severity: "error",
    code: `map-${code}`,
    values: { subject, why },
    page: "/sitemap-index.xml",
  }));
}

/** Pages that a route of the owner's makes. */
function ownPages({ files, stamps, promised }: BuiltSite): string[] {
  const known = new Set(promised);
  const made = [...files].filter(([file, { page }]) => page?.noindex === false && stamps?.has(file));
  return made.map(([file]) => addressOf(file)).filter((path) => !known.has(path));
}

/** One thing wrong with the map; `map-` and the code is its message. */
export interface MapFault {
  readonly code: "missing" | "malformed" | "too-large" | "short" | "unknown" | "twice" | "no-page";
  /** A file of the site, or an address. */
  readonly subject: string;
  readonly why?: string;
}

/** The built site as the proof sees it. */
export interface BuiltMap {
  /** Of the site, with its base. */
  readonly address: string;
  /** Site-relative paths that the map must list. */
  readonly paths: ReadonlySet<string>;
  /** Whether there is a page at a path that the map may list. */
  readonly isListable: (path: string) => boolean;
  /** A file of the site by its path, undefined where there is none. */
  readonly read: (file: string) => string | undefined;
}

/** Limits of sitemaps.org: addresses and bytes of one file. */
const limits = { addresses: 50_000, bytes: 52_428_800 };

/** All that is wrong with the map; empty where it lists the given paths and no page but those that may be listed. */
export function mapFaults(map: BuiltMap): MapFault[] {
  const faults: MapFault[] = [];
  const listed = locsOf("sitemap-index.xml", "sitemapindex", { map, faults })
    .map((loc) => loc.slice(url(map, "/").length))
    .flatMap((file) => locsOf(file, "urlset", { map, faults }));
  const counted = new Set<string>();
  const expected = new Map([...map.paths].map((path) => [url(map, path), path]));
  for (const address of listed) {
    if (counted.has(address)) faults.push({ code: "twice", subject: address });
    counted.add(address);
    const path = expected.get(address);
    const own = path ?? decodedPath(address, map) ?? "";
    if (map.isListable(own) && url(map, own) === address) continue;
    faults.push({ code: path === undefined ? "unknown" : "no-page", subject: address });
  }
  for (const address of expected.keys()) if (!counted.has(address)) faults.push({ code: "short", subject: address });
  return faults;
}

function locsOf(
  file: string,
  kind: "urlset" | "sitemapindex",
  { map, faults }: { readonly map: BuiltMap; readonly faults: MapFault[] },
): string[] {
  const xml = map.read(file);
  if (xml === undefined) {
    faults.push({ code: "missing", subject: file });
    return [];
  }
  try {
    const read = readMapFile(xml);
    if (read.kind !== kind) throw new Error(`<${read.kind}>`);
    const bytes = Buffer.byteLength(xml);
    if (bytes > limits.bytes) faults.push({ code: "too-large", subject: file, why: `${bytes} > ${limits.bytes} B` });
    if (read.lines.length > limits.addresses)
      faults.push({ code: "too-large", subject: file, why: `${read.lines.length} > ${limits.addresses}` });
    return read.lines.map(({ loc }) => loc);
  } catch (error) {
    faults.push({ code: "malformed", subject: file, why: error instanceof Error ? error.message : String(error) });
    return [];
  }
}
