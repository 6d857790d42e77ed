import type { Blog } from "#tools/import/shared/blog.ts";
import { convertedHugoBody } from "#tools/import/body/body.ts";
import { hugoContent } from "./content.ts";
import { hugoLists } from "./lists.ts";
import { hugoPages } from "./pages.ts";
import { hugoSettings } from "./settings.ts";
import { hugoSite } from "./site.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";

/** Reads a Hugo site; undefined for a folder that holds none. */
export function hugoBlog(tree: SourceTree): Blog | undefined {
  const settings = hugoSettings(tree);
  if (settings === undefined && !tree.files.some((file) => /^(?:archetypes|layouts|static)\//u.test(file)))
    return undefined;
  const site = hugoSite(settings ?? {});
  const files = hugoContent(tree, site);
  const { pages, left } = hugoPages(tree, site, files);
  const ownContent = site.languages.flatMap(({ contentDir }) => (contentDir === undefined ? [] : [contentDir]));
  const content = [...new Set([...ownContent, ...site.contentDirs, ...site.mounts.map(({ folder }) => folder)])].sort(
    (a, b) => b.length - a.length,
  );
  const themed = [
    ...new Set(tree.files.flatMap((file) => /^themes\/[^/]+\/(?:static|assets)(?=\/)/u.exec(file)?.[0] ?? [])),
  ];
  return {
    site,
    pages,
    left,
    lists: hugoLists(site, files, pages),
    folders: { published: site.staticDirs, content, assets: [...site.assetDirs, ...themed] },
    convert: convertedHugoBody,
  };
}
