import type { ImportWarningCode } from "#text/problems-importing.ts";
import type { SourcePage, SourceSite } from "#tools/import/shared/source-page.ts";

/** What converting a body may ask of the rest of the blog, and where it tells its warnings. */
export interface BodyContext {
  readonly page: SourcePage;
  readonly site: SourceSite;
  /** How our post writes the picture that an address means (its file is then copied); undefined where there is no such file. */
  readonly picture: (address: string) => string | undefined;
  /** The pictures that a glob (`images/*`) or a folder means, as our post writes them. */
  readonly pictures: (pattern: string) => readonly string[];
  /** How our post writes a link to a page or a file of the blog; undefined for anything else. */
  readonly link: (address: string) => string | undefined;
  /** The address of the page that `ref` names (`post.md`, `/post/x`, `x#글`). */
  readonly reference: (target: string) => string | undefined;
  /** The title of the page at an address of ours. */
  readonly titleOf: (address: string) => string | undefined;
  /** Whether the blog has the file that an address means. */
  readonly hasFile: (address: string) => boolean;
  /** The same context for warnings in another text: the body as it stands between two steps. */
  readonly over: (text: string) => BodyContext;
  /** Notes a doubtful place, by offset in the text that the context is over. */
  readonly warn: (code: ImportWarningCode, start: number, values?: Readonly<Record<string, string | number>>) => void;
}
