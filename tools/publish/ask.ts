import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodedPath, url } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import { Failure } from "#messages/failure.ts";
import { fileFor } from "#tools/prove/built-site.ts";

/** What a site answers at one address; nothing is followed. */
export interface Answer {
  readonly status: number;
  readonly headers?: Headers | undefined;
  /** Site-relative path it leads to; another site's address as it is. */
  readonly to?: string | undefined;
  readonly bytes: Uint8Array;
}

/** Asks at a site-relative, decoded path; throws a Failure where nothing answers. */
export type Ask = (path: string) => Promise<Answer>;

/** Asks the host at an address, as a stranger would. */
export function askHost(home: string): Ask {
  const ours = { "user-agent": `Seogo verify (+${home})` };
  return async (path) => {
    const asked = url({ address: home }, path);
    try {
      const answer = await fetch(asked, { redirect: "manual", headers: ours, signal: AbortSignal.timeout(30_000) });
      const { status, headers } = answer;
      const target = URL.parse(headers.get("location") ?? "", asked)?.href;
      const to = headers.has("location") ? (decodedPath(target ?? "", { address: home }) ?? target) : undefined;
      return { status, headers, to, bytes: await answer.bytes() };
    } catch (error) {
      const reason = error instanceof Error ? String((error.cause as Error | undefined)?.message ?? error.message) : "";
      throw new Failure([{ severity: "error", code: "unreachable", values: { reason }, page: path }]);
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
