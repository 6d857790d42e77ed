import { url } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import type { MapLine } from "./map-file.ts";

/** The body of one IndexNow request (indexnow.org/documentation). */
export interface IndexNowNotice {
  readonly host: string;
  readonly key: string;
  readonly keyLocation: string;
  readonly urlList: readonly string[];
}

const maxAddresses = 10_000;

/** The site-relative path of the file that proves the key is the owner's; its text is the key. */
export function keyPath(key: string): string {
  return `/${key}.txt`;
}

/** Addresses that are new, gone, or dated differently, in code point order; what stayed the same is left out. */
export function changedAddresses(before: readonly MapLine[], after: readonly MapLine[]): string[] {
  const dates = new Map(before.map(({ loc, lastmod }) => [loc, lastmod]));
  const now = new Set(after.map(({ loc }) => loc));
  const changed = after
    .filter(({ loc, lastmod }) => !dates.has(loc) || dates.get(loc) !== lastmod)
    .map(({ loc }) => loc);
  const gone = [...dates.keys()].filter((loc) => !now.has(loc));
  return [...new Set([...changed, ...gone])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The requests that tell of some addresses, at most 10,000 in each; addresses of other hosts are left out. */
export function notices(site: Site, key: string, addresses: readonly string[]): IndexNowNotice[] {
  const home = url(site, "/");
  const own = addresses.filter((address) => address.startsWith(home));
  return Array.from({ length: Math.ceil(own.length / maxAddresses) }, (_, index) => ({
    host: new URL(home).host,
    key,
    keyLocation: url(site, keyPath(key)),
    urlList: own.slice(index * maxAddresses, (index + 1) * maxAddresses),
  }));
}
