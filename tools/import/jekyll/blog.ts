import type { Blog } from "#tools/import/shared/blog.ts";
import { withOurAddresses } from "#tools/import/body/body.ts";
import { jekyllPages } from "./pages.ts";
import { jekyllSite } from "./site.ts";
import { withoutKramdown } from "./kramdown.ts";
import { withoutLiquid } from "#tools/import/body/liquid.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";

/** Reads a Jekyll site; undefined for a folder that holds none. */
export function jekyllBlog(tree: SourceTree): Blog | undefined {
  const site = jekyllSite(tree);
  if (site === undefined) return undefined;
  const root = site.root.replace(/\/$/u, "");
  return {
    site,
    ...jekyllPages(tree, site),
    isRuled: true,
    folders: { published: [root], content: [], assets: [] },
    convert: (body, context) => {
      const plain = withoutLiquid(body, context.over(body));
      return withOurAddresses(withoutKramdown(plain, context.over(plain)), context);
    },
  };
}
