import type { Site } from "#model/site.ts";

/** The site's sign: letters that are drawn, an owner's SVG file, or nothing. */
export type Mark = { readonly letters: string } | { readonly path: string } | undefined;

/** Where the drawn letters stand, and a picture of the mark for home screens. */
export const markFiles = { letters: "/mark.svg", touch: "/mark.png" } as const;

/** The mark as the settings have it. */
export function markOf({ mark }: Pick<Site, "mark">): Mark {
  if (mark === false) return undefined;
  return mark.startsWith("/") ? { path: mark } : { letters: mark };
}

/** The paths of a site's icons: for tabs, and for home screens, which take no SVG. */
export function iconsOf(site: Pick<Site, "mark">): { readonly icon?: string; readonly touch?: string } {
  const mark = markOf(site);
  if (mark === undefined) return {};
  return { icon: "letters" in mark ? markFiles.letters : mark.path, touch: markFiles.touch };
}
