import type { Redirect } from "#tools/prove/built-site.ts";
import { href, url } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import { publishText } from "#text/publishing.ts";

/** The small page that stands at an old address on hosts without redirects; the only page of ours that refreshes. */
export function redirectPage({ to }: Redirect, site: Pick<Site, "address" | "language" | "title">): string {
  const text = publishText(site.language);
  const target = escaped(href(site, to));
  return [
    "<!doctype html>",
    `<html lang="${site.language}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(text.movedTitle(site.title))}</title>`,
    '<meta name="robots" content="noindex">',
    `<link rel="canonical" href="${escaped(url(site, to))}">`,
    `<meta http-equiv="refresh" content="0; url=${target}">`,
    "</head>",
    `<body><h1>${escaped(text.movedHeading)}</h1><p><a href="${target}">${escaped(text.movedLink)}</a></p></body>`,
    "</html>",
    "",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
}
