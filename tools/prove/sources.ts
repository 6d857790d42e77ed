import { posix } from "node:path";
import type { BuiltSite, Expected } from "./built-site.ts";

/** The author's file behind a page, and the line in it, or in a component that it imports, of the first needle found (tried in order). */
export function sourceOf(site: BuiltSite, page: string, needles: readonly string[] = []) {
  const route = site.routeAt?.(page);
  const file = site.entryAt.get(page)?.file ?? (route && `src/pages/${route}`);
  if (file === undefined) return {};
  return placeIn(site, [file], needles) ?? { file };
}

/** The first line that holds the first needle found at all in these files and the components that they import; undefined where none is. */
export function placeIn({ source }: Pick<Expected, "source">, files: readonly string[], needles: readonly string[]) {
  const texts = new Map<string, string>();
  const read = (file: string) => {
    if (texts.has(file)) return;
    texts.set(file, source(file) ?? "");
    componentsIn(texts.get(file) ?? "", file).forEach(read);
  };
  files.forEach(read);
  for (const needle of needles) {
    for (const [file, text] of texts) {
      const line = lineOf(text, [needle]);
      if (line !== undefined) return { file, line };
    }
  }
  return undefined;
}

/** The `.astro` files that a file imports. */
function componentsIn(text: string, file: string): string[] {
  const names = text.matchAll(/^import\s[^"';]*["'](#|\.\.?\/)([^"']+\.astro)["']/gmu);
  return Array.from(names, ([, root = "", path = ""]) =>
    root === "#" ? `src/${path}` : posix.join(posix.dirname(file), root, path),
  );
}

/** 1-based number of the first line that holds the first needle found at all; letter case does not count. */
export function lineOf(text: string, needles: readonly string[]): number | undefined {
  const lower = text.toLowerCase();
  for (const needle of needles) {
    const at = needle === "" ? -1 : lower.indexOf(needle.toLowerCase());
    if (at >= 0) return lower.slice(0, at).split("\n").length;
  }
  return undefined;
}
