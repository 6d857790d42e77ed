import { inStoredOrder, type ReadEntry } from "./entry-store.ts";
import type { FileMessage } from "#messages/message.ts";

interface Read {
  readonly entries: readonly ReadEntry[];
  readonly problems: readonly FileMessage[];
}

/** What the dev server shows after a reading. */
export interface Shown {
  /** In kept order. */
  readonly entries: readonly ReadEntry[];
  /** Whether they are other than after the reading before. */
  readonly changed: boolean;
  /** Whether an MDX file is among them that was not before. */
  readonly newMdx: boolean;
}

/** For the dev server: a file with an error is shown as it was when it last had none; not at all if it never was right. */
export function lastGood(): (read: Read) => Shown {
  let before: readonly ReadEntry[] = [];
  return ({ entries, problems }) => {
    const wrong = new Set(problems.flatMap(({ severity, file }) => (severity === "error" ? [file] : [])));
    const isRight = ({ entry }: ReadEntry) => !wrong.has(entry.file);
    const shown = [...entries.filter(isRight), ...before.filter((one) => !isRight(one))];
    shown.sort(inStoredOrder);
    const changed = shown.length !== before.length || shown.some(({ digest }, at) => digest !== before[at]?.digest);
    const known = new Set(before.map(({ entry }) => entry.file));
    const newMdx = shown.some(({ entry }) => entry.format === "mdx" && !known.has(entry.file));
    before = shown;
    return { entries: shown, changed, newMdx };
  };
}
