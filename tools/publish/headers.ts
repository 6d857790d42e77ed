import { contentPolicy } from "#model/content-policy.ts";
import { searchForm } from "#model/search.ts";
import type { Site } from "#model/site.ts";
import { feedFormats } from "#outputs/feed-address.ts";

/** What headers go by: the site's address and search, and the origins of the other sites' pictures that it shows. */
export type Headed = Pick<Site, "address"> &
  Partial<Pick<Site, "search">> & { readonly pictureOrigins?: readonly string[] };

/** Headers of every answer of a site. */
export const everyAnswer = (site: Headed): Readonly<Record<string, string>> => ({
  "Content-Security-Policy": contentPolicy(site.pictureOrigins ?? [], searchForm({ search: false, ...site })?.origins),
  // Heeded over TLS alone; a year, and this name alone: other names below it may be other people's.
  "Strict-Transport-Security": "max-age=31536000",
  // For browsers that do not know the policy's frame-ancestors.
  "X-Frame-Options": "DENY",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
});

/** Headers for some addresses, beside those of every answer. */
export interface HeaderRule {
  /** A folder below the base (`assets/`) or, after two stars, a file name in any folder. */
  readonly below: string;
  readonly headers: { readonly "Cache-Control": string; readonly "Content-Type"?: string };
}

const hashed = "public, max-age=31536000, immutable";
const feed = "public, max-age=900";

/** What differs from asking again each time: hashed files never change; readers ask for feeds often. */
export const headerRules: readonly HeaderRule[] = [
  { below: "assets/", headers: { "Cache-Control": hashed } },
  { below: "pictures/", headers: { "Cache-Control": hashed } },
  ...Object.values(feedFormats).map(({ file, type }) => ({
    below: `**/${file}`,
    // As application/rss+xml Firefox and Safari would offer a download; readers take either.
    headers: { "Cache-Control": feed, "Content-Type": `${type.replace(/\/\w+\+xml$/u, "/xml")}; charset=utf-8` },
  })),
];
