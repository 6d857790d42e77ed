import { dataIn, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { type FolderKind, markdown } from "./kinds.ts";
import { type Rule, type RulePost, textsOf } from "./rules.ts";
import { plainSite, type SourceSite } from "#tools/import/shared/blog.ts";
import { textAt } from "#tools/import/shared/values.ts";

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

/** What the settings of a folder of Markdown say of its site: YAML of Hexo, else quoted values in code. */
export function folderSite(tree: SourceTree, kind: FolderKind): SourceSite {
  const yaml = kind.name === "hexo" ? dataIn(tree, "_config.yml") : {};
  const code = textsOf(
    tree,
    /^(?:gatsby-config|astro\.config|next\.config|src\/config|src\/site\.config|src\/consts|gatsby-meta-config|data\/siteMetadata)\.\w+$/u,
  );
  const said = (...names: string[]) =>
    textAt(yaml, ...names) ??
    new RegExp(`\\b(?:${names.join("|")})\\s*[:=]\\s*["'\`]([^"'\`\\n]+)["'\`]`, "u").exec(code)?.[1];
  const url = said("url", "siteUrl", "site", "website");
  const baseUrl = url !== undefined && URL.canParse(url) && !/example\.|localhost/u.test(url) ? url : undefined;
  const base =
    said("root", "pathPrefix", "basePath", "base") ?? (baseUrl === undefined ? "/" : new URL(baseUrl).pathname);
  const breaks = textAt(yaml, "marked.breaks");
  return {
    ...plainSite,
    kind: kind.name,
    title: said("title"),
    description: said("description", "subtitle", "desc"),
    author: said("author"),
    baseUrl: baseUrl?.replace(/\/*$/u, "/"),
    basePath: `/${base}/`.replace(/\/{2,}/gu, "/"),
    timeZone: textAt(yaml, "timezone") ?? plainSite.timeZone,
    lineBreaks: breaks === "false" ? "commonmark" : kind.lineBreaks,
    math: kind.name === "velog" || kind.name === "obsidian",
    params: yaml,
  };
}
