import type { Entry, Picture } from "#model/post.ts";

/** The picture a preview shows: the cover, else the first one in the body, only of kinds that KakaoTalk and others draw. */
export function shareImage(entry: Entry): (Picture & { readonly alt?: string }) | undefined {
  return [entry.image, ...entry.pictures].find(
    (picture) =>
      picture !== undefined && /\.(?:png|jpe?g|webp|gif)$/iu.test(picture.path) && (picture.width ?? 200) >= 200,
  );
}
