import { columnWidth as column } from "#model/picture-sizes.ts";
import type { Properties, PropertyValue } from "./tree.ts";

/** A size as its author wrote it, in pixels. */
export interface WrittenSize {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

const behindAddress = /[ \t]+=(\d{1,5}%?)?x?(\d{1,5})?$/u;
const behindAlt = /(?:^|\|)[ \t]*(\d{1,5})(?:x(\d{1,5}))?[ \t]*$/u;

/** An address and the size behind it, as HackMD has it: `그림.png =300x200`. */
export function sizedAddress(address: string): { address: string } & WrittenSize {
  const [whole = "", width, height] = behindAddress.exec(address) ?? [];
  return { address: address.slice(0, address.length - whole.length), width: measure(width), height: pixels(height) };
}

/** Alternative text and the size behind it, as Obsidian has it: `창가|300`, `창가|300x200`; a number alone only in `![[그림|300]]`. */
export function sizedAlt(alt: string, isWiki: boolean): { alt: string } & WrittenSize {
  const [whole, width, height] = behindAlt.exec(alt) ?? [];
  if (whole === undefined || !(isWiki || whole.startsWith("|"))) return { alt };
  return { alt: alt.slice(0, -whole.length).trim(), width: pixels(width), height: pixels(height) };
}

/** A size as an attribute list or raw HTML gives it. */
export function givenSize(properties: Readonly<Properties>): WrittenSize {
  return { width: measure(properties["width"]), height: pixels(properties["height"]) };
}

/** Width and height to print: as written, what is missing by the file's own proportions. */
export function printedSize(
  own: { readonly width?: number; readonly height?: number },
  written: WrittenSize,
): WrittenSize {
  const { width, height } = written;
  if (width === undefined && height === undefined) return { width: own.width, height: own.height };
  const proportion = Number(own.height) / Number(own.width);
  if (!Number.isFinite(proportion)) return { width, height };
  return {
    width: width ?? Math.round(Number(height) / proportion),
    height: height ?? Math.round(Number(width) * proportion),
  };
}

/** HTML knows no percent here, so they are of the text's column, in pixels. */
function measure(value: PropertyValue): number | undefined {
  const written = String(value ?? "").trim();
  const [, percent] = /^(100|\d{1,2})%$/u.exec(written) ?? [];
  return percent === undefined ? pixels(written) : Math.round((Number(percent) / 100) * column);
}

function pixels(value: PropertyValue): number | undefined {
  const written = String(value ?? "").replace(/px$/u, "");
  return /^\d{1,5}$/u.test(written) ? Number(written) : undefined;
}
