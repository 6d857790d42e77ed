import { sourceName } from "#reading/walk.ts";
import { escapedPattern } from "#model/escape.ts";
import { folderBlog } from "#tools/import/folders/blog.ts";
import { folderKinds, type FolderRow } from "#tools/import/folders/content-folders.ts";
import { quartzConfig } from "#tools/import/folders/rules.ts";
import { hugoBlog } from "#tools/import/hugo/blog.ts";
import { hugoConfig, hugoSettings } from "#tools/import/hugo/site.ts";
import { jekyllBlog, jekyllSigns } from "#tools/import/jekyll/site.ts";
import { isNotionFile, notionBlog } from "#tools/import/notion/blog.ts";
import type { Blog, Kind } from "#tools/import/shared/blog.ts";
import { dataIn, dependsOn, globbed, partOf, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { textAt } from "#tools/import/shared/values.ts";
import { isTistoryPost, tistoryBlog } from "#tools/import/tistory/blog.ts";
import { ghostBlog, isGhostExport } from "#tools/import/wordpress/ghost.ts";
import { isWordPressExport, wordPressBlog } from "#tools/import/wordpress/blog.ts";

/** A kind that was detected, with the reasons. */
export type DetectedKind = Kind & { readonly reasons: readonly string[] };

/** Every kind, the surest signs first. */
const kinds: readonly Kind[] = [
  { name: "wordpress", label: "WordPress", signs: ofFiles(isWordPressExport), read: wordPressBlog },
  { name: "ghost", label: "Ghost", signs: ofFiles(isGhostExport), read: ghostBlog },
  { name: "tistory", label: "티스토리", signs: ofFiles(isTistoryPost), read: tistoryBlog },
  ...folderKinds.filter((row) => row.package).map(folderKind),
  { name: "jekyll", label: "Jekyll", signs: jekyllSigns, built: () => /^public\//u, read: jekyllBlog },
  { name: "hugo", label: "Hugo", signs: hugoSigns, built: () => /^public\//u, read: hugoBlog },
  { name: "notion", label: "Notion", signs: ofFiles(isNotionFile), read: notionBlog },
  ...folderKinds.filter((row) => !row.package).map(folderKind),
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

function folderKind(row: FolderRow): Kind {
  const { name, label, built } = row;
  return {
    name,
    label,
    signs: (tree) => folderSigns(tree, row),
    built: (tree) =>
      built === undefined
        ? undefined
        : new RegExp([built, ...(name === "obsidian" ? unpublished(tree) : [])].join("|"), "iu"),
    read: (tree) => folderBlog(tree, row),
  };
}

/** What the settings of a vault keep from its readers: Obsidian's templates, and what Quartz makes no page of. */
function unpublished(tree: SourceTree): string[] {
  const templates = textAt(dataIn(tree, ".obsidian/templates.json"), "folder");
  const config = quartzConfig(tree);
  const [, ignored = ""] = /\bignorePatterns\s*:\s*\[([^\]]*)\]/u.exec(config ?? "") ?? [];
  const globs = ignored.matchAll(/(["'`])([^"'`]+)\1/gu);
  return [
    ...(templates === undefined ? [] : [`^${escapedPattern(templates)}/`]),
    ...(config === undefined ? [] : ["^(?:quartz|docs|public|\\.github)/"]),
    ...globs.map(([, , glob = ""]) => `^content/${globbed(glob).source.slice(1, -1)}(?:/|$)`),
  ];
}

/** The package that a site depends on, files by their names, and the first Markdown file whose text has a mark. */
function folderSigns(tree: SourceTree, { name, package: needed = "", files, text }: FolderRow): string[] {
  const posts = tree.files.filter((file) => sourceName.test(file));
  if (posts.length === 0) return [];
  const fits = (pattern: string | undefined) => (words: string) =>
    pattern !== undefined && new RegExp(pattern, "u").test(words);
  // A link to velog makes no velog of what another program builds.
  const isOther = folderKinds.some((row) => row.name !== name && tree.files.some(fits(row.files)));
  return [
    ...(dependsOn(tree, needed) ? [`package.json: ${needed}`] : []),
    ...tree.files.filter(fits(files)).slice(0, 2),
    ...posts
      .slice(0, text === undefined || isOther ? 0 : 500)
      .values()
      .filter((file) => fits(text)(tree.text(file)))
      .take(1),
  ];
}

/** The first files that a test takes, as signs. */
function ofFiles(test: (file: string, tree: SourceTree) => boolean): Kind["signs"] {
  return (tree) => tree.files.filter((file) => test(file, tree)).slice(0, 2);
}

function hugoSigns(tree: SourceTree): string[] {
  const hasContent = tree.files.some((file) => file.startsWith("content/"));
  const made = tree.files.filter((file) => hasContent && /^(?:archetypes|layouts|static)\//u.test(file)).slice(0, 1);
  const settings = hugoSettings(tree);
  // Zola's settings have the same name.
  if (settings?.["base_url"] !== undefined) return [];
  return settings === undefined ? made : tree.files.filter((file) => hugoConfig.test(file));
}
