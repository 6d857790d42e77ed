import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { report } from "#messages/report.ts";
import { ownRouteFinder } from "#model/reserved.ts";
import type { Site } from "#model/site.ts";
import { handedEntries } from "#reading/last-reading.ts";
import { routeFiles } from "#reading/walk.ts";
import { builtSite, fileFor } from "#tools/prove/built-site.ts";
import { noScript } from "#tools/prove/no-script.ts";
import { expectedFiles } from "#tools/prove/promised.ts";
import { names } from "#tools/prove/names.ts";
import { builtFile } from "#tools/prove/read-site.ts";
import { messageLanguage } from "#text/language.ts";

/**
 * The report of what a build would refuse in a page that the dev server shows, at its path below the site's base: empty
 * where that is nothing, undefined where the page breaks off, for which its error is told.
 */
export function reportOfPage(html: string, path: string, { site, root }: { site: Site; root: string }) {
  const file = builtFile(fileFor(path), Buffer.from(asBuilt(html)));
  if (html.endsWith('<script type="module" src="/@vite/client"></script>')) return undefined;
  const read = (name: string) => (existsSync(name) ? readFileSync(name, "utf8") : undefined);
  const shown = builtSite(new Map([[fileFor(path), file]]), {
    address: site.address,
    entries: handedEntries(join(root, ".seogo")) ?? [],
    now: Number.POSITIVE_INFINITY,
    redirects: [],
    ledger: [],
    publicFiles: [],
    read: () => html,
    source: (name) => read(join(root, name)),
    routeAt: ownRouteFinder(routeFiles(root)),
  });
  // What a page must have beside, those of ours always have.
  const lacks = shown.routeAt?.(path) === undefined ? [] : [...expectedFiles(shown), ...names(shown)];
  return report([...noScript(shown), ...lacks], "error", messageLanguage());
}

/** The page without what Vite and Astro add for their own work, and with Astro's scripts under no address, as small ones are built. */
function asBuilt(html: string): string {
  return html
    .replace(
      /<style[^>]* data-vite-dev-id=[\s\S]*?<\/style>|<script>window\.__astro_dev_toolbar__[\s\S]*?<\/script>/gu,
      "",
    )
    .replace(/(<script type="module") src="([^"]*)"><\/script>/gu, (all, start: string, address: string) => {
      if (/[?&]type=script/u.test(address)) return `${start}></script>`;
      return /\/@vite\/client$|\/dev-toolbar\/|[.](?:css|s[ac]ss|less|styl|p(?:ost)?css)(?:$|\?)|[?&]type=style/u.test(
        address,
      )
        ? ""
        : all;
    });
}
