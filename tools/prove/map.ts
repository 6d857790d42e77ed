import { addressOf, type BuiltSite, fileFor } from "./built-site.ts";
import type { Message } from "#messages/message.ts";
import { mapFaults } from "./map-faults.ts";

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
