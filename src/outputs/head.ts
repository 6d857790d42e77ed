import { url } from "#model/address.ts";
import { metaPolicy } from "#model/content-policy.ts";
import type { Page, Shared } from "#model/page.ts";
import { searchForm } from "#model/search.ts";
import { termKinds } from "#text/interface.ts";
import { outputText } from "#text/outputs.ts";
import { linkPrinter } from "./head-links.ts";
import { metaPrinter } from "./head-metas.ts";
import { safeLine } from "./safe-text.ts";
import { isIndexable } from "./sitemap.ts";
import { jsonLdText, structuredData } from "./structured-data.ts";

/** What a page's `<head>` says beside the style sheet, which Astro adds. */
export interface Head {
  /** Absent in the dev server, where it would forbid what brings edits to the page. */
  readonly policy?: string | undefined;
  readonly title: string;
  readonly description: string;
  /** Absolute; absent for a page without an address of its own. */
  readonly canonical?: string;
  readonly robots: string;
  /** All further `<link>`, `<meta>` and JSON-LD, printed. */
  readonly more: string;
}

/** Makes the heads of pages, of nothing but the page and what all share, which is made once. */
export function headMaker(shared: Shared): (page: Page) => Head {
  const { site, preview, pictureOrigins } = shared;
  const links = linkPrinter(shared);
  const metas = metaPrinter(shared);
  const policy = preview ? undefined : metaPolicy(pictureOrigins, searchForm(site)?.origins);
  return (page) => {
    const description = descriptionOf(page, shared);
    const head = { policy, title: titleOf(page, shared), description, robots: robotsOf(page, shared) };
    if (page.kind === "not-found") return { ...head, more: "" };
    const data = structuredData(page, shared, description).map(script).join("");
    return { ...head, canonical: url(site, page.path), more: `${links(page)}${metas(page, description)}${data}` };
  };
}

function script(data: unknown): string {
  return `<script type="application/ld+json">${jsonLdText(data)}</script>`;
}

function titleOf(page: Page, { site }: Shared): string {
  const part = pagePart(page, site.language);
  const own = page.kind === "home" ? [site.title, part] : [page.title, kindOf(page, site), part, site.title];
  return own
    .filter((words) => words !== undefined)
    .map(safeLine)
    .join(" · ");
}

/** What tells a category from a tag of the same name. */
function kindOf({ term }: Page, site: Shared["site"]): string | undefined {
  return term && termKinds(site)[term.kind];
}

function descriptionOf(page: Page, { site }: Shared): string {
  const about = page.about ?? (page.description || `${page.title} · ${site.description}`);
  return safeLine([about, pagePart(page, site.language)].filter((part) => part !== undefined).join(" · "));
}

function pagePart(page: Page, language: "ko" | "en"): string | undefined {
  return (page.number ?? 1) > 1 ? outputText(language).page(page.number ?? 1) : undefined;
}

function robotsOf(page: Page, { site }: Shared): string {
  const models = site.modelCrawlers === "deny" ? ["noai", "noimageai"] : [];
  return [...(isIndexable(page) ? ["max-image-preview:large"] : ["noindex", "follow"]), ...models].join(", ");
}
