import { url } from "#model/address.ts";
import { byCodePoint } from "#model/order.ts";
import type { Site } from "#model/site.ts";
import type { MapLine } from "./map-file.ts";

const maxAddresses = 10_000;

/** The site-relative path of the file that proves the key is the owner's; its text is the key. */
export function keyPath(key: string): string {
  return `/${key}.txt`;
}

/** Addresses that are new, gone, or dated differently, in code point order; what stayed the same is left out. */
export function changedAddresses(before: readonly MapLine[], after: readonly MapLine[]): string[] {
  const dates = new Map(before.map(({ loc, lastmod }) => [loc, lastmod]));
  const now = new Set(after.map(({ loc }) => loc));
  const changed = after.filter(({ loc, lastmod }) => !dates.has(loc) || dates.get(loc) !== lastmod);
  const gone = before.filter(({ loc }) => !now.has(loc));
  return [...new Set([...changed, ...gone].map(({ loc }) => loc))].sort(byCodePoint);
}

/** The body of one IndexNow request (indexnow.org/documentation). */
export type IndexNowNotice = ReturnType<typeof notices>[number];

/** The requests that tell of some addresses, at most 10,000 in each; addresses of other hosts are left out. */
export function notices(site: Site, key: string, addresses: readonly string[]) {
  const home = url(site, "/");
  const own = addresses.filter((address) => address.startsWith(home));
  return Array.from({ length: Math.ceil(own.length / maxAddresses) }, (_, index) => ({
    host: new URL(home).host,
    key,
    keyLocation: url(site, keyPath(key)),
    urlList: own.slice(index * maxAddresses, (index + 1) * maxAddresses),
  }));
}
