import type { SourceTree } from "#tools/import/shared/source-tree.ts";
import type { FolderKind } from "./kinds.ts";
import { type Rule, type RulePost, textsOf } from "./rules.ts";

/** What a Markdown file is called. */
export const markdown = /\.(?:md|markdown|mdx)$/iu;
/** What stands in repositories for those who work there. */
export const paper =
  /(?:^|\/)(?:README|LICEN[CS]E|CHANGELOG|CHANGES|HISTORY|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|SUPPORT|ARCHITECTURE|AGENTS|CLAUDE|GEMINI|TODO|ROADMAP|AUTHORS|PULL_REQUEST_TEMPLATE)(?:[._-][\w-]+)*\.(?:md|markdown|mdx)$/u;

/** A folder of content. */
export interface Folder {
  readonly root: string;
  readonly role: "post" | "draft" | "page";
  readonly rule: Rule;
}

/** Where posts, drafts and pages lie: the folders that the site's own settings name, else the likeliest that holds any. */
export function contentFolders(tree: SourceTree, kind: FolderKind): Folder[] {
  const holds = (root: string) =>
    tree.files.some((file) => markdown.test(file) && (root === "" || file.startsWith(`${root}/`)));
  const config = textsOf(
    tree,
    /^(?:gatsby-config|contentlayer\.config|velite\.config|src\/content\.config|src\/content\/config)\.\w+$/u,
  );
  const named = [...config.matchAll(/["'`](?:\$\{__dirname\})?\.?\/?((?:[\w-]+\/)*[\w-]+)\/?["'`]/gu)]
    .map(([, path = ""]) => path)
    .filter((path) => path !== "src" && !path.includes("/__") && holds(path));
  const isOutside = (root: string) =>
    tree.files.some((file) => markdown.test(file) && !paper.test(file) && !file.startsWith(`${root}/`));
  const isWhole = kind.posts.includes("");
  const first = kind.posts.find((root) => holds(root) && (root === "" || !isWhole || !isOutside(root)));
  const inside = first === "src/content" ? children(tree, first) : first === undefined ? [] : [first];
  const all = [...new Set(named.length > 0 ? named : inside)].map((root): Folder => ({
    root,
    role: "post",
    rule: kind.rule(tree, root),
  }));
  const ruled = all.filter(({ rule }) => rule !== undefined);
  const own = [
    ...(ruled.length > 0 ? ruled : all),
    { root: kind.drafts, role: "draft", rule: undefined },
    {
      root: kind.pages,
      role: "page",
      rule: ({ parts, isIndex }: RulePost) => `/${parts.join("/")}${isIndex ? "/" : ".html"}`,
    },
  ] as const;
  return own
    .filter((folder): folder is Folder => folder.root !== undefined)
    .sort((a, b) => b.root.length - a.root.length);
}

function children(tree: SourceTree, root: string): string[] {
  return [
    ...new Set(
      tree.files.flatMap((file) =>
        markdown.test(file) && file.startsWith(`${root}/`) ? [file.split("/").slice(0, 3).join("/")] : [],
      ),
    ),
  ].filter((path) => !markdown.test(path));
}
