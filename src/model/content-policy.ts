/** What pages may load: our own styles, pictures, fonts and media; no script, frame, form or file of another site. */
const policy = {
  "default-src": "'none'",
  "style-src": "'self'",
  "img-src": "'self'",
  "font-src": "'self'",
  "media-src": "'self'",
  "manifest-src": "'self'",
  // No script can connect; auditing tools read robots.txt as the page would.
  "connect-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "'none'",
} as const;

/** Directives that browsers heed in a header alone (Content Security Policy 3, § 3.3). */
const headerOnly = new Set<string>(["frame-ancestors"]);

/** The value of the Content-Security-Policy header. */
export const contentPolicy = policyText(() => true);

/** The same policy for `<meta http-equiv="content-security-policy">`, for hosts that set no headers. */
export const metaPolicy = policyText((name) => !headerOnly.has(name));

function policyText(isKept: (name: string) => boolean): string {
  return Object.entries(policy)
    .filter(([name]) => isKept(name))
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
