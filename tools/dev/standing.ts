import { join } from "node:path";
import { decodedPath, url } from "#model/address.ts";
import { cataloguesOf } from "#model/catalogues.ts";
import { onceEach } from "#model/once.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { handedEntries } from "#reading/last-reading.ts";
import { type BuiltFile, fileFor } from "#tools/prove/built-site.ts";
import { standingIn } from "#tools/publish/lists.ts";
import type { Server } from "./tell-pages.ts";

/** A file of which no more is known than that it is there. */
export const there: BuiltFile = { bytes: 0, signs: [] };

/** What stands in the site at `root` as the dev server shows it, with all that is hidden from readers; the same until the content is read again. */
export function standingShown(root: string, site: Site) {
  const of = onceEach((read: readonly Entry[]) => {
    const entries = read.map(({ expires: _, ...entry }): Entry => ({ ...entry, draft: false }));
    const now = Number.POSITIVE_INFINITY;
    const { pages, redirects } = standingIn(root, entries, cataloguesOf(entries, { site, now }));
    return { entries, now, redirects, files: new Map(pages.map(({ path }) => [fileFor(path), there])) };
  });
  const none: readonly Entry[] = [];
  return () => of(handedEntries(join(root, ".seogo")) ?? none);
}

/** What stands in the site now. */
export type Standing = ReturnType<typeof standingShown>;

/** Where nothing answers, leads an old address where the site does, and one without its slash to the one with it. */
export function leadOn({ httpServer }: Server, site: Site, standing: Standing): void {
  const leadsTo = (path: string) => {
    const folder = path.replace(/(?:\.html|\/index\.html|(?<=\/[^/.]+))$/u, "/");
    const found = standing().redirects.find(({ from }) => from === path || from === folder);
    return found?.to ?? (folder.endsWith(".html") || folder === path ? undefined : folder);
  };
  // Astro answers what lacks its slash before any middleware of an integration's.
  httpServer?.prependListener("request", ({ url: asked = "" }, response) => {
    const begin = response.writeHead.bind(response) as (...args: unknown[]) => typeof response;
    response.writeHead = (...args: unknown[]) => {
      const path = args[0] === 404 ? decodedPath(asked, site) : undefined;
      const to = path && leadsTo(path);
      if (!to) return begin(...args);
      response.statusMessage = "";
      return begin(302, { location: new URL(url(site, to)).pathname });
    };
  });
}
