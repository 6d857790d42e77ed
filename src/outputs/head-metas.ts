import { fixedPaths, url } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { Page } from "#model/page.ts";
import type { Entry } from "#model/post.ts";
import { safeLine } from "./safe-text.ts";
import { shareImage } from "./share-image.ts";

/** One `<meta>`: `name` for HTML's own, `property` for Open Graph's. */
export type Meta = { readonly content: string; readonly media?: string } & (
  { readonly name: string; readonly property?: never } | { readonly property: string; readonly name?: never }
);

/** The browser's own colours around the page: `--paper` of `styles/tokens.css`. */
export const themeColours = { light: "#faf7f0", dark: "#1c1916" } as const;

/** Every meta of a page besides its description and robots. */
export function metasOf(page: Page, catalogue: Catalogue, description: string): Meta[] {
  const { site } = catalogue;
  const entry = page.kind === "article" ? page.entry : undefined;
  return [
    { name: "theme-color", content: themeColours.light, media: "(prefers-color-scheme: light)" },
    { name: "theme-color", content: themeColours.dark, media: "(prefers-color-scheme: dark)" },
    ...named({
      author: entry?.author ?? site.author.name,
      "fediverse:creator": site.author.fediverse,
      "tdm-reservation": site.modelCrawlers === "deny" ? "1" : undefined,
    }),
    ...(page.kind === "home" && page.path === fixedPaths.home ? verification(catalogue) : []),
    ...openGraph({
      type: entry ? "article" : "website",
      site_name: site.title,
      locale: (entry?.lang ?? site.language) === "ko" ? "ko_KR" : "en_US",
      title: page.kind === "home" ? site.title : safeLine(page.title),
      description,
      url: url(site, page.path),
    }),
    ...imageMetas(page.entry, catalogue),
    ...(entry ? articleMetas(entry) : []),
  ];
}

function verification({ site }: Catalogue): Meta[] {
  const { naver, google, bing } = site.verification;
  return named({ "naver-site-verification": naver, "google-site-verification": google, "msvalidate.01": bing });
}

/** The page's own picture, else the site's card, which stands in `public/` at the size that previews ask for. */
function imageMetas(entry: Entry | undefined, { site }: Catalogue): Meta[] {
  const own = entry && shareImage(entry, site);
  const card = site.card === "" ? undefined : { url: url(site, site.card), width: 1200, height: 630 };
  const image = own ?? card;
  if (image === undefined) return [{ name: "twitter:card", content: "summary" }];
  return [
    ...openGraph({
      image: image.url,
      "image:width": image.width?.toString(),
      "image:height": image.height?.toString(),
      "image:alt": safeLine(own ? own.alt || (entry?.title ?? "") : site.title),
    }),
    { name: "twitter:card", content: "summary_large_image" },
  ];
}

function articleMetas(entry: Entry): Meta[] {
  const meta = (property: string, content: string): Meta => ({ property: `article:${property}`, content });
  return [
    ...(entry.date ? [meta("published_time", entry.date.iso)] : []),
    ...(entry.updated ? [meta("modified_time", entry.updated.iso)] : []),
    ...entry.categories.slice(0, 1).map((label) => meta("section", safeLine(label))),
    ...entry.tags.map((label) => meta("tag", safeLine(label))),
  ];
}

function named(values: Readonly<Record<string, string | undefined>>): Meta[] {
  return Object.entries(values).flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }]));
}

function openGraph(values: Readonly<Record<string, string | undefined>>): Meta[] {
  return Object.entries(values).flatMap(([key, content]) =>
    content === undefined ? [] : [{ property: `og:${key}`, content }],
  );
}
