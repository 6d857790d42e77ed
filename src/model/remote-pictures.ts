import { isOnDisk } from "./address.ts";
import { byCodePoint } from "./order.ts";
import type { Entry } from "./post.ts";
import type { Site } from "./site.ts";

/** Hosts that Content Security Policy 3 can name (§ 2.3.1, host-part); a URL's own may hold `;`, `_` or an IPv6 number. */
const nameable = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?$/u;

/** A picture's address on another site as pages print it: absolute, percent-encoded; undefined where it is no such address, and where no policy can name its host. */
export function remoteAddress(written: string): string | undefined {
  const address = written.trim();
  if (!/^(?:https?:)?\/\//iu.test(address) || isOnDisk(address)) return undefined;
  const url = URL.parse(address.replace(/^\/\//u, "https://"));
  return url !== null && nameable.test(url.origin) ? url.href : undefined;
}

/** What a policy must name to show a remote picture. */
export function originOf(address: string): string {
  return new URL(address).origin;
}

/** The origins of all remote pictures that entries show, covers too, each once in code point order, the site's own left out. */
export function pictureOrigins(entries: readonly Entry[], site: Pick<Site, "address">): string[] {
  const all = entries.flatMap(({ remoteOrigins = [], remoteImage }) =>
    remoteImage ? [...remoteOrigins, originOf(remoteImage.url)] : remoteOrigins,
  );
  const others = new Set(all);
  others.delete(new URL(site.address).origin);
  return [...others].sort(byCodePoint);
}
