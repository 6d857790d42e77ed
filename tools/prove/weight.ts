import { brotliCompressSync, constants } from "node:zlib";
import { addressOf, answering, type BuiltSite } from "./built-site.ts";
import type { Message } from "#messages/message.ts";
import { sourceOf } from "./sources.ts";

type Downloads = ReadonlyMap<string, number>;

/** Most bytes of HTML, brotli-compressed as served, by kind of page. A post's words are its author's; its bound is a warning. */
const budgets = { article: 120_000, list: 30_000, styles: 10_240 } as const;

/** Within a tenth of what is served, at a fiftieth of the time; the styles' close budget is held exactly. */
const quickQuality = 5;
/** About how many bytes of HTML make one that is served: enough to choose which pages to compress. */
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
  const [promised, paged] = [new Set(site.promised), new Set(site.paged)];
  const pages = weighed.flatMap(({ page, html: bytes }): Message[] => {
    const isEntry = site.entryAt.has(page);
    const budget = isEntry ? budgets.article : budgets.list;
    if (bytes <= budget) return [];
    const values = { kilobytes: kilobytes(bytes), budget: kilobytes(budget) };
    // No setting makes a page of ours shorter that lists all there is.
    const isWhole = !isEntry && promised.has(page) && !paged.has(page);
    const code = isWhole ? "index-heavy" : paged.has(page) ? "list-heavy" : "page-heavy";
    return [{ severity: isWhole ? "info" : "warning", code, values, page, ...sourceOf(site, page) }];
  });
  const styles = [...site.files.keys()].filter(
    // A feed's style sheet never loads beside a page's.
    (file) => file.endsWith(".css") && file !== "feed.css" && !site.copied.has(file),
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

/** Gives what a phone downloads beside a page's HTML before anything is scrolled, fonts of its sheets whether or not a letter needs them; `served` gives a text's bytes over the wire. */
function firstViews(site: BuiltSite, served: (text: string) => number): (page: string) => Downloads {
  const found = (from: string, addresses: readonly string[]) =>
    addresses.flatMap((address) => {
      const target = site.resolve(from, address);
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

function sum(downloads: Downloads): number {
  return [...downloads.values()].reduce((all, bytes) => all + bytes, 0);
}

function brotliBytes(text: string, quality: number): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
