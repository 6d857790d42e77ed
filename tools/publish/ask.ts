import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodedPath, url } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import { Failure } from "#messages/failure.ts";
import { errorOf } from "#messages/message.ts";
import { type MapLine, readMapFile } from "#outputs/map-file.ts";
import { fileFor } from "#tools/prove/built-site.ts";

export interface Answer {
  readonly status: number;
  readonly headers?: Headers | undefined;
  /** Site-relative path it leads to; another site's address as it is. */
  readonly to?: string | undefined;
  readonly bytes: Uint8Array;
}

/** Asks at a site-relative, decoded path; throws a Failure where nothing answers. */
export type Ask = (path: string) => Promise<Answer>;

const unreachable = (reason: string, page: string) => new Failure([errorOf("unreachable", { reason }, { page })]);

/** Asks the host at an address, as a stranger would. */
export function askHost(home: string, redirect: "manual" | "follow" = "manual"): Ask {
  const headers = { "user-agent": `Seogo (+${home})` };
  return async (path) => {
    const asked = url({ address: home }, path);
    try {
      const answer = await fetch(asked, { redirect, headers, signal: AbortSignal.timeout(30_000) });
      const location = answer.headers.get("location");
      const target = location === null ? undefined : URL.parse(location, asked)?.href;
      const to = target && (decodedPath(target, { address: home }) ?? target);
      return { status: answer.status, headers: answer.headers, to, bytes: await answer.bytes() };
    } catch (error) {
      const reason = error instanceof Error ? String((error.cause as Error | undefined)?.message ?? error.message) : "";
      throw unreachable(reason, path);
    }
  };
}

/** Answers as hosts that read `_redirects` would from a built folder; headers are the host's. */
export function askFolder(folder: string, site: Site): Ask {
  const written = existsSync(join(folder, "_redirects")) ? readFileSync(join(folder, "_redirects"), "utf8") : "";
  const path = (address = "") => decodedPath(address, site);
  const redirects = new Map(
    [...written.matchAll(/^(\S+) (\S+) 301$/gmu)].map(([, from, to]) => [path(from), path(to)]),
  );
  return async (asked) => {
    const file = join(folder, fileFor(asked));
    if (lstatSync(file, { throwIfNoEntry: false })?.isFile()) return { status: 200, bytes: readFileSync(file) };
    const to = redirects.get(asked);
    return { status: to === undefined ? 404 : 301, to, bytes: new Uint8Array() };
  };
}

/** Every line of a site's map; undefined where it has none yet; throws a Failure where the host does not say so. */
export async function mapLines(ask: Ask, site: Pick<Site, "address">): Promise<MapLine[] | undefined> {
  const linesAt = async (path: string) => {
    const { status, bytes } = await ask(path);
    if (status === 404 || status === 410) return undefined;
    if (status !== 200) throw unreachable(String(status), path);
    return readMapFile(Buffer.from(bytes).toString()).lines;
  };
  const lines: MapLine[] = [];
  const index = await linesAt("/sitemap-index.xml");
  for (const { loc } of index ?? []) {
    const path = `/${loc.slice(url(site, "/").length)}`;
    const part = await linesAt(path);
    if (part === undefined) throw unreachable("404", path);
    lines.push(...part);
  }
  return index && lines;
}
