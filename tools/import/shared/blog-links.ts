import { decoded } from "#model/urlize.ts";
import path from "node:path";
import type { SourcePage, SourceSite } from "./blog.ts";

/** Finds our addresses for links that pages write. */
export interface BlogLinks {
  /** The path (with its fragment) of the page of ours that a link means; undefined where it means none. */
  readonly toPage: (address: string, from: SourcePage) => string | undefined;
  /** The page that a link means. */
  readonly pageAt: (address: string, from: SourcePage) => SourcePage | undefined;
  /** The path of the page that a reference by file or name means. */
  readonly byReference: (target: string, from: SourcePage) => string | undefined;
  /** A link into the blog without its host and base: `/tags/x/`; undefined for other sites' addresses. */
  readonly local: (address: string) => string | undefined;
}

/** An index of all pages by address, file and name. */
export function blogLinks(pages: readonly SourcePage[], site: SourceSite): BlogLinks {
  const byPath = new Map<string, SourcePage>();
  const byFile = new Map<string, SourcePage>();
  const byName = new Map<string, SourcePage | undefined>();
  for (const page of pages) for (const alias of page.aliases) byPath.set(key(alias), page);
  for (const page of pages) {
    byPath.set(key(page.path), page);
    byFile.set(fileKey(page.file), page);
    const name = fileKey(page.file).split("/").at(-1) ?? "";
    byName.set(name, byName.has(name) ? undefined : page);
  }
  const local = localAddress(site);
  const known = (candidates: readonly string[]) =>
    candidates.map((candidate) => byPath.get(key(candidate))).find((page) => page !== undefined);
  const pageAt = (address: string, from: SourcePage) => {
    const [target = ""] = /^[^?#]*/su.exec(local(address) ?? "") ?? [];
    if (target === "") return undefined;
    const beside = target.startsWith("/")
      ? []
      : [
          path.posix.join(from.path, target),
          path.posix.join(from.path, "..", target),
          path.posix.join(folderPath(from), target),
        ];
    return (
      known([...underBase(target, site), ...(target.startsWith("/") ? [target] : beside)]) ??
      byMarkdown(target, from, byFile)
    );
  };
  const toPage = (address: string, from: SourcePage) => {
    const page = pageAt(address, from);
    const rest = /^[^?#]*(?:\?[^#]*)?(#.*)?$/su.exec(local(address) ?? "")?.[1] ?? "";
    return page === undefined ? undefined : page.path + rest;
  };
  const byReference = (target: string, from: SourcePage) => {
    const [, name = "", fragment = ""] = /^([^#]*)(.*)$/su.exec(decoded(target.trim())) ?? [];
    if (name === "") return fragment === "" ? undefined : fragment;
    const page =
      byMarkdown(name, from, byFile) ??
      known([name, path.posix.join(from.path, "..", name)]) ??
      byName.get(fileKey(name).split("/").at(-1) ?? "");
    return page === undefined ? undefined : page.path + fragment;
  };
  return { toPage, pageAt, byReference, local: (address) => unbased(local(address), site.basePath) };
}

/** An address below the site's base path; velog's posts stand at the root of their author. */
function underBase(target: string, site: SourceSite): string[] {
  const own = site.kind === "velog" && target.startsWith("/") ? [`/posts${target}`] : [];
  const isBased = site.basePath !== "/" && target.startsWith(site.basePath);
  return isBased ? [`/${target.slice(site.basePath.length)}`, ...own] : own;
}

function localAddress(site: SourceSite): (address: string) => string | undefined {
  const host = site.baseUrl === undefined ? undefined : URL.parse(site.baseUrl)?.host.replace(/^www\./u, "");
  const own = ownPath(site);
  return (address) => {
    const text = decoded(address.trim());
    if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//iu.test(text)) {
      const url = URL.parse(text, "https://x.invalid");
      const path = url === null ? undefined : own(url);
      if (path !== undefined) return path;
      if (host === undefined || url?.host.replace(/^www\./u, "") !== host) return undefined;
      return decoded(url.pathname) + url.search + decoded(url.hash);
    }
    return /^[a-z][a-z0-9+.-]*:/iu.test(text) ? undefined : text;
  };
}

/** What of an address follows the one that the owner named; a telephone's form of it (`/m/12`) is the same page. */
function ownPath(site: SourceSite): (url: URL) => string | undefined {
  const own = site.ownAddress === undefined ? null : URL.parse(site.ownAddress);
  if (own === null) return () => undefined;
  const above = decoded(own.pathname).replace(/\/*$/u, "");
  return (url) => {
    const path = decoded(url.pathname);
    if (url.host.replace(/^www\./u, "") !== own.host.replace(/^www\./u, "")) return undefined;
    if (!`${path}/`.startsWith(`${above}/`)) return undefined;
    const rest = path.slice(above.length).replace(site.kind === "tistory" ? /^\/m(?=\/|$)/u : /^$/u, "");
    return `${rest === "" ? "/" : rest}${url.search}${decoded(url.hash)}`;
  };
}

function unbased(address: string | undefined, basePath: string): string | undefined {
  if (address === undefined || basePath === "/" || !`${address}/`.startsWith(basePath)) return address;
  return `/${address.slice(basePath.length)}`;
}

function byMarkdown(target: string, from: SourcePage, byFile: ReadonlyMap<string, SourcePage>): SourcePage | undefined {
  const folder = from.file.slice(0, Math.max(0, from.file.lastIndexOf("/")));
  const root = from.file.split("/")[0] ?? "";
  const names = [
    path.posix.join(folder, target),
    path.posix.join(folder, "..", target),
    path.posix.join(root, target),
    target.replace(/^\/+/u, ""),
  ];
  return names.map((name) => byFile.get(fileKey(name))).find((page) => page !== undefined);
}

function folderPath(page: SourcePage): string {
  return `/${page.id.split("/").slice(0, -1).join("/")}`;
}

function key(address: string): string {
  return `/${address}/`
    .replace(/\/{2,}/gu, "/")
    .replace(/\/index\.html?\/$/iu, "/")
    .replace(/\.html?\/$/iu, "/")
    .normalize("NFC")
    .toLowerCase();
}

/** A file without its extension, language and `/index`, letter case aside. */
function fileKey(file: string): string {
  const bare = file
    .normalize("NFC")
    .toLowerCase()
    .replace(/\.(?:md|markdown|mdx|html?)$/u, "")
    .replace(/\/+$/u, "");
  return bare.replace(/\/_?index(?:\.[a-z-]{2,5})?$/u, "").replace(/\.(?:ko|kr|en|ja|zh)(?:-[a-z]+)?$/u, "");
}
