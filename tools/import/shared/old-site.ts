import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { decodedText } from "#markdown/raw-tokens.ts";
import { Failure } from "#messages/failure.ts";
import { errorOf } from "#messages/message.ts";
import { fileOf } from "#model/address.ts";
import { tried } from "#model/tried.ts";
import { decoded } from "#model/urlize.ts";
import { asFolder, hugoPath } from "./addresses.ts";
import type { SourcePage, SourceSite } from "./blog.ts";
import { decodeText } from "./front-matter.ts";
import { writtenDate } from "./values.ts";

/** An address of the old blog with what its map, its feed or its page says of it. */
export interface OldAddress {
  /** Decoded, from the host on: `/2020/글/`. */
  readonly path: string;
  readonly title?: string | undefined;
  /** `YYYY-MM-DD` in Korea. */
  readonly day?: string | undefined;
  readonly html?: string;
}

/** The addresses in a `sitemap.xml`, an RSS or an Atom feed, or in lines of addresses. */
export function oldAddresses(text: string): OldAddress[] {
  const parts = [...text.matchAll(/<(url|item|entry|sitemap)\b[^>]*>([\s\S]*?)<\/\1>/gu)];
  if (parts.length === 0) return text.split(/\s+/u).flatMap((line) => addressOf(line));
  return parts.flatMap(([, , part = ""]) => {
    const link = inside(part, "loc") ?? inside(part, "link") ?? /<link\b[^>]*\bhref=["']([^"']+)/u.exec(part)?.[1];
    const day = writtenDate(inside(part, "pubDate") ?? inside(part, "published"), "Asia/Seoul")?.day;
    return addressOf(link ?? "").map((one) => ({ ...one, title: inside(part, "title"), day }));
  });
}

function addressOf(link: string): OldAddress[] {
  const address = link.replaceAll("&amp;", "&").trim();
  const url = /^(?:https?:\/\/|\/)/u.test(address) ? URL.parse(address, "https://old.invalid") : null;
  return url === null ? [] : [{ path: decoded(url.pathname).normalize("NFC") }];
}

function inside(part: string, name: string): string | undefined {
  const text = new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`, "u").exec(part)?.[1];
  return text && decodedText(text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/gu, "$1")).trim();
}

/** Gives pages their old addresses: one that the blog's own files say stays (the list's other leads to it), others are found by name, title, or a day of one post; `lost` are those of no page. */
export function withOldAddresses(pages: readonly SourcePage[], old: readonly OldAddress[], site: SourceSite) {
  const local = old.map((one) => ({ ...one, path: one.path.replace(site.basePath, "/") }));
  const known = new Set(local.map(({ path }) => asFolder(path).path));
  const byDay = Map.groupBy(pages, ({ date }) => date?.day);
  const named = local.flatMap((one) => {
    const bare = one.path.replace(/(?:\/|\/index\.html?|\.html?)$/iu, "");
    return keys([bare], one.title, one.day).map((name) => [name, one] as const);
  });
  const found = Map.groupBy(named, ([name]) => name);
  const matched = pages.map((page) => {
    if (known.has(page.path)) return { ...page, isNewAddress: false };
    const names = keysOfPage(page, byDay.get(page.date?.day)?.length === 1);
    const alone = names.map((name) => found.get(name) ?? []).find(({ length }) => length === 1);
    if (alone?.[0] === undefined) return page;
    const { path, aliases } = asFolder(alone[0][1].path);
    return page.isNewAddress === true
      ? { ...page, path, aliases: [...aliases, ...page.aliases], isNewAddress: false }
      : { ...page, aliases: [...page.aliases, path, ...aliases] };
  });
  const answered = new Set(matched.flatMap((page) => [page.path, ...page.aliases].map((path) => asFolder(path).path)));
  const lost = local.map(({ path }) => path).filter((path) => path !== "/" && !answered.has(asFolder(path).path));
  return { pages: matched, lost };
}

function keysOfPage(page: SourcePage, isAloneOnDay: boolean): string[] {
  const file = page.bundle ?? page.file.replace(/\.\w+$/u, "");
  const names = [page.path.replace(/\/$/u, ""), page.id, file, hugoPath(page.title)];
  return keys(names, page.title, isAloneOnDay ? page.date?.day : "");
}

/** What may tell that a page and an address are the same: the last parts of names, a title, a day; an empty one tells nothing. */
function keys(names: readonly string[], title = "", day = ""): string[] {
  const all = names.map((name) => `name ${key(name.split("/").at(-1) ?? "")}`);
  return [...all, `title ${key(title)}`, `day ${day}`].filter((one) => !one.endsWith(" "));
}

/** Letters and digits alone, letter case aside; a day before a name goes. */
function key(text: string): string {
  return decoded(text)
    .normalize("NFC")
    .toLowerCase()
    .replace(/^\d{4}-\d{1,2}-\d{1,2}-/u, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

export interface Check {
  readonly all: number;
  /** Addresses that lead to a new one, and those that do not open. */
  readonly led: readonly string[];
  readonly lost: readonly string[];
  /** Addresses whose page lacks words of the old one, with those words. */
  readonly lacking: readonly (readonly [path: string, words: readonly string[]])[];
}

/** Compares a built site with the old one (a folder of pages, or an address that has a map), address by address. */
export async function checkedSite(old: string, dist: string): Promise<Check> {
  const pages = /^https?:/u.test(old) ? await mapped(old) : inFolder(old);
  const redirects = path.join(dist, "_redirects");
  const written = existsSync(redirects) ? readFileSync(redirects, "utf8") : "";
  // Other lines say that an address is gone.
  const lines = written.match(/^.*\s3\d\d$/gmu) ?? [];
  const led = new Set(lines.map((line) => decoded(line.split(/\s/u)[0] ?? "").replace(/\/?$/u, "/")));
  const found = pages.map((page) => ({ ...page, file: builtFile(page.path, dist) }));
  const closed = found.filter(({ file }) => file === undefined).map((page) => page.path);
  const isLed = (address: string) => led.has(address.replace(/\/?$/u, "/"));
  const lacking = found.flatMap(({ path: address, html, file }): [string, string[]][] => {
    if (html === undefined || file === undefined) return [];
    // What the old page says itself, without its menus where they can be told.
    const own = /<article\b[\s\S]*<\/article>/iu.exec(html) ?? /<main\b[\s\S]*<\/main>/iu.exec(html);
    const missing = wordsOf(own?.[0] ?? html).difference(wordsOf(readFileSync(file, "utf8")));
    return missing.size === 0 ? [] : [[address, [...missing]]];
  });
  return { all: pages.length, led: closed.filter(isLed), lost: closed.filter((one) => !isLed(one)), lacking };
}

function builtFile(address: string, dist: string): string | undefined {
  const names = [address, `${address}/`, `${address.replace(/\.html?$/iu, "")}/`];
  const files = names.map((name) => path.join(dist, fileOf(name)));
  return files.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

function inFolder(folder: string): OldAddress[] {
  const files = globSync("**/*.html", { cwd: folder }).map((file) => file.split(path.sep).join("/"));
  return files.sort().flatMap((file) => {
    const html = decodeText(readFileSync(path.join(folder, file))).text;
    if (/<meta[^>]+http-equiv=["']?refresh/iu.test(html) || /(?:^|\/)404\.html$/u.test(file)) return [];
    return [{ path: `/${file.replace(/(?:^|(?<=\/))index\.html$/u, "").normalize("NFC")}`, html }];
  });
}

/** The addresses in a site's map, and in the maps that it names, whatever they are called; those name no others (sitemaps.org). */
async function mapped(address: string): Promise<OldAddress[]> {
  const map = /\.xml$/u.test(address) ? address : `${address.replace(/\/*$/u, "")}/sitemap.xml`;
  const textOf = async (page: string) => {
    const answer = await fetch(page, { signal: AbortSignal.timeout(30_000) });
    if (!answer.ok) throw new Failure([errorOf("unreachable", { reason: String(answer.status) }, { page })]);
    const bytes = await answer.bytes();
    return String(tried(() => gunzipSync(bytes)) ?? Buffer.from(bytes));
  };
  const text = await textOf(map);
  if (!/<sitemapindex\b/u.test(text)) return oldAddresses(text);
  const named = Array.from(text.matchAll(/<loc>\s*([^<\s]+)/gu), ([, part = ""]) => decodedText(part));
  return (await Promise.all(named.map((part) => textOf(new URL(part, map).href)))).flatMap(oldAddresses);
}

function wordsOf(html: string): Set<string> {
  const text = html
    .replace(/<(script|style|template|noscript)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/giu, " ")
    .replace(/<[^>]*>/gu, " ")
    .replace(/&[a-z]+;|&#\w+;/giu, " ")
    .normalize("NFC")
    .toLowerCase();
  return new Set(text.match(/\p{Script=Hangul}{2,}|[\p{L}\p{N}]{4,}/gu));
}
