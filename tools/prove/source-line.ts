import type { BuiltSite } from "./built-site.ts";

/** The author's file behind a page, and the first line of it that holds one of the needles (tried in order). */
export function sourceOf(
  site: BuiltSite,
  page: string,
  needles: readonly string[] = [],
): { file?: string; line?: number } {
  const entry = site.entryAt.get(page);
  if (entry === undefined) return {};
  const line = lineOf(site.source(entry.file) ?? "", needles);
  return { file: entry.file, ...(line === undefined ? {} : { line }) };
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
