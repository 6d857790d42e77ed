import { decoded } from "#model/urlize.ts";
import { writtenDate } from "./dates.ts";
import { asFolder, hugoPath } from "./addresses.ts";
import type { SourcePage, SourceSite } from "./blog.ts";

/** An address of the old blog with what its map or feed says of it. */
export interface OldAddress {
  /** Decoded, from the host on: `/2020/글/`. */
  readonly path: string;
  readonly title?: string | undefined;
  /** `YYYY-MM-DD` in Korea. */
  readonly day?: string | undefined;
}

/** The addresses in a `sitemap.xml`, an RSS or an Atom feed, or in lines of addresses. */
export function oldAddresses(text: string): OldAddress[] {
  const parts = [...text.matchAll(/<(url|item|entry|sitemap)\b[^>]*>([\s\S]*?)<\/\1>/gu)].map(
    ([, , part = ""]) => part,
  );
  if (parts.length === 0) return text.split(/\s+/u).flatMap((line) => addressOf({ link: line }));
  return parts.flatMap((part) =>
    addressOf({
      link: inside(part, "loc") ?? inside(part, "link") ?? /<link\b[^>]*\bhref=["']([^"']+)/u.exec(part)?.[1],
      title: inside(part, "title"),
      date: inside(part, "pubDate") ?? inside(part, "published"),
    }),
  );
}

function addressOf(of: {
  link: string | undefined;
  title?: string | undefined;
  date?: string | undefined;
}): OldAddress[] {
  const url = URL.parse((of.link ?? "").replaceAll("&amp;", "&").trim(), "https://old.invalid");
  if (url === null || !/^(?:https?:\/\/|\/)/u.test(of.link?.trim() ?? "")) return [];
  const day = writtenDate(of.date, "Asia/Seoul")?.day;
  return [{ path: decoded(url.pathname).normalize("NFC"), title: of.title, day }];
}

function inside(part: string, name: string): string | undefined {
  const text = new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`, "u").exec(part)?.[1];
  return text
    ?.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/gu, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .trim();
}

/** Pages with the old addresses that were found for them, and the old ones for which no page was found. */
export interface MatchedPages {
  readonly pages: readonly SourcePage[];
  readonly lost: readonly string[];
}

/**
 * Gives pages their old addresses: one whose address the blog's own files say keeps it (another that the list has leads to it),
 * for others the list is asked by name, by title, and by a day that only one post has.
 */
export function withOldAddresses(
  pages: readonly SourcePage[],
  old: readonly OldAddress[],
  site: SourceSite,
): MatchedPages {
  const local = old.map((one) => ({ ...one, path: one.path.replace(site.basePath, "/") }));
  const known = new Set(local.map(({ path }) => asFolder(path).path));
  const days = unique(pages.map((page) => [page.date?.day ?? "", page]));
  const found = unique(local.flatMap((one) => keysOfOld(one).map((name) => [name, one] as const)));
  const matched = pages.map((page) => {
    if (known.has(page.path)) return { ...page, isNewAddress: false };
    const names = keysOfPage(page, days.get(page.date?.day ?? "") === page);
    const one = names.map((name) => found.get(name)).find((address) => address !== undefined);
    if (one === undefined) return page;
    const { path, aliases } = asFolder(one.path);
    return page.isNewAddress === true
      ? { ...page, path, aliases: [...aliases, ...page.aliases], isNewAddress: false }
      : { ...page, aliases: [...page.aliases, path, ...aliases] };
  });
  const answered = new Set(matched.flatMap((page) => [page.path, ...page.aliases].map((path) => asFolder(path).path)));
  const lost = local.map(({ path }) => path).filter((path) => path !== "/" && !answered.has(asFolder(path).path));
  return { pages: matched, lost };
}

function keysOfOld({ path, title = "", day = "" }: OldAddress): string[] {
  const name = path.replace(/(?:\/|\/index\.html?|\.html?)$/iu, "").split("/");
  return [`name ${key(name.at(-1) ?? "")}`, `title ${key(title)}`, `day ${day}`];
}

function keysOfPage(page: SourcePage, isAloneOnDay: boolean): string[] {
  const file = page.bundle ?? page.file.replace(/\.\w+$/u, "");
  const names = [page.path.replace(/\/$/u, ""), page.id, file, hugoPath(page.title)];
  const day = isAloneOnDay && page.date !== undefined ? [`day ${page.date.day}`] : [];
  return [...names.map((name) => `name ${key(name.split("/").at(-1) ?? "")}`), `title ${key(page.title)}`, ...day];
}

/** What a key finds, where it finds one thing alone; an empty key finds nothing. */
function unique<Item>(pairs: readonly (readonly [name: string, item: Item])[]): Map<string, Item> {
  const groups = Map.groupBy(pairs, ([name]) => name);
  const alone = [...groups.values()].filter((group) => group.length === 1).flat();
  return new Map(alone.filter(([name]) => !/^(?:name |title |day )?$/u.test(name)));
}

/** Letters and digits alone, letter case aside; a day before a name goes. */
function key(text: string): string {
  return decoded(text)
    .normalize("NFC")
    .toLowerCase()
    .replace(/^\d{4}-\d{1,2}-\d{1,2}-/u, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
