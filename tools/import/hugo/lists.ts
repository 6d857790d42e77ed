import { fixedPaths } from "#model/address.ts";
import type { ContentFile } from "./content.ts";
import { hugoPath } from "#tools/import/shared/addresses.ts";
import type { HugoSite } from "./site.ts";
import type { SourcePage } from "#tools/import/shared/blog.ts";
import { listOf, textOf, valueAt } from "#tools/import/shared/values.ts";

type ListRedirect = readonly [from: string, to: string];

/**
 * Where the addresses of Hugo's own lists lead with us: sections and their feeds to the list of all posts and the site's
 * feed, taxonomies under other names to our tags and categories, feeds of terms to theirs.
 */
export function hugoLists(site: HugoSite, files: readonly ContentFile[], pages: readonly SourcePage[]): ListRedirect[] {
  const redirects = [...sectionRedirects(site, files), ...taxonomyRedirects(site, pages)];
  const taken = new Set(pages.flatMap(({ path, aliases }) => [path, ...aliases]));
  const first = new Map([...redirects].reverse());
  return [...first]
    .filter(([from, to]) => from !== to && !taken.has(from) && !/[#?%]/u.test(from))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function sectionRedirects(site: HugoSite, files: readonly ContentFile[]): ListRedirect[] {
  return files
    .flatMap(({ place }) =>
      place.sections.map((_, depth): ListRedirect[] => {
        const folder = place.folders.slice(0, depth + 1).join("/");
        const list = hugoPath(`/${place.prefix}${folder}/`, site.keepCase);
        return [
          [list, fixedPaths.posts],
          [`${list}index.xml`, "/rss.xml"],
        ];
      }),
    )
    .flat();
}

function taxonomyRedirects(site: HugoSite, pages: readonly SourcePage[]): ListRedirect[] {
  return Object.entries(site.taxonomies).flatMap(([one, many]) => {
    const name = textOf(many);
    const ours = /^tags?$/iu.test(one) ? "tags" : /^categor(?:y|ies)$/iu.test(one) ? "categories" : undefined;
    if (name === undefined || ours === undefined) return [];
    const list = hugoPath(`/${name}/`, site.keepCase);
    const terms = new Set(pages.flatMap(({ data }) => listOf(valueAt(data, name, one), /,/u)));
    const ends = [...terms].map((term) => `${hugoPath(term.replace(/^\/+|\/+$/gu, ""), site.keepCase)}/`);
    return ["", ...ends].flatMap((end): ListRedirect[] => [
      [list + end, `${fixedPaths[ours]}${end}`],
      [`${list}${end}index.xml`, end === "" ? "/rss.xml" : `${fixedPaths[ours]}${end}rss.xml`],
    ]);
  });
}
