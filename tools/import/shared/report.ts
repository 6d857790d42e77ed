import type { Message } from "#messages/message.ts";
import type { ImportWarningCode } from "#text/problems-importing.ts";
import type { SourceSite } from "./source-page.ts";
import type { Translation } from "./translations.ts";

/** A place that needs a human eye: its file is the source's. */
export interface ImportWarning extends Message {
  readonly code: ImportWarningCode;
  readonly file: string;
  readonly line: number;
  /** 1-based, in our file. */
  readonly targetLine: number;
}

/** A content file that becomes no page of ours, and why. */
export interface LeftOut {
  readonly file: string;
  /** Key of `text/importing.ts`: `left-section`, `left-resource` … */
  readonly reason: string;
  /** 1-based, where one line says why. */
  readonly line?: number | undefined;
}

/** What became of one page. */
export interface PageReport {
  readonly source: string;
  readonly target: string;
  readonly path: string;
  readonly aliases: readonly string[];
  /** True where the old address is not known. */
  readonly isNewAddress: boolean;
  readonly isDraft: boolean;
  /** What the post holds: words, and pictures that are shown. */
  readonly words: number;
  readonly pictures: number;
  readonly warnings: readonly ImportWarning[];
}

/** What an import did, without anything that changes from run to run. */
export interface Report {
  readonly site: SourceSite;
  readonly language: string;
  readonly pages: readonly PageReport[];
  /** Pages that say the same in different languages. */
  readonly translations: readonly Translation[];
  readonly left: readonly LeftOut[];
  readonly otherLanguages: readonly string[];
  /** Files that were not published, and why. */
  readonly asides: readonly LeftOut[];
  /** Files of ours that were edited and left alone. */
  readonly kept: readonly string[];
  /** Old addresses at which nothing of ours answers. */
  readonly lost: readonly string[];
}
