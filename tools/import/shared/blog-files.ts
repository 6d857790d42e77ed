import { folderOf, looseKey, type SourceTree } from "./source-tree.ts";
import { decoded } from "#model/urlize.ts";
import path from "node:path";
import type { SourcePage } from "./blog.ts";

/** Where a blog keeps files that its pages show. */
export interface FileFolders {
  /** Published as they are at the root: `static`. */
  readonly published: readonly string[];
  /** Pages' folders, whose other files are published beside the pages: `content`. */
  readonly content: readonly string[];
  /** Taken by templates only: `assets`. */
  readonly assets: readonly string[];
}

/** A file that a page means. */
export interface FoundFile {
  /** Path in the source. */
  readonly file: string;
  /** `beside`: in the page's bundle, `at` relative to it; `public`: `at` is its path from the new root. */
  readonly where: "beside" | "public";
  readonly at: string;
  /** True where only the name fits and the place was guessed. */
  readonly guessed: boolean;
}

/** Finds files by the addresses that pages write, right or wrong: encoded, with the base, at another depth, in other case. */
export function fileFinder(
  tree: SourceTree,
  folders: FileFolders,
): (address: string, page: SourcePage) => FoundFile | undefined {
  const byName = new Map<string, string[]>();
  const roots = [...folders.published, ...folders.content, ...folders.assets];
  for (const file of tree.files) {
    if (!roots.some((root) => root === "" || file.startsWith(`${root}/`)) || /\.(?:md|markdown|html?)$/iu.test(file))
      continue;
    const name = nameKey(file);
    byName.set(name, [...(byName.get(name) ?? []), file]);
  }
  return (address, page) => {
    for (const written of new Set([decoded(address), address])) {
      const clean = written.replace(/[?#].*$/u, "");
      const found =
        placed(tree, candidates(clean, page, folders)) ??
        (clean === written ? undefined : placed(tree, candidates(written, page, folders)));
      if (found) return { ...describe(found, page, folders), guessed: false };
    }
    const [only, ...more] = byName.get(nameKey(decoded(address).replace(/[?#].*$/u, ""))) ?? [];
    return only === undefined || more.length > 0 ? undefined : { ...describe(only, page, folders), guessed: true };
  };
}

function candidates(address: string, page: SourcePage, folders: FileFolders): string[] {
  const own = page.bundle ?? folderOf(page.file);
  const bare = address.replace(/^(?:\.{0,2}\/)+/u, "");
  const unprefixed = bare.replace(/^(?:static|public|assets|content)\//u, "");
  const fromUrl = path.posix.join(page.path, address).replace(/^\/+/u, "");
  const rooted = address.startsWith("/");
  const beside = rooted ? [] : [path.posix.join(own, address), path.posix.join(folderOf(page.file), address)];
  const anywhere = [fromUrl, bare, unprefixed].flatMap((name) =>
    [...folders.published, ...folders.content, ...folders.assets].map((root) => path.posix.join(root, name)),
  );
  return [...beside, ...anywhere, path.posix.join(own, bare), path.posix.join(own, unprefixed), bare];
}

function placed(tree: SourceTree, paths: readonly string[]): string | undefined {
  for (const candidate of paths) {
    const file = candidate.startsWith("..") || candidate.endsWith("/") ? undefined : tree.find(candidate);
    if (file !== undefined && !/\.(?:md|markdown)$/iu.test(file)) return file;
  }
  return undefined;
}

function describe(file: string, page: SourcePage, folders: FileFolders): Omit<FoundFile, "guessed"> {
  if (page.bundle !== undefined && file.startsWith(`${page.bundle}/`))
    return { file, where: "beside", at: safeName(file.slice(page.bundle.length + 1)) };
  return { file, where: "public", at: publicPath(file, folders) };
}

/** Where a source file lies under our `public/`: `/images/x.png`. */
export function publicPath(file: string, folders: FileFolders): string {
  const root = [...folders.published, ...folders.content, ...folders.assets].find(
    (folder) => folder === "" || file.startsWith(`${folder}/`),
  );
  return `/${safeName(root === undefined || root === "" ? file : file.slice(root.length + 1))}`;
}

/** A file's path in NFC without the signs that addresses cannot carry. */
export function safeName(file: string): string {
  return file.normalize("NFC").replace(/[?#%\\:*"<>|]+/gu, "-");
}

function nameKey(file: string): string {
  return looseKey(file.slice(file.lastIndexOf("/") + 1));
}
