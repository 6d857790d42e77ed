/**
 * A label as readers see it: NFC, blanks single, ends trimmed, without controls, text direction marks, zero-width
 * blanks and broken characters (what joins an emoji stays). Empty where nothing is left to see.
 */
export function termLabel(text: string): string {
  const clean = text
    .normalize("NFC")
    .replace(/[\s\u0085]+/gu, " ")
    .replace(/[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd]/gu, "")
    .replace(/ {2,}/gu, " ")
    .trim();
  return /^[\p{Default_Ignorable_Code_Point}\p{M}\s]*$/u.test(clean) ? "" : clean.normalize("NFC");
}

/**
 * What two spellings of one term have in common: case, blanks and inner hyphens do not count, save between digits
 * (`2020-21` is not `202021`). Signs do: C, C++ and C# stay apart.
 */
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
