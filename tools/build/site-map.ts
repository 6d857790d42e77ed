import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AstroIntegration } from "astro";
import { fileOf } from "#model/address.ts";
import { addresses } from "#model/addresses.ts";
import { mapFacts, type MapFacts, mapFiles } from "#outputs/sitemap.ts";
import { builtCatalogues } from "#reading/collected.ts";
import type { Building } from "./cached-output.ts";

/** Writes the map of the content's addresses and those of the owner's own pages. */
export function siteMap(request: Building): AstroIntegration {
  const write = () => {
    for (const [name, xml] of mapFiles(factsOf(request), request.site))
      writeFileSync(join(request.made.folder, name), xml);
  };
  return { name: "seogo:map", hooks: { "astro:build:done": write } };
}

function factsOf({ site, root, now, made }: Building): ReadonlyMap<string, MapFacts> {
  const { catalogues } = builtCatalogues(join(root, ".seogo"), { site, now });
  const known = new Set(catalogues.flatMap(addresses).map(({ path }) => path));
  const own = [...made.paths].filter((path) => !known.has(path) && isListable(join(made.folder, fileOf(path))));
  return new Map([
    ...catalogues.flatMap((catalogue) => [...mapFacts(catalogue)]),
    ...own.map((path) => [path, { images: [] }] as const),
  ]);
}

/** Whether engines may list a page. */
function isListable(file: string): boolean {
  return existsSync(file) && !/<meta name="robots" content="[^"]*noindex/iu.test(readFileSync(file, "utf8"));
}
