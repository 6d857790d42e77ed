import { sentinel } from "./sentinels.ts";

const cjk = String.raw`[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]`;
const word = String.raw`[\p{L}\p{N}\p{M}]`;
const mark = String.raw`[[\p{P}\p{S}]--[*~\\]]`;
const wideMark = String.raw`[[\p{P}\p{S}]&&[\u3000-\u303f\uff00-\uff65\uffe0-\uffee]]`;
const run = String.raw`(?:\*{1,3}|~~)`;
/** An even number of backslashes: what follows is not escaped. */
const unescaped = String.raw`(?<=(?:^|[^\\])(?:\\\\)*)`;

const needed = new RegExp(
  `${mark}${run}${cjk}|${cjk}${run}[\\p{P}\\p{S}]|${wideMark}${run}${word}|${word}${run}${wideMark}`,
  "v",
);
const beforeRun = new RegExp(
  `${unescaped}(?:${mark}(?=${run}${cjk})|${wideMark}(?=${run}${word}))(?=(?:\\*|~~))`,
  "gmv",
);
const afterRun = new RegExp(`(?:(?<=${cjk})${run}(?![*~])(?=[\\p{P}\\p{S}])|(?<=${word})${run}(?=${wideMark}))`, "gv");
const addressBeforeRun = new RegExp(String.raw`(?<![\(<"'=]|\]: ?)(https?://[^\s<>*~]+)(${run})(?=${cjk})`, "gv");

/**
 * Source in which an emphasis run between a punctuation mark and a CJK letter (or between a wide mark and any letter) can
 * open or close: a word joiner on the mark's side takes the mark out of CommonMark's flanking rule, as the CJK-friendly
 * amendments do. A bare address ends before such a run.
 */
export function withJoiners(source: string, options: { mdx: boolean }): string {
  let out = source;
  // MDX takes `<https://…>` for a tag.
  const bracketed = options.mdx ? `[$1]($1${sentinel.address})$2` : `<$1${sentinel.address}>$2`;
  if (out.includes("://")) out = out.replace(addressBeforeRun, bracketed);
  if (!needed.test(out)) return out;
  return out.replace(beforeRun, `$&${sentinel.joiner}`).replace(afterRun, `$&${sentinel.joiner}`);
}
