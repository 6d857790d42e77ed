import type { Blog } from "./blog.ts";
import type { FoundFile } from "./blog-files.ts";
import type { BlogLinks } from "./blog-links.ts";
import type { SourcePage } from "./source-page.ts";
import type { SourceTree } from "./source-tree.ts";

/** What every page's import works with. */
export interface Tools {
  readonly tree: SourceTree;
  readonly blog: Blog;
  readonly find: (address: string, page: SourcePage) => FoundFile | undefined;
  readonly links: BlogLinks;
  /** Files to publish: path under `public` → path in the source. */
  readonly files: Map<string, string>;
  /** Whether a picture file can be published, as far as it was looked at. */
  readonly whole: Map<string, boolean>;
  /** Old addresses of lists, and where they lead with us. */
  readonly lists: ReadonlyMap<string, string>;
  readonly now: number;
  /** Pages whose address was taken: source file → the address it had. */
  readonly moved: ReadonlyMap<string, string>;
}

/** The folder of ours that holds a bundle. */
export function bundleTarget(page: SourcePage): string {
  return `src/content/${page.kind}s/${page.id}`;
}
