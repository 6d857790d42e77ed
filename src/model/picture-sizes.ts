import type { Picture } from "./post.ts";

/** Widths in pixels at which pictures are published, as far as they are that wide: half, one, one and a half and two of the text's column. */
const widths = [320, 640, 960, 1296] as const;
/**
 * How wide the text's column is (`styles/tokens.css`), a little less, lest a phone take the next size for six pixels;
 * without the page's own font size, as browsers read `sizes`.
 */
const column = "(min-width: 720px) 640px, 88vw";
/** The same of a picture that stands beside another. */
export const halfColumn = "(min-width: 720px) 320px, 44vw";
/** What WebP can hold. */
const mostPixels = 16_383;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest size at which a picture is published, and the widths of the smaller ones; undefined where none can hold it. */
export function publishedSizes({ width, height }: Size): (Size & { readonly widths: readonly number[] }) | undefined {
  const largest = Math.min(width, widths[3]);
  const size = { width: largest, height: Math.max(1, Math.round((height * largest) / width)) };
  return size.height > mostPixels ? undefined : { ...size, widths: widths.filter((one) => one < largest) };
}

/** Where one of a picture's smaller sizes is published. */
export function sizePath(path: string, width: number): string {
  return path.replace(/\.webp$/u, `-${String(width)}.webp`);
}

/** `srcset` and `sizes` of a picture that has several sizes, its paths printed by `print`; `shown` is the width its author asked for. */
export function sourceSet(
  { path, width, widths: smaller = [] }: Picture,
  print: (path: string) => string,
  shown?: number | string,
): { srcset?: string; sizes?: string } {
  if (smaller.length === 0) return {};
  const isAsked = typeof shown === "number" && shown !== width;
  const all = [
    ...smaller.map((one) => `${print(sizePath(path, one))} ${String(one)}w`),
    `${print(path)} ${String(width)}w`,
  ];
  return { srcset: all.join(", "), sizes: isAsked ? `min(${String(shown)}px, 88vw)` : column };
}
