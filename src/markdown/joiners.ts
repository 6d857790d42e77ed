import { sentinel } from "./sentinels.ts";

/** Emphasis runs that stand side by side: `~~**`. */
const clusters = /(?:\*+|~~+)+/g;
const cjk = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const word = /[\p{L}\p{N}\p{M}]/u;
const mark = /[\p{P}\p{S}]/u;
/** What ends words and begins none: tildes before it draw a syllable out (`좋아요~~!`). */
const closing = /[!?.,;:)\]}…。^]/u;
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
  return bounded.replace(clusters, (cluster, at: number) => joined(cluster, at, bounded));
}

/** A cluster with a joiner right before it, right after it or neither, and between its runs where each side can open and close. */
function joined(cluster: string, at: number, source: string): string {
  const runs = cluster.match(/\*+|~+/g) ?? [];
  const end = at + cluster.length;
  const before = [...source.slice(Math.max(0, at - 2), at)].at(-1) ?? "";
  const [after = ""] = source.slice(end, end + 2);
  const isSpent = before === "\\" && /(?<!\\)\\(?:\\\\)*$/.test(source.slice(Math.max(0, at - 99), at));
  const begins = !isSpent && isFlanked(before, after);
  const last = runs.at(-1) ?? "";
  const isDrawnOut = last.startsWith("~") && closing.test(after);
  const ends = isFlanked(after, before) && !isDrawnOut && !/^(?:\*{4}|~{3})/.test(last);
  const between = begins || ends || (/\S/u.test(before) && (cjk.test(before) || cjk.test(after)));
  return (begins ? sentinel.joiner : "") + runs.join(between ? sentinel.joiner : "") + (ends ? sentinel.joiner : "");
}

/** Whether a mark stands on one side and on the other what a Korean eye takes for a word beside it. */
function isFlanked(one: string, other: string): boolean {
  return mark.test(one) && !mark.test(other) && (cjk.test(other) || (wide.test(one) && word.test(other)));
}

/** MDX takes `<https://…>` for a tag, so there the address becomes a whole link. */
function withBoundedAddresses(source: string, mdx: boolean): string {
  const bounded = mdx ? `[$1]($1${sentinel.address})$2` : `<$1${sentinel.address}>$2`;
  return source.replace(addressBeforeRun, bounded);
}
