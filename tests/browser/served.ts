import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { fileOf } from "#model/address.ts";

/** Where the pages of a served site stand; no request leaves the machine. */
export const origin = "https://seogo.example";

/** How a built site is served: its addresses stand below `base`, and each answer has these headers. */
interface Serving {
  readonly base?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers every request of a context from the folder of a built site, with the 404 page for what is not there. */
export async function serve(context: BrowserContext, dist: string, serving: Serving = {}): Promise<void> {
  const { base = "", headers = {} } = serving;
  await context.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    const path = join(dist, fileOf(decodeURIComponent(url.pathname).slice(base.length)));
    if (url.origin !== origin) await route.abort();
    else if (existsSync(path)) await route.fulfill({ path, headers });
    else await route.fulfill({ path: join(dist, "404.html"), status: 404, headers });
  });
}

/** The paths of all pages of a built site, redirects left out: `/`, `/tags/`, `/posts/첫눈/`. */
export function allPaths(dist: string): string[] {
  return globSync("**/index.html", { cwd: dist })
    .filter((file) => !readFileSync(join(dist, file), "utf8").includes('http-equiv="refresh"'))
    .map((file) => `/${file.slice(0, -"index.html".length)}`)
    .sort();
}

/** Of all paths, one page of each template and every post: `/`, `/tags/`, `/tags/핀테크/`, `/posts/첫눈/`. */
export function pathsToLookAt(all: readonly string[]): string[] {
  const kinds = new Set<string>();
  return all.filter((path) => {
    const kind = path.startsWith("/posts/") ? path : path.replace(/[^/]+\/$/u, path.split("/").length > 3 ? "*" : "$&");
    return !kinds.has(kind) && kinds.add(kind);
  });
}

/** Path of the longest article of a built site whose page holds `text`; throws where none does. */
export function longestWith(dist: string, text: string): string {
  const pages = globSync("posts/**/index.html", { cwd: dist }).map((file) => ({
    path: `/${file.slice(0, -"index.html".length)}`,
    html: readFileSync(join(dist, file), "utf8"),
  }));
  const [longest] = pages.filter(({ html }) => html.includes(text)).sort((a, b) => b.html.length - a.html.length);
  if (!longest) throw new Error(`No article of ${dist} has ${text}`);
  return longest.path;
}
