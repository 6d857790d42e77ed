import { url } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { Page } from "#model/page.ts";
import { interfaceText } from "#text/interface.ts";
import { outputText } from "#text/outputs.ts";
import { type Link, linksOf } from "./head-links.ts";
import { type Meta, metasOf } from "./head-metas.ts";
import { safeLine } from "./safe-text.ts";
import { isIndexable } from "./sitemap.ts";
import { jsonLdText, structuredData } from "./structured-data.ts";

/** The complete head of a page as data; whoever prints it adds charset, viewport, colour scheme, style sheet and icon. */
export interface Head {
  readonly title: string;
  readonly description: string;
  /** Absolute, percent-encoded; absent where no page stands (404). */
  readonly canonical?: string;
  readonly robots: string;
  /** All further `<meta>`: Open Graph, times, verification, theme colours. */
  readonly metas: readonly Meta[];
  /** All further `<link>`: feeds, licence, author, rel=me. */
  readonly links: readonly Link[];
  /** Texts of `<script type="application/ld+json">`, already safe to print unescaped. */
  readonly jsonLd: readonly string[];
}

/** The head of any page of ours. */
export function headOf(page: Page, catalogue: Catalogue): Head {
  const description = descriptionOf(page, catalogue);
  const title = titleOf(page, catalogue);
  const base = { title, description, robots: robotsOf(page, catalogue) };
  if (page.kind === "not-found") return { ...base, metas: [], links: [], jsonLd: [] };
  return {
    ...base,
    canonical: url(catalogue.site, page.path),
    metas: metasOf(page, catalogue, description),
    links: linksOf(page, catalogue),
    jsonLd: structuredData(page, catalogue, description).map(jsonLdText),
  };
}

function titleOf(page: Page, { site }: Catalogue): string {
  const part = pagePart(page, site.language);
  const own = page.kind === "home" ? [site.title, part] : [page.title, kindOf(page, site.language), part, site.title];
  return own
    .filter((text) => text !== undefined)
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
  const text = own ?? (page.description || `${page.title} · ${site.description}`);
  return safeLine([text, pagePart(page, site.language)].filter((part) => part !== undefined).join(" · "));
}

function pagePart(page: Page, language: "ko" | "en"): string | undefined {
  return (page.number ?? 1) > 1 ? outputText(language).page(page.number ?? 1) : undefined;
}

function robotsOf(page: Page, { site }: Catalogue): string {
  const models = site.modelCrawlers === "deny" ? ["noai", "noimageai"] : [];
  return [...(isIndexable(page) ? ["max-image-preview:large"] : ["noindex", "follow"]), ...models].join(", ");
}
