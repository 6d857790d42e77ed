import { href, url } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import { metaPolicy } from "#model/content-policy.ts";
import type { Page } from "#model/page.ts";
import { interfaceText } from "#text/interface.ts";
import { outputText } from "#text/outputs.ts";
import { linkPrinter } from "./head-links.ts";
import { metaPrinter } from "./head-metas.ts";
import { safeLine } from "./safe-text.ts";
import { isIndexable } from "./sitemap.ts";
import { jsonLdText, structuredData } from "./structured-data.ts";
import { tag, text } from "./tags.ts";

/** A printer of everything between `<head>` and `</head>` but the style sheet, which Astro adds; for one catalogue. */
export function headPrinter(catalogue: Catalogue): (page: Page) => string {
  const links = linkPrinter(catalogue);
  const metas = metaPrinter(catalogue);
  const opening = openingOf(catalogue);
  const icons = iconsOf(catalogue);
  return (page) => {
    const description = descriptionOf(page, catalogue);
    const title = `<title>${text(titleOf(page, catalogue))}</title>`;
    const robots = tag("meta", { name: "robots", content: robotsOf(page, catalogue) });
    const about = `${opening}${title}${tag("meta", { name: "description", content: description })}`;
    if (page.kind === "not-found") return `${about}${robots}${icons}`;
    const canonical = tag("link", { rel: "canonical", href: url(catalogue.site, page.path) });
    const data = structuredData(page, catalogue, description).map(script).join("");
    return `${about}${canonical}${robots}${icons}${links(page)}${metas(page, description)}${data}`;
  };
}

function openingOf({ pictureOrigins, preview }: Catalogue): string {
  return [
    tag("meta", { charset: "utf-8" }),
    // In the dev server it would forbid what brings edits to the page.
    preview ? "" : tag("meta", { "http-equiv": "content-security-policy", content: metaPolicy(pictureOrigins) }),
    tag("meta", { name: "viewport", content: "width=device-width" }),
    tag("meta", { name: "color-scheme", content: "light dark" }),
  ].join("");
}

function iconsOf({ site }: Catalogue): string {
  const icon = tag("link", { rel: "icon", href: href(site, "/favicon.svg"), type: "image/svg+xml" });
  return icon + tag("link", { rel: "apple-touch-icon", href: href(site, "/apple-touch-icon.png") });
}

function script(data: unknown): string {
  return `<script type="application/ld+json">${jsonLdText(data)}</script>`;
}

function titleOf(page: Page, { site }: Catalogue): string {
  const part = pagePart(page, site.language);
  const own = page.kind === "home" ? [site.title, part] : [page.title, kindOf(page, site.language), part, site.title];
  return own
    .filter((words) => words !== undefined)
    .map(safeLine)
    .join(" · ");
}

/** What tells a category from a tag of the same name. */
function kindOf({ shelf }: Page, language: "ko" | "en"): string | undefined {
  const { categories, tags, series } = interfaceText(language);
  return shelf && { category: categories, tag: tags, series }[shelf.kind];
}

function descriptionOf(page: Page, { site, descriptions }: Catalogue): string {
  const own = page.entry && descriptions.get(page.entry.path);
  const about = own ?? (page.description || `${page.title} · ${site.description}`);
  return safeLine([about, pagePart(page, site.language)].filter((part) => part !== undefined).join(" · "));
}

function pagePart(page: Page, language: "ko" | "en"): string | undefined {
  return (page.number ?? 1) > 1 ? outputText(language).page(page.number ?? 1) : undefined;
}

function robotsOf(page: Page, { site }: Catalogue): string {
  const models = site.modelCrawlers === "deny" ? ["noai", "noimageai"] : [];
  return [...(isIndexable(page) ? ["max-image-preview:large"] : ["noindex", "follow"]), ...models].join(", ");
}
