import { contentPolicy } from "#model/content-policy.ts";
import { feedFormats } from "#outputs/feed-address.ts";

/** Headers of every answer of a site that shows pictures of these origins. */
export const everyAnswer = (pictureOrigins: readonly string[] = []): Readonly<Record<string, string>> => ({
  "Content-Security-Policy": contentPolicy(pictureOrigins),
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
    headers: { "Cache-Control": feed, "Content-Type": `${type}; charset=utf-8` },
  })),
];
