import type { GuardCode } from "#text/problems-guards.ts";
import type { BuiltSite } from "./built-site.ts";

/** Something a guard found in the built site. */
export interface Finding {
  /** An error stops the build; a warning stops it only under `--strict`. */
  readonly severity: "error" | "warning";
  /** Key of the message in `text/problems-guards.ts`, kebab-case. */
  readonly code: GuardCode;
  /** What the message names. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Address of the page (`/posts/글/`), or the built file's path where it is no page. */
  readonly page: string;
  /** The author's file from the repository's root, where one is known to have made the page. */
  readonly file?: string;
  /** 1-based line in that file, where it can be found. */
  readonly line?: number;
  /** The line as it should stand, where that can be known. */
  readonly corrected?: string;
}

/** A proof on the built site: pure, whole, says everything it finds at once. */
export type Guard = (site: BuiltSite) => Finding[];
