import type { Picture } from "./post.ts";

/** How wide the text's column is at most, in pixels (`styles/tokens.css`). */
export const columnWidth = 648;
/** Widths in pixels at which pictures are published, as far as they are that wide: half, one, one and a half and two of the text's column. */
const widths = [320, 640, 960, 2 * columnWidth] as const;
/**
 * How wide the text's column is (`styles/tokens.css`), a little less, lest a phone take the next size for six pixels;
 * without the page's own font size, as browsers read `sizes`.
 */
const column = "(min-width: 720px) 640px, 88vw";
/** The same of a picture that stands beside another. */
export const halfColumn = "(min-width: 720px) 320px, 44vw";

type Size = Required<Pick<Picture, "width" | "height">>;

/** The largest size at which a picture is published, and the widths of the smaller ones; undefined where WebP cannot hold it. */
export function publishedSizes({ width, height }: Size): (Size & { readonly widths: readonly number[] }) | undefined {
  const largest = Math.min(width, widths[3]);
  const size = { width: largest, height: Math.max(1, Math.round((height * largest) / width)) };
  return size.height > 16_383 ? undefined : { ...size, widths: widths.filter((one) => one < largest) };
}

/** Where one of a picture's smaller sizes is published. */
export function sizePath(path: string, width: number): string {
  return path.replace(/\.webp$/u, `-${String(width)}.webp`);
}

/** `srcset` and `sizes` of a picture that has several sizes, its paths printed by `print`; `shown` is the width its author asked for. */
export function sourceSet(
  { path, width, widths: smaller = [] }: Picture,
  print: (path: string) => string,
  shown?: number,
): { srcset?: string; sizes?: string } {
  if (smaller.length === 0) return {};
  const pathOf = (one: number) => print(one === width ? path : sizePath(path, one));
  const all = [...smaller, Number(width)].map((one) => `${pathOf(one)} ${String(one)}w`);
  const isAsked = shown !== undefined && shown !== width;
  return { srcset: all.join(", "), sizes: isAsked ? `min(${String(shown)}px, 88vw)` : column };
}
