import type { Site } from "#model/site.ts";

/** The site's sign: letters that are drawn, an owner's SVG file, or nothing. */
export type Mark = { readonly letters: string } | { readonly path: string } | undefined;

/** Where the drawn letters stand, and a picture of an owner's SVG file for home screens. */
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
  if ("letters" in mark) return { icon: markFiles.letters };
  return { icon: mark.path, touch: mark.path === "/favicon.svg" ? "/apple-touch-icon.png" : markFiles.touch };
}

/** An icon of one to four letters on a ground, two in a row; letters of Hangul are as wide as they are high. */
export function letterMark(letters: string, ground: string): string {
  const all = [...letters];
  const rows = all.length < 3 ? [all] : [all.slice(0, 2), all.slice(2)];
  const size = all.length === 1 ? 22 : 13.5;
  const line = (row: readonly string[], index: number) =>
    `<text x="16" y="${16 + size * (0.36 + index - (rows.length - 1) / 2)}">${row.join("")}</text>`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">',
    `<path d="M0 0h32v32H0z" fill="${ground.replaceAll('"', "'")}"/>`,
    `<g fill="#faf7f0" text-anchor="middle" font-family="serif" font-weight="700" font-size="${size}">`,
    ...rows.map(line),
    "</g></svg>\n",
  ].join("");
}
