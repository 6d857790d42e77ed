import { feedFormats } from "#outputs/feed-address.ts";

/** What pages may load: our own styles, pictures, fonts and media; no script, frame, form or address of another site. */
const policy = {
  "default-src": "'none'",
  "style-src": "'self'",
  "img-src": "'self'",
  "font-src": "'self'",
  "media-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "'none'",
} as const;

/** Directives that browsers heed only in a header (CSP3 §3.3). */
const headerOnly = new Set<string>(["frame-ancestors"]);

/** The value of the Content-Security-Policy header. */
export const contentPolicy = policyText(() => true);

/** The same policy for `<meta http-equiv="content-security-policy">`, for hosts that set no headers. */
export const metaPolicy = policyText((name) => !headerOnly.has(name));

/** Headers of every answer. */
export const everyAnswer: Readonly<Record<string, string>> = {
  "Content-Security-Policy": contentPolicy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};

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

function policyText(isKept: (name: string) => boolean): string {
  return Object.entries(policy)
    .filter(([name]) => isKept(name))
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
