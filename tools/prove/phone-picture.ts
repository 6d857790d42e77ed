/** The phone that pages are weighed for: points across, and pixels to the point. */
const [width, pixels] = [390, 3] as const;

/** Which address of an image a phone of 390 points at three pixels each downloads: the smallest that fills its pixels, as Chromium chooses. */
export function phonePicture(src: string, srcset = "", sizes = ""): string {
  const candidates = Array.from(srcset.matchAll(/(\S+)\s+([\d.]+)([wx])/gu), ([, address = "", size, unit]) => {
    return { address, density: Number(size) / (unit === "w" ? shownWidth(sizes) : 1) };
  }).sort((a, b) => a.density - b.density);
  return (candidates.find(({ density }) => density >= pixels) ?? candidates.at(-1))?.address ?? src;
}

/** Points that `sizes` gives an image on the phone; lengths that it does not know count as the window's width. */
function shownWidth(sizes: string): number {
  for (const one of sizes.split(/,(?![^(]*\))/u)) {
    const [, edge, at, length = ""] = /^\s*(?:\((min|max)-width:\s*([\d.]+)px\)\s+)?(.+)$/u.exec(one) ?? [];
    if (edge === "min" ? Number(at) > width : edge === "max" && Number(at) < width) continue;
    const lengths = length.matchAll(/([\d.]+)(px|vw)/gu);
    return Math.min(width, ...lengths.map(([, size, unit]) => Number(size) * (unit === "vw" ? width / 100 : 1)));
  }
  return width;
}
