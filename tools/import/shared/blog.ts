import type { FileFolders } from "./blog-files.ts";
import type { BodyContext } from "#tools/import/body/body-context.ts";
import type { LeftOut } from "./report.ts";
import type { SourceTree } from "./source-tree.ts";
import type { SourcePage, SourceSite } from "./source-page.ts";

/** A blog as its reader hands it to the importer. */
export interface Blog {
  readonly site: SourceSite;
  /** Pages of all languages. */
  readonly pages: readonly SourcePage[];
  readonly left: readonly LeftOut[];
  /** The files, where some of them are parts of one on disk. */
  readonly tree?: SourceTree;
  /** True where files have no front matter: fields come from elsewhere. */
  readonly isBare?: boolean;
  /** False where nothing says what addresses the posts had. */
  readonly isRuled: boolean;
  readonly folders: FileFolders;
  /** Old addresses of lists and feeds, and where they lead with us. */
  readonly lists?: readonly (readonly [from: string, to: string])[];
  /** Turns a body of this kind of blog into ours. */
  readonly convert: (body: string, context: BodyContext) => string;
}
