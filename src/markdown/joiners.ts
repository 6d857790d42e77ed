import { sentinel } from "./sentinels.ts";

const runs = /\*+|~~+/g;
const cjk = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const word = /[\p{L}\p{N}\p{M}]/u;
const mark = /[\p{P}\p{S}]/u;
const wide = /[\u3000-\u303f\uff00-\uff65\uffe0-\uffee]/u;
const addressBeforeRun =
  /(?<![(<"'=]|\]: ?)(https?:\/\/[^\s<>*~]+)(\*{1,3}|~~)(?=[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu;

/**
 * Source in which an emphasis run between a punctuation mark and a CJK letter (or between a wide mark and any letter) can
 * open or close: a joiner on the mark's side takes the mark out of CommonMark's flanking rule, as the CJK-friendly
 * amendments do. A bare address ends before such a run.
 */
export function withJoiners(source: string, mdx: boolean): string {
  const bounded = source.includes("://") ? withBoundedAddresses(source, mdx) : source;
  let out = "";
  let from = 0;
  for (const { 0: whole, index } of bounded.matchAll(runs)) {
    const end = index + whole.length;
    // Right behind a joiner (`~~가~~**“나”**`) a run stands as behind a letter.
    const isJoined = from === index && from > 0 && mark.test([...bounded.slice(end, end + 2)][0] ?? "");
    const place = isJoined ? end : joinerPlace(bounded, index, end);
    if (place === undefined) continue;
    out += bounded.slice(from, place) + sentinel.joiner;
    from = place;
  }
  return from === 0 ? bounded : out + bounded.slice(from);
}

/** Where a run needs a joiner: right before it, right after it, or nowhere. */
function joinerPlace(source: string, start: number, end: number): number | undefined {
  const before = [...source.slice(Math.max(0, start - 2), start)].at(-1) ?? "";
  const [after = ""] = source.slice(end, end + 2);
  const [markBefore, markAfter] = [mark.test(before), mark.test(after)];
  if (markBefore === markAfter) return undefined;
  if (before === "*" || before === "~") return undefined;
  if (markBefore && before !== "\\" && (cjk.test(after) || (wide.test(before) && word.test(after)))) return start;
  const tooLong = end - start > (source[start] === "*" ? 3 : 2);
  if (markAfter && !tooLong && (cjk.test(before) || (wide.test(after) && word.test(before)))) return end;
  return before === "\\" && cjk.test(after) && !isEscaped(source, start) ? start : undefined;
}

function isEscaped(source: string, at: number): boolean {
  let slashes = 0;
  while (source[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

/** MDX takes `<https://…>` for a tag, so there the address becomes a whole link. */
function withBoundedAddresses(source: string, mdx: boolean): string {
  const bounded = mdx ? `[$1]($1${sentinel.address})$2` : `<$1${sentinel.address}>$2`;
  return source.replace(addressBeforeRun, bounded);
}
