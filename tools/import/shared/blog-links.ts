import { posix } from "node:path";
import { decoded } from "#model/urlize.ts";
import type { SourcePage, SourceSite } from "./blog.ts";
import { folderOf, looseKey } from "./source-tree.ts";

/** Finds pages for the links that pages write, by address, file and name. */
export function blogLinks(pages: readonly SourcePage[], site: SourceSite) {
  const others = pages.flatMap((page) => page.aliases.map((alias) => [key(alias), page] as const));
  const byPath = new Map([...others, ...pages.map((page) => [key(page.path), page] as const)]);
  const byFile = new Map(pages.map((page) => [fileKey(page.file), page]));
  const byName = Map.groupBy(pages, ({ file }) => posix.basename(fileKey(file)));
  const known = (addresses: readonly string[]) => addresses.map((one) => byPath.get(key(one))).find(Boolean);
  const local = localAddress(site);
  const byMarkdown = (written: string, { file }: SourcePage) => {
    // Zola begins such links with `@`.
    const target = written.replace(/^@(?=\/)/u, "");
    const folders = [folderOf(file), posix.join(folderOf(file), ".."), file.split("/")[0] ?? ""];
    const names = [...folders.map((folder) => posix.join(folder, target)), target.replace(/^\/+/u, "")];
    return names.map((name) => byFile.get(fileKey(name))).find(Boolean);
  };
  const pageAt = (address: string, from: SourcePage): SourcePage | undefined => {
    const target = local(address)?.replace(/[?#].*$/su, "") ?? "";
    if (target === "") return undefined;
    const folders = [from.path, posix.join(from.path, ".."), `/${folderOf(from.id)}`];
    const places = target.startsWith("/") ? [target] : folders.map((folder) => posix.join(folder, target));
    return known([...underBase(target, site), ...places]) ?? byMarkdown(target, from);
  };
  /** The address of the page that a reference by file or name means (`post.md`, `/post/x`, `x#글`). */
  const byReference = (target: string, from: SourcePage): string | undefined => {
    const [, name = "", fragment = ""] = /^([^#]*)(.*)$/su.exec(decoded(target.trim())) ?? [];
    if (name === "") return fragment || undefined;
    // A page of another site may end like a file of the blog's.
    if (/^[a-z][a-z\d+.-]*:\/\//iu.test(name)) return undefined;
    const [only, ...more] = byName.get(posix.basename(fileKey(name))) ?? [];
    const named = more.length === 0 ? only : undefined;
    const page = byMarkdown(name, from) ?? known([name, posix.join(from.path, "..", name)]) ?? named;
    return page && page.path + fragment;
  };
  /** A link into the blog without its host and base: `/tags/x/`; undefined for other sites' addresses. */
  const inBlog = (address: string) => unbased(local(address), site.basePath);
  return { pageAt, byReference, local: inBlog };
}

/** An address below the site's base path; velog's posts stand at the root of their author. */
function underBase(target: string, { kind, basePath }: SourceSite): string[] {
  const own = kind === "velog" && target.startsWith("/") ? [`/posts${target}`] : [];
  const isBased = basePath !== "/" && target.startsWith(basePath);
  return isBased ? [`/${target.slice(basePath.length)}`, ...own] : own;
}

/** An address from the blog's host on, or, below the address that its owner named, from there on; undefined for another host's. */
function localAddress({ kind, ownAddress, baseUrl }: SourceSite): (address: string) => string | undefined {
  const [own, base] = [URL.parse(ownAddress ?? ""), URL.parse(baseUrl ?? "")];
  const host = (url: URL | null) => url?.host.replace(/^www\./u, "");
  const above = decoded(own?.pathname ?? "").replace(/\/*$/u, "");
  return (address) => {
    const text = decoded(address.trim());
    if (!/^(?:[a-z][a-z0-9+.-]*:)?\/\//iu.test(text)) return /^[a-z][a-z0-9+.-]*:/iu.test(text) ? undefined : text;
    const url = URL.parse(text, "https://x.invalid");
    if (url === null) return undefined;
    const [whole, rest] = [decoded(url.pathname), url.search + decoded(url.hash)];
    if (host(url) === host(own) && `${whole}/`.startsWith(`${above}/`)) {
      // A telephone's form of a post of Tistory (`/m/12`) is the same page.
      const inside = whole.slice(above.length).replace(kind === "tistory" ? /^\/m(?=\/|$)/u : "", "");
      return (inside || "/") + rest;
    }
    return host(url) === host(base) ? whole + rest : undefined;
  };
}

function unbased(address: string | undefined, basePath: string): string | undefined {
  if (address === undefined || basePath === "/" || !`${address}/`.startsWith(basePath)) return address;
  return `/${address.slice(basePath.length)}`;
}

function key(address: string): string {
  return looseKey(`/${address}/`)
    .replace(/\/{2,}/gu, "/")
    .replace(/\/index\.html?\/$/u, "/")
    .replace(/\.html?\/$/u, "/");
}

/** A file without its extension, language and `/index`, letter case aside. */
function fileKey(file: string): string {
  return looseKey(file)
    .replace(/\.(?:md|markdown|mdx|html?)$/u, "")
    .replace(/\/+$/u, "")
    .replace(/\/_?index(?:\.[a-z-]{2,5})?$/u, "")
    .replace(/\.(?:ko|kr|en|ja|zh)(?:-[a-z]+)?$/u, "");
}
