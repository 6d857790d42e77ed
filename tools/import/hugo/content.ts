import type { HugoSite } from "./site.ts";
import type { HugoPlace } from "./address.ts";
import { folderOf, type SourceTree } from "#tools/import/shared/source-tree.ts";

/** A content file of a Hugo site with its place and part. */
export interface ContentFile {
  readonly file: string;
  readonly language: string;
  /** `section`: an `_index`; `resource`: a Markdown file inside another page's bundle; `foreign`: a format we do not read. */
  readonly part: "page" | "section" | "resource" | "foreign";
  readonly place: HugoPlace;
  /** The bundle's folder in the source. */
  readonly bundle: string | undefined;
}

const pageName = /^(.*?)\.(md|markdown|mdown|mdx|html|htm|org|adoc|asciidoc|rst|pandoc|pdc)$/iu;
const foreign = /^(?:org|adoc|asciidoc|rst|pandoc|pdc)$/iu;

/** Every content file of a site, by language and in the order of paths. */
export function hugoContent(tree: SourceTree, site: HugoSite): ContentFile[] {
  const roots = contentRoots(site);
  const placed = tree.files.flatMap((file) => {
    const root = roots.find(({ folder }) => file.startsWith(`${folder}/`));
    return root === undefined ? [] : [{ file, root }];
  });
  const bundles = new Set(placed.flatMap(({ file }) => (isBundleIndex(file, site) ? [folderOf(file)] : [])));
  for (const { folder } of roots) bundles.delete(folder);
  const indexed = new Set(placed.flatMap(({ file }) => (/\/_index\.[^/]+$/u.test(file) ? [folderOf(file)] : [])));
  return placed.flatMap((one) => contentFile({ ...one, bundles, indexed, site }) ?? []);
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

function contentFile(at: {
  file: string;
  root: Root;
  bundles: ReadonlySet<string>;
  indexed: ReadonlySet<string>;
  site: HugoSite;
}): ContentFile | undefined {
  const { file, root, bundles, site } = at;
  const folders = file.slice(root.folder.length + 1).split("/");
  const base = folders.pop() ?? "";
  const [, stem = "", extension = ""] = pageName.exec(base) ?? [];
  if (stem === "" || base.startsWith(".")) return undefined;
  const { name, language } = withoutLanguage(stem, root.language, site.languages);
  const bundle = outermostBundle(folderOf(file), bundles);
  const isIndex = name === "index";
  const isPage = bundle === undefined || (isIndex && folderOf(file) === bundle);
  const part = name === "_index" ? "section" : !isPage ? "resource" : foreign.test(extension) ? "foreign" : "page";
  const above = [...root.under, ...(isIndex ? folders.slice(0, -1) : folders)];
  const own = site.languages.find(({ code }) => code === language);
  const isSection = (_: string, depth: number) =>
    depth === 0 || at.indexed.has([root.folder, ...above.slice(0, depth + 1)].join("/"));
  const place = {
    folders: above,
    sections: above.filter(isSection),
    name: isIndex ? (folders.at(-1) ?? "index") : name,
    bundle: isIndex,
    prefix: own?.prefix ?? "",
    permalinks: own?.permalinks,
  };
  return { file, language, part, place, bundle: isIndex ? bundle : undefined };
}

function withoutLanguage(stem: string, usual: string, languages: HugoSite["languages"]) {
  const [, name = "", code = ""] = /^(.+)\.([\w-]+)$/u.exec(stem) ?? [];
  const language = languages.find((one) => one.code === code.toLowerCase());
  return language === undefined ? { name: stem, language: usual } : { name, language: language.code };
}

function isBundleIndex(file: string, site: HugoSite): boolean {
  const [, stem = ""] = pageName.exec(file.slice(file.lastIndexOf("/") + 1)) ?? [];
  return withoutLanguage(stem, "", site.languages).name === "index";
}

/** The bundle that a folder lies in: the topmost, as bundles inside bundles are resources. */
function outermostBundle(folder: string, bundles: ReadonlySet<string>): string | undefined {
  const parts = folder.split("/");
  return parts.map((_, at) => parts.slice(0, at + 1).join("/")).find((above) => bundles.has(above));
}
