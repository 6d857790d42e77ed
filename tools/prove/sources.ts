import { posix } from "node:path";
import { onceEach } from "#model/once.ts";
import { placeOf } from "#reading/source-text.ts";
import type { BuiltSite, Expected } from "./built-site.ts";

/** What makes the frame of every page: the owner's parts, and the layouts, which import the rest; the menu is a setting. */
export const frame = [
  ...["HeadEnd", "HomeTop", "AfterPost", "Footer"].map((name) => `src/owner/${name}.astro`),
  "src/site/page-layouts.ts",
  "src/layouts/NotFoundPage.astro",
  "src/middleware.ts",
  "src/site.config.ts",
];

/** The author's file behind a page, and the line in it, or in a component that it imports, of the first needle found (tried in order). */
export function sourceOf(site: BuiltSite, page: string, needles: readonly string[] = []) {
  const route = site.routeAt?.(page);
  const file = site.entryAt.get(page)?.file ?? (route && `src/pages/${route}`);
  if (file === undefined) return {};
  return placeIn(site, [file], needles) ?? { file };
}

/** The first line that holds the first needle found at all in these files and the components that they import; undefined where none is. */
export function placeIn(site: Pick<Expected, "source">, files: readonly string[], needles: readonly string[]) {
  const last = lastRead(site);
  if (last.files !== files.join()) Object.assign(last, { files: files.join(), texts: textsOf(site, files) });
  for (const needle of needles) {
    for (const [file, text] of last.texts) {
      const line = lineIn(text, needle);
      if (line !== undefined) return { file, line };
    }
  }
  return undefined;
}

/** What was read last for a site: findings come page by page, thousands of one page at times. */
const lastRead = onceEach((_: Pick<Expected, "source">) => ({ files: "", texts: new Map<string, string>() }));

/** The texts of files and of the components that they import, in lower case. */
function textsOf({ source }: Pick<Expected, "source">, files: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  const read = (file: string) => {
    if (texts.has(file)) return;
    const text = source(file) ?? "";
    texts.set(file, text.toLowerCase());
    componentsIn(text, file).forEach(read);
  };
  files.forEach(read);
  return texts;
}

/** The components and style sheets that a file imports, but for the frame of a site's own pages. */
function componentsIn(text: string, file: string): string[] {
  const names = text.matchAll(/^import\s[^"';]*["'](#|\.\.?\/)([^"']+(?<!\/OwnPage)\.(?:astro|css))["']/gmu);
  return Array.from(names, ([, root = "", path = ""]) =>
    root === "#" ? `src/${path}` : posix.join(posix.dirname(file), root, path),
  );
}

/** 1-based number of the first line that holds the first needle found at all; letter case does not count. */
export function lineOf(text: string, needles: readonly string[]): number | undefined {
  const lower = text.toLowerCase();
  return needles.map((needle) => lineIn(lower, needle)).find((line) => line !== undefined);
}

function lineIn(lower: string, needle: string): number | undefined {
  const place = needle === "" ? -1 : lower.indexOf(needle.toLowerCase());
  return place < 0 ? undefined : placeOf(lower, place).line;
}
