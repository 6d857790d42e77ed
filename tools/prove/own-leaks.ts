import { escapedText } from "#model/escape.ts";
import { once } from "#model/once.ts";
import { errorOf, type Message } from "#messages/message.ts";
import { hiddenIn } from "#reading/cascade.ts";
import { splitFrontMatter } from "#reading/front-matter.ts";
import { addressOf, type BuiltSite, fileFor } from "./built-site.ts";
import { finder, leak, telling } from "./leaks.ts";
import { lineOf } from "./sources.ts";

/** Proves that no code of an owner's own shows what is hidden, which no collection kept back from it. */
export function ownLeaks(site: BuiltSite): Message[] {
  return [...shownPosts(site), ...hiddenPages(site)];
}

/** Titles that are all of an element, and lines, of posts whose files such code has read. */
function shownPosts(site: BuiltSite): Message[] {
  if (site.hidden.length === 0) return [];
  const forms = site.hidden.flatMap((entry) => {
    const titles = telling(entry.title).map((title) => `>${escapedText(title)}<`);
    return [...titles, ...linesIn(site.source(entry.file) ?? "")].map((form) => ({ form, entry }));
  });
  const byForm = Map.groupBy(forms, ({ form }) => form);
  const formsIn = finder(byForm.keys());
  const sources = (files: readonly string[]) => files.map((file) => lettersIn(site.source(file) ?? ""));
  const written = once(() => sources([...site.entryAt.values()].map(({ file }) => file)));
  const elements = (file: string) => formsIn(site.read(file).replace(/\s*([<>])\s*/gu, "$1"));
  // Names of menus and buttons are titles that others may give too.
  const common = once(() => elements(fileFor("/")));
  return ownFiles(site).flatMap((file) => {
    const route = site.routeAt?.(addressOf(file));
    const own = once(() => sources(["src/site.config.ts", ...(route === undefined ? [] : [`src/pages/${route}`])]));
    const isWritten = (form: string) => [...own(), ...written()].some((source) => source.includes(lettersIn(form)));
    const shown = [...elements(file)].filter((title) => !common().has(title));
    const told = [...shown, ...formsIn(lettersIn(site.read(file)))].filter((form) => !isWritten(form));
    const found = told.flatMap((form) => byForm.get(form) ?? []);
    return Array.from(new Set(found.map(({ entry }) => entry)), (entry) => leak(entry, addressOf(file)));
  });
}

/** Markdown below `src/pages/` that is published whatever its front matter says. */
function hiddenPages({ files, routeAt, source }: BuiltSite): Message[] {
  return [...files].flatMap(([path, { page: isPage }]) => {
    const page = addressOf(path);
    const route = isPage && routeAt?.(page);
    const text = route && /\.mdx?$/u.test(route) ? source(`src/pages/${route}`) : undefined;
    if (text === undefined) return [];
    const file = `src/pages/${String(route)}`;
    const { held } = hiddenIn(file, text);
    const at = { page, file, line: lineOf(text, [`${String(held?.key)}:`]) ?? 1 };
    return held ? [errorOf("own-page-hidden", { field: held.key }, at)] : [];
  });
}

/** The files that more than our own code wrote; of the parts of the owner's that stand in every page, a list and a post are enough. */
function ownFiles({ files, copied, moved, promised, stamps, touched, entryAt, routeAt }: BuiltSite): string[] {
  const ours = new Set([...(promised ?? []), ...entryAt.keys(), ...moved]);
  const [first] = Array.from(entryAt).find(([, { kind }]) => kind === "post") ?? [];
  for (const [path, { format }] of entryAt) if (format === "mdx" || path === first) ours.delete(path);
  ours.delete("/");
  return [...files.keys()].filter((file) => {
    if (copied.has(file)) return false;
    if (file.endsWith(".html")) return !ours.has(addressOf(file));
    const isOwn = routeAt?.(addressOf(file)) !== undefined || (touched.has(file) && stamps?.has(file) === false);
    return isOwn && /\.(?:xml|json|txt|opml|md)$/u.test(file);
  });
}

/** How many letters of a line are no chance. */
const tellingLine = 24;
const fencedCode = /^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1|$(?![\s\S]))/gmu;

/** What shows a post shows its beginning: to read all of thousands takes time. */
const tellingPart = 1000;

/** Ends of the lines of a body's beginning that are long enough to tell it. */
function linesIn(source: string): string[] {
  const beginning = splitFrontMatter(source).body.slice(0, tellingPart);
  const lines = beginning.replace(fencedCode, "").split("\n").map(lettersIn);
  return lines.filter(({ length }) => length >= tellingLine).map((letters) => letters.slice(-tellingLine));
}

/** The letters of a text, without what marks it up in Markdown and in HTML. */
function lettersIn(text: string): string {
  const bare = text.normalize("NFC").replace(/<[^<>]*>|\]\([^()]*\)|&#?\w+;/gu, "");
  return bare.replace(/[^\p{L}\p{N}]+/gu, "");
}
