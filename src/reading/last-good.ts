import { inKeptOrder, type WrittenEntry } from "./kept.ts";
import type { FileMessage } from "#messages/message.ts";

interface Read {
  readonly entries: readonly WrittenEntry[];
  readonly problems: readonly FileMessage[];
}

/** What the dev server shows after a reading. */
export interface Shown {
  /** In kept order. */
  readonly entries: readonly WrittenEntry[];
  /** Whether they are other than after the reading before. */
  readonly changed: boolean;
  /** Whether an MDX file is among them that was not before. */
  readonly newMdx: boolean;
}

/** For the dev server: a file with an error is shown as it was when it last had none; not at all if it never was right. */
export function lastGood(): (read: Read) => Shown {
  let before: readonly WrittenEntry[] = [];
  return ({ entries, problems }) => {
    const wrong = new Set(problems.flatMap(({ severity, file }) => (severity === "error" ? [file] : [])));
    const isRight = ({ entry }: WrittenEntry) => !wrong.has(entry.file);
    const shown = [...entries.filter(isRight), ...before.filter((one) => !isRight(one))];
    shown.sort(inKeptOrder);
    const changed = shown.length !== before.length || shown.some(({ text }, at) => text !== before[at]?.text);
    const known = new Set(before.map(({ entry }) => entry.file));
    const newMdx = shown.some(({ entry }) => entry.format === "mdx" && !known.has(entry.file));
    before = shown;
    return { entries: shown, changed, newMdx };
  };
}
