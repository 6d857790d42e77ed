import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sitemap from "@astrojs/sitemap";
import type { AstroIntegration } from "astro";
import type { Site } from "#model/site.ts";
import { mapFacts, type MapFacts, sitemapOptions } from "#outputs/sitemap.ts";
import { mapText } from "#text/map.ts";
import { messageLanguage } from "#text/problems.ts";
import { type MapFault, mapFaults } from "#tools/prove/map-faults.ts";
import type { StoredSite } from "#tools/prove/stored-site.ts";

/** What the map's integrations are told by `astro.config.mjs`. */
export interface MapRequest {
  readonly site: Site;
  readonly stored: StoredSite;
}

const shown = 20;

/** @astrojs/sitemap with our addresses, then the proof of what it wrote; the last gives `/sitemap.xml` too. */
export function provenSitemap({ site, stored }: MapRequest): AstroIntegration[] {
  let known: ReadonlyMap<string, MapFacts> | undefined;
  const facts = () => {
    known ??= mapFacts(stored.catalogue());
    return known;
  };
  return [sitemap(sitemapOptions(site, facts)), proof(site, facts)];
}

/** The package logs its errors and lets the build pass, so that this is the only place where a broken map is noticed. */
function proof(site: Site, facts: () => ReadonlyMap<string, MapFacts>): AstroIntegration {
  return {
    name: "seogo:sitemap-proof",
    hooks: {
      "astro:build:done": ({ dir }) => {
        const folder = fileURLToPath(dir);
        const exists = (file: string) => existsSync(join(folder, file));
        const read = (file: string) => (exists(file) ? readFileSync(join(folder, file), "utf8") : undefined);
        const faults = mapFaults({ site, paths: new Set(facts().keys()), read, exists });
        if (faults.length > 0) throw new Error(report(faults));
        copyFileSync(join(folder, "sitemap-index.xml"), join(folder, "sitemap.xml"));
      },
    },
  };
}

function report(faults: readonly MapFault[]): string {
  const text = mapText(messageLanguage());
  const lines = faults.slice(0, shown).map(({ code, subject, why }) => `✗ ${text[code](subject, why ?? "")}`);
  const rest = faults.length > shown ? [text.more(faults.length - shown)] : [];
  return [text.failed, ...lines, ...rest].join("\n");
}
