import { folderBlog } from "#tools/import/folders/blog.ts";
import { type FolderKind, markdown, noteKinds, ofFiles, siteKinds } from "#tools/import/folders/kinds.ts";
import { hugoBlog } from "#tools/import/hugo/blog.ts";
import { hugoSettings } from "#tools/import/hugo/site.ts";
import { jekyllBlog, jekyllSigns } from "#tools/import/jekyll/site.ts";
import { isNotionFile, notionBlog } from "#tools/import/notion/blog.ts";
import type { Blog, Kind } from "#tools/import/shared/blog.ts";
import { partOf, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { isTistoryPost, tistoryBlog } from "#tools/import/tistory/blog.ts";
import { ghostBlog, isGhostExport } from "#tools/import/wordpress/ghost.ts";
import { isWordPressExport, wordPressBlog } from "#tools/import/wordpress/blog.ts";

/** A kind that was detected, with the reasons. */
export type DetectedKind = Kind & { readonly reasons: readonly string[] };

const hugoConfig = /^(?:hugo|config)\.(?:toml|ya?ml|json)$|^config\/_default\//u;
const built = () => /^public\//u;

/** Every kind, the surest signs first. */
const kinds: readonly Kind[] = [
  { name: "wordpress", label: "WordPress", signs: ofFiles(isWordPressExport), read: wordPressBlog },
  { name: "ghost", label: "Ghost", signs: ofFiles(isGhostExport), read: ghostBlog },
  { name: "tistory", label: "티스토리", signs: ofFiles(isTistoryPost), read: tistoryBlog },
  ...siteKinds.map(folderReader),
  { name: "jekyll", label: "Jekyll", signs: jekyllSigns, built, read: jekyllBlog },
  { name: "hugo", label: "Hugo", signs: hugoSigns, built, read: hugoBlog },
  { name: "notion", label: "Notion", signs: ofFiles(isNotionFile), read: notionBlog },
  ...noteKinds.map(folderReader),
];

/** The names that `--kind` takes. */
export const importKinds = kinds.map(({ name }) => name);

/** Tells a blog's kind by its files, or takes the one that is asked for; undefined where nothing fits. */
export function detectedKind(tree: SourceTree, asked?: string): DetectedKind | undefined {
  return kinds
    .values()
    .filter(({ name }) => asked === undefined || name === asked)
    .map((kind) => ({ ...kind, reasons: kind.signs(tree).slice(0, 4) }))
    .find(({ reasons }) => reasons.length > 0 || asked !== undefined);
}

/** Reads a blog of a kind; undefined where it finds no content. */
export function blogOfKind(tree: SourceTree, kind: Kind): Blog | undefined {
  const made = kind.built?.(tree);
  const blog = kind.read(made === undefined ? tree : partOf(tree, (file) => (made.test(file) ? undefined : file)));
  return blog?.pages.length === 0 ? undefined : blog;
}

function folderReader(kind: FolderKind): Kind {
  const signs = (tree: SourceTree) => (tree.files.some((file) => markdown.test(file)) ? kind.signs(tree) : []);
  return { ...kind, signs, read: (tree) => folderBlog(tree, kind) };
}

function hugoSigns(tree: SourceTree): string[] {
  const hasContent = tree.files.some((file) => file.startsWith("content/"));
  const made = tree.files.filter((file) => hasContent && /^(?:archetypes|layouts|static)\//u.test(file)).slice(0, 1);
  return hugoSettings(tree) === undefined ? made : tree.files.filter((file) => hugoConfig.test(file));
}
