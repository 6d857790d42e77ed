import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sitemap from "@astrojs/sitemap";
import type { AstroIntegration, HookParameters } from "astro";
import { fileOf } from "#model/address.ts";
import { addresses } from "#model/addresses.ts";
import { once } from "#model/once.ts";
import { mapFacts, type MapFacts, sitemapOptions, withAuthorsDays } from "#outputs/sitemap.ts";
import { builtCatalogues } from "#reading/collected.ts";
import type { Building } from "./cached-output.ts";

/** @astrojs/sitemap with the addresses of the content and those of the owner's own pages. */
export function siteMap(request: Building): AstroIntegration {
  let facts: () => ReadonlyMap<string, MapFacts> = () => new Map();
  const made = sitemap(sitemapOptions(request.site, () => facts()));
  const written = made.hooks["astro:build:done"];
  const done: typeof written = async (options) => {
    const folder = fileURLToPath(options.dir);
    facts = once(() => factsOf(request, folder, options.pages));
    // All addresses are among the facts, in the order in which the package sorts them fastest.
    await written?.({ ...options, pages: [] });
    for (const name of readdirSync(folder).filter((one) => /^sitemap-\d+\.xml$/u.test(one))) {
      const map = readFileSync(join(folder, name), "utf8");
      writeFileSync(join(folder, name), withAuthorsDays(map, facts(), request.site));
    }
  };
  return { ...made, hooks: { ...made.hooks, "astro:build:done": done } };
}

type Ended = HookParameters<"astro:build:done">;

function factsOf({ site, root, now }: Building, folder: string, pages: Ended["pages"]): ReadonlyMap<string, MapFacts> {
  const { catalogues } = builtCatalogues(join(root, ".seogo"), { site, now });
  const known = new Set(catalogues.flatMap(addresses).map(({ path }) => path));
  const own = pages
    .map(({ pathname }) => `/${decodeURI(pathname)}`)
    .filter((path) => !known.has(path) && isListable(join(folder, fileOf(path))));
  return new Map([
    ...catalogues.flatMap((catalogue) => [...mapFacts(catalogue)]),
    ...own.map((path) => [path, { images: [] }] as const),
  ]);
}

/** Whether engines may list a page. */
function isListable(file: string): boolean {
  return existsSync(file) && !/<meta name="robots" content="[^"]*noindex/iu.test(readFileSync(file, "utf8"));
}
