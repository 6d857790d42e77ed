import { url } from "#model/address.ts";
import { metaPolicy } from "#model/content-policy.ts";
import type { Page, Shared } from "#model/page.ts";
import { searchForm } from "#model/search.ts";
import { termKinds } from "#text/interface.ts";
import { outputText } from "#text/outputs.ts";
import { headTags } from "./head-tags.ts";
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

/** What every layout is given. */
export interface PageProps {
  readonly page: Page;
  readonly head: Head;
  readonly shared: Shared;
}

/** Makes the heads of pages, of nothing but the page and what all share. */
export function headMaker(shared: Shared): (page: Page) => Head {
  const { site, preview, pictureOrigins } = shared;
  const policy = preview ? undefined : metaPolicy(pictureOrigins, searchForm(site)?.origins);
  const models = site.modelCrawlers === "deny" ? ["noai", "noimageai"] : [];
  return (page) => {
    const { kind, number = 1, term, about } = page;
    const part = number > 1 ? outputText(site.language).page(number) : undefined;
    // What tells a category from a tag of the same name.
    const listed = term && termKinds(site)[term.kind];
    const description = joined([about ?? (page.description || `${page.title} · ${site.description}`), part]);
    const head = {
      policy,
      title: joined(kind === "home" ? [site.title, part] : [page.title, listed, part, site.title]),
      description,
      robots: [...(isIndexable(page) ? ["max-image-preview:large"] : ["noindex", "follow"]), ...models].join(", "),
    };
    if (kind === "not-found") return { ...head, more: "" };
    const data = structuredData(page, site, description).map(
      (one) => `<script type="application/ld+json">${jsonLdText(one)}</script>`,
    );
    return { ...head, canonical: url(site, page.path), more: headTags(page, shared, description) + data.join("") };
  };
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map(safeLine)
    .join(" · ");
}
