import { brotliCompressSync, constants } from "node:zlib";
import { addressOf, type BuiltSite } from "./built-site.ts";
import { type Downloads, firstViews } from "./first-view.ts";
import type { Message } from "#messages/message.ts";

/** Most bytes of HTML, brotli-compressed as served, by kind of page. A post's words are its author's; its bound is a warning. */
const budgets = { article: 120_000, list: 30_000, styles: 10_240 } as const;

/** Within a tenth of what is served, at a fiftieth of the time; the styles' close budget is held exactly. */
const quickQuality = 5;
/** Of how many bytes of HTML one is served, about: enough to choose which pages to compress. */
const usualRatio = 0.25;

/** One of the heaviest pages, in bytes over the wire. */
export interface Weighed {
  readonly page: string;
  readonly html: number;
  /** What its first view downloads beside it. */
  readonly downloads: Downloads;
}

/** The pages with the heaviest first views and those with the most HTML, heaviest first; only these few are compressed. */
export function heaviest(site: BuiltSite, count = 10): Weighed[] {
  const downloads = firstViews(site, (text) => brotliBytes(text, quickQuality));
  const pages = [...site.files].flatMap(([file, { page, bytes }]) =>
    page === undefined ? [] : [{ file, bytes, seen: bytes * usualRatio + sum(downloads(file)) }],
  );
  const most = (key: "bytes" | "seen") => pages.toSorted((a, b) => b[key] - a[key]).slice(0, count);
  return [...new Set([...most("seen"), ...most("bytes")])]
    .map(({ file }) => ({
      page: addressOf(file),
      html: brotliBytes(site.read(file), quickQuality),
      downloads: downloads(file),
    }))
    .sort((a, b) => b.html + sum(b.downloads) - a.html - sum(a.downloads) || (a.page < b.page ? -1 : 1));
}

/** Holds the heaviest pages and the styles to their budgets. */
export function weight(site: BuiltSite, weighed: readonly Weighed[]): Message[] {
  const pages = weighed.flatMap(({ page, html: bytes }): Message[] => {
    const entry = site.entryAt.get(page);
    const budget = entry === undefined ? budgets.list : budgets.article;
    if (bytes <= budget) return [];
    const values = { kilobytes: kilobytes(bytes), budget: kilobytes(budget) };
    const place = entry === undefined ? { page } : { page, file: entry.file };
    return [{ severity: "warning", code: "page-heavy", values, ...place }];
  });
  const styles = [...site.files.keys()].filter(
    // A feed's style sheet never loads beside a page's.
    (file) => file.endsWith(".css") && file !== "feed.css" && !site.publicFiles.includes(file),
  );
  const weightOf = (parts: readonly string[]) =>
    parts.reduce((all, css) => all + brotliBytes(css, constants.BROTLI_MAX_QUALITY), 0);
  // The owner's layer stands last.
  const sheets = styles.map((file) => site.read(file));
  const ours = weightOf(sheets.map((css) => css.split("@layer owner{")[0] ?? ""));
  const heavy = (bytes: number, place: Pick<Message, "page" | "file">): Message[] => {
    const values = { kilobytes: kilobytes(bytes), budget: kilobytes(budgets.styles) };
    return bytes <= budgets.styles ? [] : [{ severity: "warning", code: "styles-heavy", values, ...place }];
  };
  const owners = heavy(weightOf(sheets) - ours, { file: "src/styles/owner.css" });
  return [...pages, ...heavy(ours, { page: `/${styles[0] ?? ""}` }), ...owners];
}

/** The heaviest first views as a table: kilobytes in all, of HTML, CSS, fonts and pictures, address, and a file that outweighs the HTML. */
export function weightTable(weighed: readonly Weighed[], count = 10): string {
  const rows = weighed.slice(0, count).map(({ page, html, downloads }) => {
    const of = (kind: RegExp) => sum(new Map([...downloads].filter(([file]) => kind.test(file))));
    const [css, fonts, all] = [of(/\.css$/u), of(/\.(?:woff2?|ttf|otf)$/u), sum(downloads)];
    const parts = [html, css, fonts, all - css - fonts].map((bytes) => kilobytes(bytes).padStart(7));
    const [file = "", bytes = 0] = [...downloads].sort(([, a], [, b]) => b - a)[0] ?? [];
    const most = bytes > html ? `  (/${file} ${kilobytes(bytes)} KB)` : "";
    return `${kilobytes(html + all).padStart(8)} KB = ${parts.join(" + ")}  ${page}${most}`;
  });
  return rows.join("\n");
}

function sum(downloads: Downloads): number {
  return [...downloads.values()].reduce((all, bytes) => all + bytes, 0);
}

function brotliBytes(text: string, quality: number): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
