import { once } from "#model/once.ts";
import type { Entry } from "#model/post.ts";
import { addressOf, type BuiltSite, fileFor } from "./built-site.ts";
import { errorOf, type Message } from "#messages/message.ts";
import { lineOf } from "./sources.ts";

/** Titles shorter than this turn up by chance, so that only addresses are looked for. */
const tellingLength = 6;

/** Proves that nothing shows a draft or a post of the future: no page, no link of ours, no feed, map or list. */
export function leaks(site: BuiltSite): Message[] {
  if (site.hidden.length === 0) return [];
  const own = site.hidden.filter(({ path }) => site.files.has(fileFor(path)) && !site.moved.has(path));
  return [...own.map((entry) => leak(entry, entry.path)), ...linksTo(site), ...otherFiles(site)];
}

/** A link written by an author is a dead link, not a leak; any other link to a hidden post is. */
function linksTo(site: BuiltSite): Message[] {
  const byPath = new Map(site.hidden.map((entry) => [entry.path, entry]));
  return [...site.files].flatMap(([file, { page }]) => {
    const address = addressOf(file);
    const found = (page?.references ?? []).flatMap((reference) => {
      const target = site.resolve(file, reference.address);
      const entry = target.kind === "inside" ? byPath.get(target.path) : undefined;
      return entry === undefined || isWritten(site, address, entry) ? [] : [entry];
    });
    return [...new Set(found)].map((entry) => leak(entry, address));
  });
}

function isWritten(site: BuiltSite, page: string, hidden: Entry): boolean {
  const author = site.entryAt.get(page);
  const text = author === undefined ? undefined : site.source(author.file);
  return text !== undefined && lineOf(text, namesOf(hidden)) !== undefined;
}

/** What an author wrote in a published post stands in feeds too, and is no leak there. */
function otherFiles(site: BuiltSite): Message[] {
  const { hidden } = site;
  const lists = [...site.files.keys()].filter(
    (file) => /\.(?:xml|json|txt|opml|md)$/u.test(file) && !site.copied.has(file),
  );
  const written = once(() => {
    const namesIn = finder(hidden.flatMap((entry) => [entry.title, ...namesOf(entry)]));
    return new Set([...site.entryAt.values()].flatMap(({ file }) => [...namesIn(site.source(file) ?? "")]));
  });
  const forms = hidden.flatMap((entry) =>
    [entry.path, encodeURI(entry.path), ...telling(entry.title)].map((form) => ({ form, entry })),
  );
  const byForm = Map.groupBy(forms, ({ form }) => form);
  const formsIn = finder(byForm.keys());
  // The address of a translation ends like that of the post (`/en/posts/글/`), which may be hidden still.
  const longer = endingAlike(site.entryAt.keys(), new Set(hidden.map(({ path }) => path)));
  return lists.flatMap((file) => {
    const text = site.read(file);
    const isShown = ({ form, entry }: (typeof forms)[number]) => {
      if (form === entry.title) return !written().has(form);
      const without = (rest: string, one: string) => rest.replaceAll(one, "").replaceAll(encodeURI(one), "");
      const bare = (longer.get(entry.path) ?? []).reduce(without, text);
      return bare.includes(form) && !namesOf(entry).some((name) => written().has(name));
    };
    const shown = [...formsIn(text)].flatMap((form) => byForm.get(form) ?? []).filter(isShown);
    return Array.from(new Set(shown.map(({ entry }) => entry)), (entry) => leak(entry, `/${file}`));
  });
}

/** A title where it is long enough to tell a post. */
export function telling(title: string): string[] {
  return title.length >= tellingLength ? [title] : [];
}

/** Gives the words that a text holds, at a cost that hardly grows with their number: a blog may have thousands of drafts. */
export function finder(words: Iterable<string>): (text: string) => ReadonlySet<string> {
  // By their last letters: addresses begin alike.
  const sizes = Map.groupBy(new Set(words), ({ length }) => Math.min(length, 6));
  const groups = Array.from(sizes, ([size, some]) => {
    const marks = new Uint8Array(1 << 16);
    for (const word of some) marks[markAt(word, word.length - size, word.length)] = 1;
    return { size, marks, byEnd: Map.groupBy(some, (word) => word.slice(word.length - size)) };
  });
  return (text) => {
    const found = new Set<string>();
    for (const { size, marks, byEnd } of groups)
      for (let end = size; end <= text.length; end += 1)
        if (marks[markAt(text, end - size, end)] === 1)
          for (const word of byEnd.get(text.slice(end - size, end)) ?? [])
            if (text.endsWith(word, end)) found.add(word);
    return found;
  };
}

/** A number below 65,536 for the first and last letter of a piece: most pieces of a text end here. */
function markAt(text: string, start: number, end: number): number {
  return (text.charCodeAt(start) * 31 + text.charCodeAt(end - 1)) & 0xffff;
}

/** By address of `ends`, those of `paths` that end with it; the cost grows with the paths' length. */
function endingAlike(paths: Iterable<string>, ends: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths)
    for (let at = 0; at >= 0; at = path.indexOf("/", at + 1)) {
      const end = path.slice(at);
      if (ends.has(end)) found.set(end, [...(found.get(end) ?? []), path]);
    }
  return found;
}

/** How an author may name a hidden post in a link to it. */
function namesOf({ path, aliases, title, id, file }: Entry): string[] {
  const last = [id, file].map((name) => name.split("/").at(-1) ?? "");
  return [path, encodeURI(path), ...aliases, `[[${title}`, ...last].filter((name) => name !== "");
}

export function leak(entry: Entry, page: string): Message {
  return errorOf("leak", { title: entry.title }, { page, file: entry.file, line: 1 });
}
