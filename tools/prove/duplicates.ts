import { addressOf, type BuiltSite, fileFor } from "./built-site.ts";
import { errorOf, type Message } from "#messages/message.ts";
import { sourceOf } from "./sources.ts";

/** Proves that no two files answer one address, also on disks and servers that fold letter case or Unicode forms. */
export function duplicates(site: BuiltSite): Message[] {
  const promised = new Set(site.promised);
  const keyOf = (file: string) => (site.moved.has(addressOf(file)) ? undefined : sameAddress(file));
  const doubled = equals(site.files.keys(), keyOf).map((files) => ({ files, page: addressOf(files[0] ?? "") }));
  const shadowed = site.publicFiles
    .filter((file) => promised.has(addressOf(file)))
    .map((file) => ({ files: [`public/${file}`, file], page: addressOf(file) }));
  const overRedirects = site.redirects
    .filter(({ from }) => site.entryAt.has(from))
    .map(({ from, to }) => ({ files: [from, to], page: from }));
  const found = [...doubled, ...shadowed, ...overRedirects].map(({ files, page }): Message => {
    const place = site.entryAt.has(page) ? { ...sourceOf(site, page), line: 1 } : {};
    return errorOf("duplicate-address", { files: files.join(", ") }, { page, ...place });
  });
  return [...found, ...foldedRedirects(site)];
}

/** Old addresses of different posts, or of one post and where another stands, that differ by case alone. */
function foldedRedirects({ redirects, entryAt }: BuiltSite): Message[] {
  const own = [...entryAt.keys()].map((path) => ({ from: path, to: path }));
  const moved = redirects.filter(({ to }) => entryAt.has(to));
  return equals([...own, ...moved], ({ from }) => sameAddress(fileFor(from)))
    .filter((group) => new Set(group.map(({ to }) => to)).size > 1)
    .map((group) => {
      const file = entryAt.get(group[0]?.to ?? "")?.file ?? "";
      const addresses = group.map(({ from, to }) => `${from} (${entryAt.get(to)?.file ?? to})`).join(", ");
      return errorOf("folded-address", { addresses }, { file, line: 1 });
    });
}

/** What a file's address becomes where case does not count and Unicode is composed; `a.html` and `a/index.html` are one. */
function sameAddress(file: string): string {
  return file
    .normalize("NFC")
    .toLowerCase()
    .replace(/(?:\/index)?\.html$/u, "")
    .replace(/^index$/u, "");
}

/** Groups of two things or more that have the same key, each in its order; what has no key stands alone. */
export function equals<Thing>(things: Iterable<Thing>, keyOf: (thing: Thing) => string | undefined): Thing[][] {
  const groups = Map.groupBy(things, keyOf);
  groups.delete(undefined);
  return [...groups.values()].filter(({ length }) => length > 1);
}
