import { sourceName } from "#reading/walk.ts";
import { below, dataIn, type SourceTree, textsOf } from "#tools/import/shared/source-tree.ts";
import { unbuiltFiles } from "./hiding-files.ts";
import { pathSite } from "./path-sites.ts";
import { gatsbyRule, hexoRule, quartzConfig, quartzRule, routeRule, type Rule } from "./rules.ts";
import rows from "./kinds.json" with { type: "json" };
import { plainSite, type SourceSite } from "#tools/import/shared/blog.ts";
import { booleanAt, type Data, textAt } from "#tools/import/shared/values.ts";

/** Kinds of folders of Markdown files in the order in which they are asked, with all that tells one from another. */
export const folderKinds = rows;
export type FolderRow = (typeof rows)[number];

/** How kinds make addresses; there is no rule for the others: a bare folder, velog, whose addresses are its own. */
const rules: Readonly<Record<string, (tree: SourceTree, folder: string) => Rule>> = {
  hexo: hexoRule,
  gatsby: gatsbyRule,
  astro: routeRule,
  next: routeRule,
  obsidian: quartzRule,
};

/** What stands in repositories for those who work there. */
export const paper =
  /(?:^|\/)(?:README|LICEN[CS]E|CHANGELOG|CHANGES|HISTORY|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|SUPPORT|ARCHITECTURE|AGENTS|CLAUDE|GEMINI|TODO|ROADMAP|AUTHORS|PULL_REQUEST_TEMPLATE)(?:[._-][\w-]+)*\.(?:md|markdown|mdx)$/u;

/** A folder of content. */
export interface Folder {
  readonly root: string;
  readonly role: "post" | "draft" | "page";
  readonly rule: Rule;
  /** What the page of a folder is called in it. */
  readonly index?: RegExp | undefined;
}

/** Where posts, drafts and pages lie: the folders that the site's own settings name, else the likeliest that holds any. */
export function contentFolders(tree: SourceTree, kind: FolderRow): Folder[] {
  const files = tree.files.filter((file) => sourceName.test(file));
  const holds = (root: string) => files.some((file) => below(file, root) !== undefined);
  const holdsAll = (root: string) => files.every((file) => paper.test(file) || below(file, root) !== undefined);
  const config = textsOf(
    tree,
    /^(?:gatsby-config|contentlayer\.config|velite\.config|src\/content\.config|src\/content\/config)\.\w+$/u,
  );
  const named = [...config.matchAll(/["'`](?:\$\{__dirname\})?\.?\/?((?:[\w-]+\/)*[\w-]+)\/?["'`]/gu)]
    .map(([, path = ""]) => path)
    .filter((path) => path !== "src" && !path.includes("/__") && holds(path));
  const first = kind.posts.find((root) => holds(root) && (!kind.posts.includes("") || holdsAll(root)));
  const collections = files.flatMap((file) => /^src\/content\/[^/]+(?=\/)/u.exec(file) ?? []);
  const own = kind.byPath ? pathSite(tree) : undefined;
  const roots =
    own !== undefined && holds(own.root)
      ? [own.root]
      : named.length > 0
        ? named
        : first === "src/content"
          ? collections
          : [first ?? []].flat();
  const posts = [...new Set(roots)].map((root): Folder => ({
    root,
    role: "post",
    rule: own?.root === root ? own.rule : rules[kind.name]?.(tree, root),
    index: own?.index,
  }));
  const ruled = posts.filter(({ rule }) => rule !== undefined);
  const rule: Rule = ({ parts, isIndex }) => `/${parts.join("/")}${isIndex ? "/" : ".html"}`;
  const others: Folder[] = [
    ...(kind.drafts === undefined ? [] : [{ root: kind.drafts, role: "draft", rule: undefined } as const]),
    ...(kind.pages === undefined ? [] : [{ root: kind.pages, role: "page", rule } as const]),
  ];
  return [...(ruled.length > 0 ? ruled : posts), ...others].sort((a, b) => b.root.length - a.root.length);
}

/** What the settings of a folder of Markdown say of its site: YAML of Hexo, else quoted values in code. */
export function folderSite(tree: SourceTree, kind: FolderRow): SourceSite {
  const yaml = kind.name === "hexo" ? dataIn(tree, "_config.yml") : (kind.byPath && pathSite(tree)?.settings) || {};
  const code = textsOf(
    tree,
    /^(?:gatsby-config|astro\.config|next\.config|src\/config|src\/site\.config|src\/consts|(?:[^/]+\/)?\.v(?:ite|ue)press\/(?:config|theme)(?:\/index)?|gatsby-meta-config|docusaurus\.config|data\/siteMetadata|quartz\.config)\.\w+$/u,
  );
  const said = (...names: string[]) =>
    textAt(yaml, ...names) ??
    new RegExp(`\\b(?:${names.join("|")})\\s*[:=]\\s*["'\`]([^"'\`\\n]+)["'\`]`, "u").exec(code)?.[1];
  const host = (said("baseUrl") ?? "").replace(/^https?:\/\//u, "");
  const own = said("url", "siteUrl", "site", "website", "hostname", "site_url", "base_url");
  const inFolder = kind.name === "docusaurus" ? URL.parse(host, own)?.href : undefined;
  const url = quartzConfig(tree) !== undefined && host !== "" ? `https://${host}` : (inFolder ?? own);
  const baseUrl = url !== undefined && URL.canParse(url) && !/example\.|localhost/u.test(url) ? url : undefined;
  const base =
    said("root", "pathPrefix", "basePath", "base") ?? (baseUrl === undefined ? "/" : new URL(baseUrl).pathname);
  const programs = code + textsOf(tree, /^(?:package\.json|(?:\.eleventy|eleventy\.config)\.\w+)$/u);
  const breaks = kind.keepsBreaks || /"remark-breaks"|\bbreaks\s*:\s*true\b/u.test(programs);
  return {
    ...plainSite,
    kind: kind.name,
    title: said("title", "pageTitle", "site_name"),
    description: said("description", "subtitle", "desc", "site_description"),
    author: said("author"),
    baseUrl: baseUrl?.replace(/\/*$/u, "/"),
    basePath: `/${base}/`.replace(/\/{2,}/gu, "/"),
    timeZone: textAt(yaml, "timezone") ?? plainSite.timeZone,
    lineBreaks: breaks && booleanAt(yaml, "marked.breaks", "markdown.render.breaks") !== false ? "keep" : "commonmark",
    math: kind.math,
    unbuilt: unbuiltFiles(tree, yaml, kind),
    params: kind.name === "hexo" ? { ...themeOf(tree, yaml), ...yaml } : yaml,
  };
}

/** The settings of a Hexo site's theme; none where it shows formulas on those pages alone that ask for them. */
function themeOf(tree: SourceTree, yaml: Data): Data {
  const theme = dataIn(tree, `_config.${textAt(yaml, "theme") ?? ""}.yml`);
  const onlyAsked = booleanAt(theme, "math.per_page", "mathjax.per_page", "katex.per_page");
  return onlyAsked || booleanAt(theme, "math.every_page") === false ? {} : theme;
}
