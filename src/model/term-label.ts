import { cleaned } from "#korean/summary.ts";

/** A label as readers see it; empty where nothing is left to see. */
export function termLabel(text: string): string {
  const clean = cleaned(text);
  return /^[\p{Default_Ignorable_Code_Point}\p{M}\s]*$/u.test(clean) ? "" : clean.normalize("NFC");
}

/** What two spellings of one term have in common: case, blanks and inner hyphens do not count, save between digits (`2020-21`). Signs do: C, C++ and C# stay apart. */
export function termKey(label: string): string {
  const folded = label
    .normalize("NFC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .toUpperCase()
    .toLowerCase()
    .normalize("NFC");
  return folded.trim().replace(/[\s\u002d\u2010\u2011]+/gu, (run, at: number, whole: string) => {
    const end = at + run.length;
    if (at === 0 || end === whole.length) return run.replace(/\s/gu, "");
    return /\p{Nd}$/u.test(whole.slice(Math.max(0, at - 2), at)) && /^\p{Nd}/u.test(whole.slice(end, end + 2))
      ? "-"
      : "";
  });
}
