import { sentinel } from "./sentinels.ts";
import { withJoiners } from "./joiners.ts";
import { withMoney } from "./money.ts";
import { withoutPseudoTags } from "./pseudo-tags.ts";

/** What the steps before the parser must know. */
export interface PrepareOptions {
  readonly math: boolean;
  readonly mdx: boolean;
}

const loneTilde = /(?<![~\\])~(?!~)/gu;
const startingDate = /^([ \t>]*(?:[-*+] )?\d{4})\.(?= ?\d{1,2}\. ?\d{1,2}\.)/gmu;
const forgottenEscape = /\\([\\={"'])/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u{fdd0}-\u{fdef}\ufffe\uffff]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above.
const hasUnwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u{fdd0}-\u{fdef}\ufffe\uffff]/u;
const rubyBraces: ReadonlySet<string> = new Set([sentinel.openRuby, sentinel.closeRuby]);
const escapes: Readonly<Record<string, string>> = {
  "=": sentinel.equals,
  "{": sentinel.brace,
  '"': sentinel.double,
  "'": sentinel.single,
};

/**
 * The source as the parser must see it so that ordinary Korean comes out right; same lines, and every change is undone
 * by the functions of `sentinels.ts`.
 */
export function preparedSource(source: string, options: PrepareOptions): string {
  let out = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  if (hasUnwanted.test(out)) {
    out = out.replace(unwanted, (c) => (options.mdx && rubyBraces.has(c) ? c : sentinel.removed));
  }
  if (out.includes("\\")) {
    out = out.replace(forgottenEscape, (whole, c: string) => escapes[c] ?? whole);
  }
  if (!options.mdx && /<[a-z]/iu.test(out)) out = withoutPseudoTags(out);
  if (/[*~]/u.test(out)) out = withJoiners(out, options);
  if (out.includes("~")) out = out.replace(loneTilde, sentinel.tilde);
  if (/\d{4}\. ?\d/u.test(out)) out = out.replace(startingDate, `$1${sentinel.dot}`);
  if (options.math && out.includes("$")) out = withMoney(out);
  return out;
}
