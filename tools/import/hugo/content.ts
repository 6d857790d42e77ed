import type { HugoSite } from "./site.ts";
import { folderOf, type SourceTree } from "#tools/import/shared/source-tree.ts";

/** A content file of a Hugo site with its place and part. */
export type ContentFile = ReturnType<typeof contentFile>;
/** Where a content file lies, as Hugo sees it. */
export type HugoPlace = ContentFile["place"];

const pageName = /^(.*?)\.(md|markdown|mdown|mdx|html|htm|org|adoc|asciidoc|rst|pandoc|pdc)$/iu;
const foreign = /^(?:org|adoc|asciidoc|rst|pandoc|pdc)$/iu;

/** Every content file of a site, by language and in the order of paths. */
export function hugoContent(tree: SourceTree, site: HugoSite) {
  const roots = contentRoots(site);
  const named = tree.files.flatMap((file) => {
    const root = roots.find(({ folder }) => file.startsWith(`${folder}/`));
    return root === undefined ? [] : (namedFile(file, root, site) ?? []);
  });
  const bundles = new Set(named.flatMap(({ file, name }) => (name === "index" ? [folderOf(file)] : [])));
  for (const { folder } of roots) bundles.delete(folder);
  const indexed = new Set(named.flatMap(({ file, name }) => (name === "_index" ? [folderOf(file)] : [])));
  return named.map((one) => contentFile(one, { bundles, indexed, site }));
}

interface Root {
  readonly folder: string;
  /** Folders above it in Hugo's tree. */
  readonly under: readonly string[];
  readonly language: string;
}

/** Content folders, the deepest first, so that `content/ko` stands before `content`. */
function contentRoots(site: HugoSite): Root[] {
  const { language, contentDirs, mounts } = site;
  const own = site.languages.flatMap(({ code, contentDir: folder }): Root[] =>
    folder === undefined ? [] : [{ folder, under: [], language: code }],
  );
  const shared = [...contentDirs.map((folder) => ({ folder, under: [] })), ...mounts];
  return [...own, ...shared.map((one) => ({ ...one, language }))].sort((a, b) => b.folder.length - a.folder.length);
}

/** A file of content with its name without extension and language; undefined for one that is none. */
function namedFile(file: string, root: Root, { languages }: HugoSite) {
  const folders = file.slice(root.folder.length + 1).split("/");
  const base = folders.pop() ?? "";
  const [, stem = "", extension = ""] = pageName.exec(base) ?? [];
  if (stem === "" || base.startsWith(".")) return undefined;
  const [, bare = "", code = ""] = /^(.+)\.([\w-]+)$/u.exec(stem) ?? [];
  const own = languages.find((one) => one.code === code.toLowerCase());
  return { file, root, folders, extension, name: own ? bare : stem, language: own?.code ?? root.language };
}

function contentFile(
  { file, root, folders, extension, name, language }: NonNullable<ReturnType<typeof namedFile>>,
  at: { bundles: ReadonlySet<string>; indexed: ReadonlySet<string>; site: HugoSite },
) {
  const isIndex = name === "index";
  const bundle = outermostBundle(folderOf(file), at.bundles);
  const isPage = bundle === undefined || (isIndex && folderOf(file) === bundle);
  const above = [...root.under, ...(isIndex ? folders.slice(0, -1) : folders)];
  const own = at.site.languages.find(({ code }) => code === language);
  const isSection = (_: string, depth: number) =>
    depth === 0 || at.indexed.has([root.folder, ...above.slice(0, depth + 1)].join("/"));
  const place = {
    /** Folders under the content folder: of the file, or of the folder that is its bundle. */
    folders: above,
    /** Those of the folders that Hugo counts as sections: the first, and each that has an `_index`. */
    sections: above.filter(isSection),
    /** The file's name without extension and language; a bundle's folder. */
    name: isIndex ? (folders.at(-1) ?? "index") : name,
    bundle: isIndex,
    /** Put before the address: `` or `en/`. */
    prefix: own?.prefix ?? "",
    /** Patterns that the language has of its own. */
    permalinks: own?.permalinks,
  };
  return { file, language, part: partOf(name, isPage, extension), place, bundle: isIndex ? bundle : undefined };
}

/** `section`: an `_index`; `resource`: a Markdown file inside another page's bundle; `foreign`: a format we do not read. */
function partOf(name: string, isPage: boolean, extension: string): "section" | "resource" | "foreign" | "page" {
  if (name === "_index") return "section";
  if (!isPage) return "resource";
  return foreign.test(extension) ? "foreign" : "page";
}

/** The bundle that a folder lies in: the topmost, as bundles inside bundles are resources. */
function outermostBundle(folder: string, bundles: ReadonlySet<string>): string | undefined {
  const parts = folder.split("/");
  return parts.map((_, at) => parts.slice(0, at + 1).join("/")).find((above) => bundles.has(above));
}
