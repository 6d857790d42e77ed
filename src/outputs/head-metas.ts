import { fixedPaths, url } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { Page, Shared } from "#model/page.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { safeLine } from "./safe-text.ts";
import { pageImage, type ShareImage, shareImage } from "./share-image.ts";
import { tag } from "./tags.ts";

/** A printer of every `<meta>` of a page besides those that all pages share, its description and robots. */
export function metaPrinter(catalogue: Pick<Shared, "site" | "paper">): (page: Page, description: string) => string {
  const { site, paper } = catalogue;
  const colours = paper ? theme("light", paper.light) + theme("dark", paper.dark) : "";
  const reserved = site.modelCrawlers === "deny" ? "1" : undefined;
  const ofSite = named("fediverse:creator", site.author.fediverse) + named("tdm-reservation", reserved);
  const proof = verification(catalogue);
  const siteName = openGraph("site_name", site.title);
  return (page, description) => {
    const entry = page.kind === "article" ? page.entry : undefined;
    return [
      colours,
      named("author", entry?.author ?? site.author.name),
      ofSite,
      page.kind === "home" && page.path === fixedPaths.home ? proof : "",
      openGraph("type", entry ? "article" : "website"),
      siteName,
      openGraph("locale", (entry?.lang ?? site.language) === "ko" ? "ko_KR" : "en_US"),
      openGraph("title", page.kind === "home" ? site.title : safeLine(page.title)),
      openGraph("description", description),
      openGraph("url", url(site, page.path)),
      imageOf(page, site),
      entry ? articleMetas(entry) : "",
    ].join("");
  };
}

function theme(scheme: "light" | "dark", content: string): string {
  const media = `(prefers-color-scheme: ${scheme})`;
  return tag("meta", { name: "theme-color", content, media });
}

function verification({ site }: Pick<Catalogue, "site">): string {
  const { naver, google, bing } = site.verification;
  const ofGoogle = named("google-site-verification", google);
  return named("naver-site-verification", naver) + ofGoogle + named("msvalidate.01", bing);
}

/** The page's picture for previews; a small card without one where the settings want none. */
function imageOf(page: Page, site: Site): string {
  const own = (page.entry && shareImage(page.entry, site)) ?? pageImage(page.term, site);
  return own ? imageMetas({ ...own, alt: own.alt || page.title }) : named("twitter:card", "summary");
}

function imageMetas(image: ShareImage & { readonly alt: string }): string {
  return [
    openGraph("image", image.url),
    openGraph("image:width", image.width?.toString()),
    openGraph("image:height", image.height?.toString()),
    openGraph("image:alt", safeLine(image.alt)),
    named("twitter:card", "summary_large_image"),
  ].join("");
}

function articleMetas({ date, updated, categories, tags }: Entry): string {
  const meta = (property: string, content: string) => tag("meta", { property: `article:${property}`, content });
  const [section] = categories;
  return [
    date ? meta("published_time", date.iso) : "",
    updated ? meta("modified_time", updated.iso) : "",
    section === undefined ? "" : meta("section", safeLine(section)),
    ...tags.map((label) => meta("tag", safeLine(label))),
  ].join("");
}

function named(name: string, content: string | undefined): string {
  return content === undefined ? "" : tag("meta", { name, content });
}

function openGraph(key: string, content: string | undefined): string {
  return content === undefined ? "" : tag("meta", { property: `og:${key}`, content });
}
