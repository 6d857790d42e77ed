import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileOf } from "#model/address.ts";
import { decoded } from "#model/urlize.ts";
import { decodeText } from "./front-matter.ts";
import { type OldAddress, oldAddresses } from "./old-addresses.ts";

/** What became of the addresses of an old site. */
export interface Check {
  readonly all: number;
  /** Addresses that lead to a new one, and those that do not open. */
  readonly led: readonly string[];
  readonly lost: readonly string[];
  /** Addresses whose page lacks words of the old one, with those words. */
  readonly lacking: readonly (readonly [path: string, words: readonly string[]])[];
}

interface OldPage extends OldAddress {
  readonly html?: string;
}

/** Compares a built site with the old one (a folder of pages, or an address that has a map), address by address. */
export async function checkedSite(old: string, dist: string): Promise<Check> {
  const pages = /^https?:/u.test(old) ? await mapped(old) : inFolder(old);
  const redirects = path.join(dist, "_redirects");
  const lines = existsSync(redirects) ? readFileSync(redirects, "utf8").split("\n") : [];
  const led = new Set(lines.map((line) => decoded(line.split(/\s/u)[0] ?? "").replace(/\/?$/u, "/")));
  const found = pages.map((page) => ({ ...page, file: builtFile(page.path, dist) }));
  const closed = found.filter(({ file }) => file === undefined).map((page) => page.path);
  const isLed = (address: string) => led.has(address.replace(/\/?$/u, "/"));
  const lacking = found.flatMap(({ path: address, html, file }): [string, string[]][] => {
    if (html === undefined || file === undefined) return [];
    const ours = wordsOf(readFileSync(file, "utf8"));
    const missing = wordsOf(articleOf(html)).difference(ours);
    return missing.size === 0 ? [] : [[address, [...missing]]];
  });
  return { all: pages.length, led: closed.filter(isLed), lost: closed.filter((one) => !isLed(one)), lacking };
}

function builtFile(address: string, dist: string): string | undefined {
  const names = [address, `${address}/`, `${address.replace(/\.html?$/iu, "")}/`];
  const files = names.map((name) => path.join(dist, fileOf(name)));
  return files.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

function inFolder(folder: string): OldPage[] {
  const files = globSync("**/*.html", { cwd: folder }).map((file) => file.split(path.sep).join("/"));
  return files.sort().flatMap((file) => {
    const html = decodeText(readFileSync(path.join(folder, file))).text;
    if (/<meta[^>]+http-equiv=["']?refresh/iu.test(html) || /(?:^|\/)404\.html$/u.test(file)) return [];
    return [{ path: `/${file.replace(/(?:^|(?<=\/))index\.html$/u, "").normalize("NFC")}`, html }];
  });
}

/** The addresses in a site's map, and in the maps that it names. */
async function mapped(address: string): Promise<OldPage[]> {
  const map = /\.xml$/u.test(address) ? address : `${address.replace(/\/*$/u, "")}/sitemap.xml`;
  const text = await (await fetch(map, { signal: AbortSignal.timeout(30_000) })).text();
  if (!/<sitemapindex\b/u.test(text)) return oldAddresses(text);
  const more = [...text.matchAll(/<loc>\s*([^<\s]+)/gu)].map(([, part = ""]) => mapped(part));
  return (await Promise.all(more)).flat();
}

/** What the old page says itself, without its menus where they can be told. */
function articleOf(html: string): string {
  return /<article\b[\s\S]*<\/article>/iu.exec(html)?.[0] ?? /<main\b[\s\S]*<\/main>/iu.exec(html)?.[0] ?? html;
}

function wordsOf(html: string): Set<string> {
  const text = html
    .replace(/<(script|style|template|noscript)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/giu, " ")
    .replace(/<[^>]*>/gu, " ")
    .replace(/&[a-z]+;|&#\w+;/giu, " ");
  return new Set(
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/\p{Script=Hangul}{2,}|[\p{L}\p{N}]{4,}/gu),
  );
}
