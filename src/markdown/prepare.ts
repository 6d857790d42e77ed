import { sentinel, restoredCode } from "./sentinels.ts";
import { withDirectiveNames } from "./dialects.ts";
import { withJoiners } from "./joiners.ts";
import { withKeptBlanks } from "./kept-blanks.ts";
import { withMoney } from "./money.ts";
import { withoutPseudoTags } from "./pseudo-tags.ts";
import { withTables } from "./table-source.ts";

/** What the steps before the parser must know. */
export interface PrepareOptions {
  readonly math: boolean;
  readonly mdx: boolean;
}

const loneTilde = /(?<![~\\])~(?!~)/gu;
const startingDate = /^([ \t>]*(?:[-*+] )?\d{4})\.(?= ?\d{1,2}\. ?\d{1,2}\.)/gmu;
const brace = String.raw`\{(?![ \t]*[#.][^\s{}]+[ \t]*\})(?=[^{}\n]*\}`;
const bracedHeading = new RegExp(`^( {0,3}#{1,6}[ \\t][^\\n]*)${brace}[ \\t#]*$)`, "gm");
const bracedUnderlined = new RegExp(`^([^\\n]*)${brace}[ \\t]*\\n(?:=+|-+)[ \\t]*$)`, "gm");
const underlined = /\}[ \t]*\n(?:=+|-+)[ \t]*$/m;
const forgottenEscape = /\\([\\={"'])/gu;
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]/g;
const hasUnwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]/;
const keptBraces: ReadonlySet<string> = new Set([sentinel.openBrace, sentinel.closeBrace]);
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
    out = out.replace(unwanted, (c) => (options.mdx && keptBraces.has(c) ? c : sentinel.removed));
  }
  if (out.includes("\\")) {
    out = out.replace(forgottenEscape, (whole, c: string) => escapes[c] ?? whole);
  }
  if (!options.mdx && /<[a-z]/iu.test(out)) out = withoutPseudoTags(out);
  if (/[*~]/u.test(out)) out = withJoiners(out, options);
  if (out.includes("~")) out = out.replace(loneTilde, sentinel.tilde);
  if (out.includes("::: ")) out = withDirectiveNames(out);
  if (out.includes("](")) out = withKeptBlanks(out);
  if (out.includes("|")) out = withTables(out);
  if (/\d{4}\. ?\d/u.test(out)) out = out.replace(startingDate, `$1${sentinel.dot}`);
  if (!options.mdx && out.includes("{")) out = withPlainBraces(out);
  if (options.math && out.includes("$")) out = withMoney(out);
  return out;
}

/** A heading's braces hold attributes only where they begin with `#` or `.`; the parser would take others too. */
function withPlainBraces(source: string): string {
  const out = source.replace(bracedHeading, `$1${sentinel.openBrace}`);
  return underlined.test(out) ? out.replace(bracedUnderlined, `$1${sentinel.openBrace}`) : out;
}

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
