/** What pages may load: our own styles, pictures, fonts and media; no script, frame or file of another site. */
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

/** Hosts take header lines of some two thousand characters; a policy that names more sites names their schemes. */
const most = { origins: 40, characters: 1200 } as const;

/** The value of the Content-Security-Policy header of a site that shows pictures of `origins`, as `pictureOrigins` gives them, and whose search form goes to `forms`. */
export function contentPolicy(origins: readonly string[], forms: readonly string[] = []): string {
  const shown = [policy["img-src"], ...pictureSources(origins)].join(" ");
  const asked = forms.length > 0 ? forms.join(" ") : policy["form-action"];
  return Object.entries({ ...policy, "img-src": shown, "form-action": asked })
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

/** The same policy for `<meta http-equiv="content-security-policy">`, for hosts that set no headers: without what browsers heed in a header alone (Content Security Policy 3, § 3.3). */
export function metaPolicy(origins: readonly string[], forms?: readonly string[]): string {
  return contentPolicy(origins, forms).replace(/frame-ancestors [^;]*; /u, "");
}

/** What the policy names for pictures beside `'self'`: the origins, or `https:` where they are too many. */
export function pictureSources(origins: readonly string[]): readonly string[] {
  const named = origins.flatMap(withUpgrade);
  if (named.length <= most.origins && named.join(" ").length <= most.characters) return named;
  return [...new Set(origins.map((origin) => origin.replace(/:.*$/u, ":")))];
}

/** A secure page asks `http:` pictures over `https:`; Chromium takes `http://host` for both, `http://host:8080` for itself. */
function withUpgrade(origin: string): string[] {
  return /^http:.*:\d+$/u.test(origin) ? [origin, origin.replace("http:", "https:")] : [origin];
}
