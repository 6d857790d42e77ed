import { url } from "#model/address.ts";
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

/** The picture a preview shows: the cover, else the first one in the body, only of kinds that KakaoTalk and others draw. */
export function shareImage(entry: Entry, site: Pick<Site, "address">): ShareImage | undefined {
  const { remoteImage } = entry;
  if (remoteImage && !/\.(?:svgz?|avif)$/iu.test(new URL(remoteImage.url).pathname)) return remoteImage;
  const pictures: readonly ((Picture & { readonly alt?: string }) | undefined)[] = [entry.image, ...entry.pictures];
  const own = pictures.find(
    (picture) =>
      picture !== undefined && /\.(?:png|jpe?g|webp|gif)$/iu.test(picture.path) && (picture.width ?? 0) >= 200,
  );
  return own && { ...own, url: url(site, own.path) };
}
