import { plainSite, type SourceSite } from "#tools/import/shared/source-page.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";
import { textAt } from "#tools/import/shared/values.ts";
import type { FolderKind } from "./kinds.ts";
import { settingsOf, textsOf } from "./rules.ts";

/** What the settings of a folder of Markdown say of its site: YAML of Hexo, else quoted values in code. */
export function folderSite(tree: SourceTree, kind: FolderKind): SourceSite {
  const yaml = kind.name === "hexo" ? settingsOf(tree, "_config.yml") : {};
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
