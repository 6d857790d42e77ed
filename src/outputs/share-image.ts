import { url } from "#model/address.ts";
import { type Card, cardPath, cardSize, cardsOf, entryCard, listCard } from "#model/card.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { CountedTerm } from "#model/page.ts";
import type { Entry, Picture } from "#model/post.ts";
import type { Site } from "#model/site.ts";

/** A picture for previews; its size in pixels where we know it. */
export interface ShareImage {
  /** Absolute, percent-encoded. */
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
  readonly alt?: string;
}

/** The picture a preview shows: the post's own, else its drawn card; undefined where the settings name one picture for all, or none. */
export function shareImage(entry: Entry, site: Site): ShareImage | undefined {
  const own = ownImage(entry, site);
  if (own !== undefined || site.card !== "drawn") return own;
  return { ...cardImage(entryCard(entry, site), site), alt: entry.title };
}

/** The picture for previews of a page that is no post: its list's card, or what the settings name for all. */
export function pageImage(term: Pick<CountedTerm, "kind" | "label"> | undefined, site: Site): ShareImage | undefined {
  if (site.card === "") return undefined;
  const alt = site.title;
  if (site.card !== "drawn") return { url: url(site, site.card), ...cardSize, alt };
  const category = term?.kind === "category" ? term : undefined;
  return { ...cardImage(listCard(category, site), site), alt: category?.label ?? alt };
}

/** Every card that a site's pages name. */
export function cards(catalogue: Catalogue): Card[] {
  return cardsOf(catalogue, (entry) => ownImage(entry, catalogue.site) === undefined);
}

function cardImage(card: Card, site: Site): ShareImage {
  return { url: url(site, cardPath(card)), ...cardSize };
}

/** The cover, else the first picture in the body, only of kinds that KakaoTalk and others draw. */
export function ownImage(entry: Entry, site: Pick<Site, "address">): ShareImage | undefined {
  const { remoteImage } = entry;
  if (remoteImage && !/\.(?:svgz?|avif)$/iu.test(new URL(remoteImage.url).pathname)) return remoteImage;
  const pictures: readonly ((Picture & { readonly alt?: string }) | undefined)[] = [entry.image, ...entry.pictures];
  const own = pictures.find(
    (picture) =>
      picture !== undefined && /\.(?:png|jpe?g|webp|gif)$/iu.test(picture.path) && (picture.width ?? 0) >= 200,
  );
  return own && { ...own, url: url(site, own.path) };
}
