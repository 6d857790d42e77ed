import { decoded } from "#model/urlize.ts";
import { writtenDate } from "./dates.ts";
import { asFolder, hugoPath } from "./hugo-path.ts";
import type { SourcePage, SourceSite } from "./source-page.ts";

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
  const local = old.map((one) => ({
    ...one,
    path: one.path.startsWith(site.basePath) ? `/${one.path.slice(site.basePath.length)}` : one.path,
  }));
  const known = new Set(local.map(({ path }) => asFolder(path).path));
  const indexes = [
    {
      asked: namesOf,
      by: uniqueBy(local, ({ path }) =>
        key(
          path
            .replace(/\/(?:index\.html?)?$/u, "")
            .split("/")
            .at(-1)
            ?.replace(/\.html?$/iu, "") ?? "",
        ),
      ),
    },
    { asked: (page: SourcePage) => [key(page.title)], by: uniqueBy(local, ({ title }) => key(title ?? "")) },
    { asked: (page: SourcePage) => [page.date?.day ?? ""], by: uniqueBy(local, ({ day }) => day ?? "") },
  ];
  const days = uniqueBy(pages, ({ date }) => date?.day ?? "");
  const matched = pages.map((page) => {
    if (known.has(page.path)) return { ...page, isNewAddress: false };
    const found = indexes
      .slice(0, days.get(page.date?.day ?? "") === page ? 3 : 2)
      .map(({ asked, by }) =>
        asked(page)
          .map((name) => by.get(name))
          .find((one) => one !== undefined),
      )
      .find((one) => one !== undefined);
    if (found === undefined) return page;
    const { path, aliases } = asFolder(found.path);
    return page.isNewAddress === true
      ? { ...page, path, aliases: [...aliases, ...page.aliases], isNewAddress: false }
      : { ...page, aliases: [...page.aliases, path, ...aliases] };
  });
  const answered = new Set(
    matched.flatMap(({ path, aliases }) => [path, ...aliases.map((alias) => asFolder(alias).path)]),
  );
  return {
    pages: matched,
    lost: local.map(({ path }) => path).filter((path) => path !== "/" && !answered.has(asFolder(path).path)),
  };
}

function namesOf(page: SourcePage): string[] {
  const file = page.bundle ?? page.file.replace(/\.\w+$/u, "");
  const names = [page.path.replace(/\/$/u, ""), page.id, file, hugoPath(page.title)];
  return [...new Set(names.map((name) => key(name.split("/").at(-1) ?? "")))].filter((name) => name !== "");
}

/** What a key finds, where it finds one thing alone. */
function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item> {
  const groups = Map.groupBy(items, keyOf);
  return new Map(
    [...groups].flatMap(([name, [only, ...more]]) =>
      name === "" || only === undefined || more.length > 0 ? [] : [[name, only]],
    ),
  );
}

/** Letters and digits alone, letter case aside; a day before a name goes. */
function key(text: string): string {
  return decoded(text)
    .normalize("NFC")
    .toLowerCase()
    .replace(/^\d{4}-\d{1,2}-\d{1,2}-/u, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
