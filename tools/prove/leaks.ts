import { escapedPattern } from "#model/escape.ts";
import { once } from "#model/once.ts";
import type { Entry } from "#model/post.ts";
import { addressOf, type BuiltSite, fileFor } from "./built-site.ts";
import type { Message } from "#messages/message.ts";
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
    const names = holder(hidden.flatMap((entry) => [entry.title, ...namesOf(entry)]));
    return [...site.entryAt.values()].map(({ file }) => site.source(file) ?? "").filter(names);
  });
  const isWrittenByAuthor = (word: string) => written().some((text) => text.includes(word));
  const mayShow = holder(hidden.flatMap(({ path, title }) => [path, encodeURI(path), ...telling(title)]));
  // The address of a translation ends like that of the post (`/en/posts/글/`), which may be hidden still.
  const longer = endingAlike(site.entryAt.keys(), new Set(hidden.map(({ path }) => path)));
  return lists.flatMap((file) => {
    const text = site.read(file);
    if (!mayShow(text)) return [];
    const shows = (forms: readonly string[], names: readonly string[], others: readonly string[] = []) => {
      const bare = others.reduce((rest, other) => rest.replaceAll(other, "").replaceAll(encodeURI(other), ""), text);
      return forms.some((form) => bare.includes(form)) && !names.some(isWrittenByAuthor);
    };
    const isShown = (entry: Entry) =>
      shows([entry.path, encodeURI(entry.path)], namesOf(entry), longer.get(entry.path)) ||
      shows(telling(entry.title), [entry.title]);
    return hidden.filter(isShown).map((entry) => leak(entry, `/${file}`));
  });
}

function telling(title: string): string[] {
  return title.length >= tellingLength ? [title] : [];
}

/** Whether a text holds any of some words: to look for each in every file would cost seconds with a hundred drafts. */
function holder(words: readonly string[]): (text: string) => boolean {
  const parts = Map.groupBy(words.entries(), ([index]) => Math.floor(index / 50));
  const patterns = Array.from(
    parts.values(),
    (part) => new RegExp(part.map(([, word]) => escapedPattern(word)).join("|")),
  );
  return (text) => patterns.some((pattern) => pattern.test(text));
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

function leak(entry: Entry, page: string): Message {
  return { severity: "error", code: "leak", values: { title: entry.title }, page, file: entry.file, line: 1 };
}
