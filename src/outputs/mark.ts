import type { Site } from "#model/site.ts";

/** Where the drawn letters of the site's sign stand, and a picture of the sign for home screens. */
export const markFiles = { letters: "/mark.svg", touch: "/mark.png" } as const;

/** The letters of the site's sign; empty where it is an owner's SVG file, or nothing. */
export function markLetters({ mark }: Pick<Site, "mark">): string {
  return mark === false || mark.startsWith("/") ? "" : mark;
}

/** The paths of a site's icons: for tabs, and for home screens, which take no SVG. */
export function iconsOf({ mark }: Pick<Site, "mark">): { readonly icon?: string; readonly touch?: string } {
  if (mark === false) return {};
  return { icon: mark.startsWith("/") ? mark : markFiles.letters, touch: markFiles.touch };
}
