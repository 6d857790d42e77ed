import { brotliCompressSync, constants } from "node:zlib";
import { addressOf, type BuiltSite } from "./built-site.ts";
import type { Message } from "#messages/message.ts";

/** Most bytes of HTML, brotli-compressed as served, by kind of page. A post's words are its author's; its bound is a warning. */
const budgets = { article: 120_000, list: 30_000, styles: 10_240 } as const;

/** Within a tenth of what is served, at a fiftieth of the time; the styles' close budget is held exactly. */
const quickQuality = 5;

/** One of the heaviest pages. */
export interface Weighed {
  readonly page: string;
  readonly bytes: number;
  readonly brotliBytes: number;
}

/** The pages with the most HTML, heaviest first; only these few are compressed. */
export function heaviest(site: BuiltSite, count = 10): Weighed[] {
  const top: [file: string, bytes: number][] = [];
  for (const [file, { page, bytes }] of site.files) {
    const [, least = -1] = top[count - 1] ?? [];
    if (page === undefined || bytes < least) continue;
    top.push([file, bytes]);
    top.sort(([a, size], [b, other]) => other - size || (a < b ? -1 : 1)).splice(count);
  }
  return top.map(([file, bytes]) => ({
    page: addressOf(file),
    bytes,
    brotliBytes: brotliBytes(site.read(file), quickQuality),
  }));
}

/** Holds the heaviest pages and the styles to their budgets. */
export function weight(site: BuiltSite, weighed: readonly Weighed[]): Message[] {
  const pages = weighed.flatMap(({ page, brotliBytes: bytes }): Message[] => {
    const entry = site.entryAt.get(page);
    const budget = entry === undefined ? budgets.list : budgets.article;
    if (bytes <= budget) return [];
    const values = { kilobytes: kilobytes(bytes), budget: kilobytes(budget) };
    return [
      {
        severity: "warning",
        code: "page-heavy",
        values,
        page,
        ...(entry === undefined ? {} : { file: entry.file }),
      },
    ];
  });
  const styles = [...site.files.keys()].filter(
    // A feed's style sheet never loads beside a page's.
    (file) => file.endsWith(".css") && file !== "feed.css" && !site.publicFiles.includes(file),
  );
  const total = styles.reduce((sum, file) => sum + brotliBytes(site.read(file), constants.BROTLI_MAX_QUALITY), 0);
  const values = { kilobytes: kilobytes(total), budget: kilobytes(budgets.styles) };
  return total <= budgets.styles
    ? pages
    : [...pages, { severity: "warning", code: "styles-heavy", values, page: `/${styles[0] ?? ""}` }];
}

/** The heaviest pages as a table: kilobytes as written, kilobytes over the wire, address. */
export function weightTable(weighed: readonly Weighed[]): string {
  return weighed
    .map(
      ({ page, bytes, brotliBytes: compressed }) =>
        `${kilobytes(bytes).padStart(8)} KB ${kilobytes(compressed).padStart(7)} KB br  ${page}`,
    )
    .join("\n");
}

function brotliBytes(text: string, quality: number): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
