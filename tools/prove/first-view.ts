import type { BuiltSite } from "./built-site.ts";
import { answering, resolver } from "./resolve.ts";

/** Files by path with their bytes over the wire. */
export type Downloads = ReadonlyMap<string, number>;

/** Gives what a phone downloads beside a page's HTML before anything is scrolled, fonts of its sheets whether or not a letter needs them; `served` gives a text's bytes over the wire. */
export function firstViews(site: BuiltSite, served: (text: string) => number): (page: string) => Downloads {
  const resolve = resolver(site);
  const found = (from: string, addresses: readonly string[]) =>
    addresses.flatMap((address) => {
      const target = resolve(from, address);
      return (target.kind === "inside" && answering(site, target.path)) || [];
    });
  const known = new Map<string, (readonly [file: string, bytes: number])[]>();
  const weighed = (file: string) => {
    const text = /\.(?:css|svg)$/u.test(file) ? site.read(file) : undefined;
    const fonts = text !== undefined && file.endsWith(".css") ? found(file, fontsOf(text)) : [];
    const all = [file, ...fonts].map((one) => [one, site.files.get(one)?.bytes ?? 0] as const);
    if (text !== undefined) all[0] = [file, served(text)];
    known.set(file, all);
    return all;
  };
  return (page) =>
    new Map(found(page, site.files.get(page)?.page?.early ?? []).flatMap((file) => known.get(file) ?? weighed(file)));
}

/** Fonts of a sheet; of those that are split by `unicode-range` a page asks only for some. */
function fontsOf(css: string): string[] {
  const faces = Array.from(css.matchAll(/@font-face\s*\{([^}]*)\}/gu), ([, face = ""]) => face);
  return faces.flatMap((face) =>
    /unicode-range/u.test(face) ? [] : (/url\(\s*["']?([^"')]+)/u.exec(face)?.[1] ?? []),
  );
}
