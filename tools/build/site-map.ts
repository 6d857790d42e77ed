import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sitemap, { type SitemapOptions } from "@astrojs/sitemap";
import type { AstroIntegration, HookParameters } from "astro";
import { fileOf } from "#model/address.ts";
import { addresses } from "#model/addresses.ts";
import { mapFacts, type MapFacts, sitemapOptions, withAuthorsDays } from "#outputs/sitemap.ts";
import { builtCatalogues } from "#reading/collected.ts";
import type { Building } from "./cached-output.ts";

/** @astrojs/sitemap with the addresses of the content and those of the owner's own pages. */
export function siteMap(request: Building): AstroIntegration {
  let settled: HookParameters<"astro:config:done">;
  return {
    name: "@astrojs/sitemap",
    hooks: {
      "astro:config:done": (options) => {
        settled = options;
      },
      "astro:build:done": async (ended) => {
        const folder = fileURLToPath(ended.dir);
        const facts = factsOf(request, folder, ended.pages);
        await writeMap(sitemapOptions(request.site, facts), settled, ended);
        for (const name of readdirSync(folder).filter((one) => /^sitemap-\d+\.xml$/u.test(one))) {
          const map = readFileSync(join(folder, name), "utf8");
          writeFileSync(join(folder, name), withAuthorsDays(map, facts, request.site));
        }
      },
    },
  };
}

/** Has the package write the map. Of Astro's pages and routes it is told none: in an incremental build those are only what changed. */
export async function writeMap(options: SitemapOptions, settled: HookParameters<"astro:config:done">, ended: Ended) {
  const { hooks } = sitemap(options);
  await hooks["astro:config:done"]?.(settled);
  await hooks["astro:routes:resolved"]?.({ routes: [], logger: ended.logger });
  await hooks["astro:build:done"]?.({ ...ended, pages: [] });
}

type Ended = HookParameters<"astro:build:done">;

function factsOf({ site, root, now }: Building, folder: string, pages: Ended["pages"]): ReadonlyMap<string, MapFacts> {
  const { catalogues } = builtCatalogues(join(root, ".seogo"), { site, now });
  const known = new Set(catalogues.flatMap(addresses).map(({ path }) => path));
  const isListable = (file: string) =>
    existsSync(file) && !/<meta name="robots" content="[^"]*noindex/iu.test(readFileSync(file, "utf8"));
  const own = pages
    .map(({ pathname }) => `/${decodeURI(pathname)}`)
    .filter((path) => !known.has(path) && isListable(join(folder, fileOf(path))));
  return new Map([
    ...catalogues.flatMap((catalogue) => [...mapFacts(catalogue)]),
    ...own.map((path) => [path, { images: [] }] as const),
  ]);
}
