import { preparedSource } from "./prepare.ts";
import { restoredCode, sentinel } from "./sentinels.ts";

const ruby = /\{([^{}|\n]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][^{}|\n]*\|[^{}\n]+)\}/gu;
const loneDollar = /(?<![\\$])\$(?!\$)/g;
/** Imports and exports up to a blank line, expressions (one level of braces inside), tags. */
const code =
  /^(?:import|export)\b[\s\S]*?(?=\n[ \t]*\n|$(?![\s\S]))|\{(?:[^{}]|\{[^{}]*\})*\}|<\/?[a-z>](?:[^<>"'{}]|"[^"]*"|'[^']*')*>/gimu;

/** As `preparedSource`, for MDX: imports, expressions and tags stay as they are, and `{漢字|한자}` is no expression. */
export function preparedMdx(source: string, options: { math: boolean }): string {
  const annotated = source.replace(ruby, `${sentinel.openBrace}$1${sentinel.closeBrace}`);
  const prepared = preparedSource(annotated, { math: options.math, mdx: true });
  const spent = options.math ? prepared : prepared.replace(loneDollar, sentinel.dollar);
  return spent.replace(code, restoredCode);
}
