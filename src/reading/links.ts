import { posix } from "node:path";
import { anchors } from "#model/anchor.ts";
import { decodedPath, href } from "#model/address.ts";
import { once } from "#model/once.ts";
import type { Site } from "#model/site.ts";
import { decoded } from "#model/urlize.ts";
import { folded } from "#model/reserved.ts";
import type { Draft } from "./draft.ts";
import { contentRootOf, sourceName } from "./walk.ts";

export type Linked = Pick<Draft, "file" | "path" | "title">;

/** Turns an internal link as its author wrote it into the href to print: undefined leaves it as it is, an empty one leads to what readers may not see. */
export type LinkFinder = (address: string, from: Linked) => string | undefined;

interface Linkable {
  readonly drafts: readonly Linked[];
  readonly byPath: ReadonlyMap<string, Linked>;
  /** Files of those whose address no reader may see; they may link to each other. */
  readonly hidden: ReadonlySet<string>;
}

/** A finder over all posts and pages: by source file, by title or file name (`[[글]]`), by address, by old address. */
export function linkFinder({ drafts, byPath, hidden }: Linkable, site: Site): LinkFinder {
  const ownHost = new URL(site.address).host;
  const byFile = once(() => new Map(drafts.map((draft) => [draft.file.normalize("NFC"), draft])));
  // Of equal names the first is meant, of those that readers may see if there is one.
  const lastFirst = once(() => drafts.toReversed().sort((a, b) => +hidden.has(b.file) - +hidden.has(a.file)));
  const byTitle = once(() => new Map(lastFirst().map((draft) => [titleKey(draft.title), draft])));
  const byName = once(() => new Map(lastFirst().map((draft) => [titleKey(nameOf(draft.file)), draft])));
  const printed = (target: Linked | undefined, tail: string, from: Linked) =>
    target && (hidden.has(target.file) && !hidden.has(from.file) ? "" : `${href(site, target.path)}${tail}`);
  const named = (wiki: string) =>
    byTitle().get(titleKey(wiki)) ?? byName().get(titleKey(wiki)) ?? byName().get(titleKey(posix.basename(wiki)));
  return (address, from) => {
    const wiki = /^\[\[(.*)\]\]$/su.exec(address)?.[1];
    const [, body = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/su.exec(wiki ?? address) ?? [];
    // A title may hold the sign: `[[C# 첫걸음]]`.
    const titled = wiki && byTitle().get(titleKey(wiki));
    if (titled) return printed(titled, "", from);
    if (wiki !== undefined) return printed(body === "" ? from : named(body), wikiFragment(fragment), from);
    if (body === "" || /^\/\//u.test(body)) return undefined;
    const path = decodedPath(body, site);
    if (/^[a-z][a-z0-9+.-]*:/iu.test(body) && (path === undefined || URL.parse(body)?.host !== ownHost))
      return undefined;
    const source = sourceName.test(body) ? bySource(decoded(body), from, byFile()) : undefined;
    if (source) return printed(source, fragment, from);
    const target = candidates(body, path, from)
      .map((one) => byPath.get(folded(one)))
      .find((one) => one !== undefined);
    if (target) return printed(target, query + fragment, from);
    return body.startsWith("/") ? `${href(site, decoded(body))}${query}${fragment}` : undefined;
  };
}

/** `[[글#절]]` names a heading by its words, `[[글#^id]]` a block. */
export function wikiFragment(fragment: string): string {
  const words = fragment.slice(fragment.lastIndexOf("#") + 1);
  const id = fragment === "" || words.startsWith("^") ? words : anchors().idOf(words);
  return id === "" ? "" : `#${id}`;
}

function titleKey(title: string): string {
  return title.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase();
}

/** A file's name without its ending; its folder's where it is an index. */
function nameOf(file: string): string {
  return posix.basename(file.replace(/(?:\/index)?\.\w+$/u, ""));
}

function bySource(body: string, from: Linked, byFile: ReadonlyMap<string, Linked>): Linked | undefined {
  const tail = body.replace(/^(?:\.{0,2}\/)+/u, "");
  const beside = posix.join(posix.dirname(from.file), body);
  const base = contentRootOf(from.file);
  const places = [beside, `${base}/${tail}`, `${base}/posts/${tail}`, `${base}/pages/${tail}`];
  return places
    .map((place) => byFile.get(posix.normalize(place).normalize("NFC")))
    .find((found) => found !== undefined);
}

/** Site-relative paths a link may mean: as an absolute path, or as Hugo resolves it from the page's own address. */
function candidates(body: string, path: string | undefined, from: Linked): string[] {
  const rooted = body.startsWith("/") || /^[a-z][a-z0-9+.-]*:/iu.test(body);
  const own = rooted
    ? [path ?? decoded(body)]
    : [posix.join(from.path, decoded(body)), posix.join(posix.dirname(from.path), decoded(body))];
  return own.flatMap((one) => [one, `${one.replace(/(?:index)?\.html?$/u, "").replace(/\/+$/u, "")}/`]);
}
