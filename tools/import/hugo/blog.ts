import { fixedPaths } from "#model/address.ts";
import type { Blog, ListRedirect, SourcePage } from "#tools/import/shared/blog.ts";
import { withoutShortcodes } from "#tools/import/body/hugo-tags.ts";
import { hugoPath } from "#tools/import/shared/addresses.ts";
import { listLike, termLists } from "#tools/import/shared/lists.ts";
import { listOf, valueAt } from "#tools/import/shared/values.ts";
import { type ContentFile, hugoContent } from "./content.ts";
import { hugoPages } from "./pages.ts";
import { hugoSettings, type HugoSite, hugoSite } from "./site.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";

/** Reads a Hugo site. */
export function hugoBlog(tree: SourceTree): Blog {
  const site = hugoSite(hugoSettings(tree) ?? {});
  const files = hugoContent(tree, site);
  const { pages, left } = hugoPages(tree, site, files);
  const content = [
    ...site.languages.flatMap(({ contentDir }) => contentDir ?? []),
    ...site.contentDirs,
    ...site.mounts.map(({ folder }) => folder),
  ];
  const themed = tree.files.flatMap((file) => /^themes\/[^/]+\/(?:static|assets)(?=\/)/u.exec(file)?.[0] ?? []);
  return {
    site,
    pages,
    left,
    // A taxonomy's own `_index` makes no section of it.
    lists: [
      ...taxonomyRedirects(site, pages),
      ...sectionRedirects(site, files),
      ...left.flatMap(({ path }) => (path === undefined ? [] : [listLike(path)])),
    ],
    folders: {
      published: site.staticDirs,
      content: [...new Set(content)].sort((a, b) => b.length - a.length),
      assets: [...new Set([...site.assetDirs, ...themed])],
    },
    steps: [withoutShortcodes],
  };
}

/** Where sections and their feeds lead with us: to the list of all posts and the site's feed. */
function sectionRedirects(site: HugoSite, files: readonly ContentFile[]): ListRedirect[] {
  return files.flatMap(({ place }) =>
    place.sections.flatMap((_, depth): ListRedirect[] => {
      const folder = place.folders.slice(0, depth + 1).join("/");
      const list = hugoPath(`/${place.prefix}${folder}/`, site.keepCase);
      return [
        [list, fixedPaths.posts],
        [`${list}index.xml`, "/rss.xml"],
      ];
    }),
  );
}

/** Where taxonomies under other names and feeds of terms lead: to our tags and categories and their feeds. */
function taxonomyRedirects(site: HugoSite, pages: readonly SourcePage[]): ListRedirect[] {
  return site.taxonomies.flatMap(({ ours, one, name }) => {
    if (ours === undefined) return [];
    const list = hugoPath(`/${name}/`, site.keepCase);
    const terms = new Set(pages.flatMap(({ data }) => listOf(valueAt(data, name, one), /,/u)));
    return [
      [list, fixedPaths[ours]],
      [`${list}index.xml`, "/rss.xml"],
      ...[...terms].flatMap((term) => {
        const end = hugoPath(term.replace(/^\/+|\/+$/gu, ""), site.keepCase);
        return termLists([ours, term], `${list}${end}/`, "index.xml");
      }),
    ];
  });
}
