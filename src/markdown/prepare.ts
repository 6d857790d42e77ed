import type { Features } from "satteri";
import { particleForms } from "#korean/word-forms.ts";
import { interfaceWords } from "#text/markdown.ts";
import { mdxCode, outsideCode } from "./composed-text.ts";
import { withFaces } from "./faces.ts";
import { withJoiners } from "./joiners.ts";
import { withOpenFormulas } from "./open-formulas.ts";
import { isElementName } from "./raw-policy.ts";
import { escapes, restoredCode, sentinel } from "./sentinels.ts";
import { codeSpan, withTables } from "./table-source.ts";

/** An emphasis that begins a word; or two stars within words and numbers, which multiply (`30*40*50cm`, `가로*세로*높이`, `O(n*m)과 O(n*k)`), and twice two of powers (`x**2 + y**2`), with what follows them. A whole Latin word between them is emphasis. */
const multiplied =
  /(?<![가-힣A-Za-z\d*\\])\*(?=[^\s*])(?:[^*\n]|\n(?!\s*\n))*\*|(?:(?<=[가-힣A-Za-z\d])\*(?![A-Za-z]{2,}\*)(?:[A-Za-z\d]|[가-힣A-Za-z\d](?:[^*\n]|\n(?!\s*\n))*[가-힣A-Za-z\d])\*(?=[가-힣A-Za-z\d])|(?<=[A-Za-z\d)])\*\*\d(?:[^*\n]*[A-Za-z\d)])?\*\*(?=\d))(?=([가-힣]*))/gu;
const paragraph = /(?:[^\n]|\n(?![ \t]*\n))+/gu;
const loneTilde = /(?<![~\\])~(?!~)/gu;
/** Tildes that draw out a syllable alone at a word's start (`너~~무 좋다`), or a greeting or a sentence's end (`안녕~~여러분~~`); other strikes are found whole, to be passed over. */
const drawnOut =
  /(?<=(?<![\p{L}\p{N}~])[가-힣])~~(?=[가-힣][^\s~]*\s)|(?<=니다|[세네에예해어아]요|죠|안녕)~~(?=[가-힣])(?![만고면는라며지])|~~(?=[^\s~])(?:[^~\n]|~(?!~)|\n(?!\s*\n))+~~/gu;
/** `2020. 6. 1.` and `2023. 11 ~`, in items and notes too. */
const startingDate = /^((?:[ \t>]|(?:[-*+:]|\d{1,3}[.)]|\[\^[^\]\n]+\]:)[ \t])*\d{4})\.(?=[ \t]*\d{1,2}(?!\d))/gmu;
/** A heading's braces hold attributes only where they begin with `#` or `.`; the parser would take others too. */
const brace = String.raw`\{(?![ \t]*[#.][^\s{}]+[ \t]*\})(?=[^{}\n]*\}`;
const bracedHeading = new RegExp(`^( {0,3}#{1,6}[ \\t][^\\n]*)${brace}[ \\t#]*$)`, "gm");
const bracedUnderlined = new RegExp(`^([^\\n]*)${brace}[ \\t]*\\n(?:=+|-+)[ \\t]*$)`, "gm");
const underlined = /\}[ \t]*\n(?:=+|-+)[ \t]*$/m;
const forgottenEscape = /\\[\\={"':]/gu;
/** VitePress has a blank before a directive's name: `::: tip 제목`. */
const directiveName = /^([ \t>]*:{3,})[ \t]([\p{L}_-]+)/gmu;
/** A bracket before one that begins a link's words: `[[강의] 제목](https://…)`, `[[1]](#참고)`. Obsidian's `[[글]](말)` is none. */
const bracketedWords =
  /\[(?!\[[^[\]\n]*\]\](?!\((?:https?:|mailto:|[#/.]|\S+\.\w{2,4}\))))(?=(?:\[[^[\]\n]*\][^[\]\n]*)+\][([])/gu;
export const ruby = /\{([^{}|\n]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][^{}|\n]*\|[^{}\n]+)\}/gu;
/** Control characters and noncharacters, which mean nothing in a text; the reader has told its author of them. */
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]/g;

/**
 * The source as the parser must see it so that ordinary Korean comes out right; same lines, and every change is undone
 * by the functions of `sentinels.ts`.
 */
export function preparedSource(source: string, { math }: { math: boolean }, mdx = false): string {
  let out = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  out = out.replace(unwanted, "");
  if (mdx) out = out.replace(ruby, `${sentinel.openBrace}$1${sentinel.closeBrace}`);
  out = out.replace(forgottenEscape, (whole) => escapes.get(whole) ?? whole);
  if (!mdx && /<[a-z]/iu.test(out)) out = withoutPseudoTags(out);
  if (/[*_~<]|\)\//u.test(out)) out = withFaces(out);
  if (out.includes("*")) out = out.replace(paragraph, withMasks).replace(multiplied, withTimes);
  if (/[*~]/u.test(out)) out = withJoiners(out, mdx);
  if (out.includes("~~")) out = out.replace(drawnOut, (run) => (run === "~~" ? sentinel.tilde.repeat(2) : run));
  if (out.includes("~")) out = out.replace(loneTilde, sentinel.tilde);
  if (out.includes("::: ")) out = out.replace(directiveName, `$1$2${sentinel.gap}`);
  if (out.includes("](")) out = withKeptBlanks(out);
  if (out.includes("[[")) out = out.replace(bracketedWords, `[${sentinel.joiner}`);
  if (out.includes("|")) out = withTables(out);
  if (/\d{4}\. ?\d/u.test(out)) out = out.replace(startingDate, `$1${sentinel.dot}`);
  if (!mdx && out.includes("{")) out = out.replace(bracedHeading, `$1${sentinel.openBrace}`);
  if (!mdx && underlined.test(out)) out = out.replace(bracedUnderlined, `$1${sentinel.openBrace}`);
  if (out.includes("$$")) out = outsideCode(out, withOpenFormulas);
  if (math && out.includes("$")) out = out.replace(paragraph, withMoney);
  return out;
}

/** Two stars that multiply; those around one word before its particle (`한국*문화*를`) are emphasis. */
function withTimes(pair: string, after: string | undefined): string {
  if (after === undefined || (particleForms.has(after) && !/\s/u.test(pair))) return pair;
  return pair.replaceAll("*", sentinel.times);
}

/** A paragraph in which stars that hide letters (`010-****-1234`, `김**님, 이**님`, `kim***`) are text: outside of strong words, beside a hyphen, digits or Latin letters four and more, and fewer behind these or a lone syllable and before what strong words do not begin with. */
function withMasks(block: string): string {
  let isOpen = false;
  return block.replace(/(?<![\\*])\*{2,}/gu, (run, at: number) => {
    const before = block.slice(Math.max(0, at - 2), at);
    const after = block[at + run.length] ?? " ";
    const isLong = run.length > 3 && (/[A-Za-z\d-]$/u.test(before) || /[-@]/u.test(after));
    const isName = /(?:(?<![가-힣])[가-힣]|[A-Za-z\d])$/u.test(before) && /[님씨,@-]/u.test(after);
    if (!isOpen && (isLong || isName)) return sentinel.times.repeat(run.length);
    isOpen = /^$|\s$/u.test(before) || !(isOpen || /\s/u.test(after));
    return run;
  });
}

const loneDollar = /(?<![\\$])\$(?!\$)/g;

/** As `preparedSource`, for MDX: imports, expressions and tags stay as they are, and `{漢字|한자}` is no expression. */
export function preparedMdx(source: string, { math }: { math: boolean }): string {
  const prepared = preparedSource(source, { math }, true);
  const spent = math ? prepared : prepared.replace(loneDollar, sentinel.dollar);
  return spent.replace(mdxCode, restoredCode);
}

/** A `$` by itself; code between backticks and formulas between `$$` are found whole, to be passed over. */
const dollar = new RegExp(String.raw`${codeSpan.source}|(?<!\\)\$(?:\$[\s\S]*?(?:\$\$|$(?![\s\S])))?`, "gu");

/**
 * A paragraph in which a `$` that opens or closes no formula is text. Pandoc's rule (`tex_math_dollars`) finds formulas: no
 * space inside the opening or closing sign and no digit after the closing one; and a formula has no Hangul beside its
 * opening digits or behind digits before it, so `$5와 10$` and `5$와 10$` are money.
 */
function withMoney(block: string): string {
  const signs = [...block.matchAll(dollar)].filter(([sign]) => sign === "$").map(({ index }) => index);
  const formula = new Set<number>();
  for (let i = 0; i < signs.length - 1; i++) {
    const [open, close] = [signs[i] ?? 0, signs[i + 1] ?? 0];
    if (!isFormula(block.slice(open + 1, close), block[open - 1] ?? "", block[close + 1] ?? "")) continue;
    formula.add(open).add(close);
    i++;
  }
  return block.replace(dollar, (sign, _ticks, index: number) =>
    sign === "$" && !formula.has(index) ? sentinel.dollar : sign,
  );
}

function isFormula(inside: string, before: string, after: string): boolean {
  if (inside === "" || /^\s|\s$/u.test(inside) || /\d/u.test(after)) return false;
  if (/\d/u.test(before) && /^\p{Script=Hangul}/u.test(inside)) return false;
  return !(/^\d/u.test(inside) && /\p{Script=Hangul}/u.test(inside.replace(/\\text\{[^}]*\}/gu, "")));
}

const tagLike = /(?<!\\)(\]\(|\]:[ \t]*\n?[ \t]*)?<(\/?)([a-z][^\s<>/]*)/giu;
const holdsLinkEnd = /^[^<>\n]*\][([][^<>\n]*>/u;
const address = /^[a-z][a-z0-9+.-]*:|@/iu;

/** Source in which the `<` of what only looks like a tag (`<T>`, `<pid>`, `List<String>`) is text; link targets and addresses stay, and a tag that holds a link's end. */
function withoutPseudoTags(source: string): string {
  return source.replace(tagLike, (...found: (string | number | undefined)[]) => {
    const [whole, target, , name, at] = found as [string, string | undefined, string, string, number];
    if (target !== undefined || address.test(name) || isElementName(name)) return whole;
    const end = at + whole.length;
    return holdsLinkEnd.test(source.slice(end, end + 200)) ? whole : whole.replace("<", sentinel.less);
  });
}

const longest = 1000;
const fileName = /\.[A-Za-z0-9]{1,5}(?:[?#]\S*)?$|^\.{0,2}\//u;
const title = /[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))$/u;

/**
 * Source in which the blanks of an address are part of it: `![하나](그림 하나.png)`, `[글](문서 하나.pdf)`, and the size
 * behind a picture's, `![](그림.png =300x200)`. In code the blanks come back as they were.
 */
function withKeptBlanks(source: string): string {
  let out = "";
  let from = 0;
  for (let at = source.indexOf("]("); at !== -1; at = source.indexOf("](", at + 2)) {
    const inside = destinationAt(source, at + 2);
    const lead = /^[ \t]*/u.exec(inside)?.[0].length ?? 0;
    const address = inside.slice(lead).trimEnd().replace(title, "").trimEnd();
    if (!/[ \t]/u.test(address) || /["<>]/u.test(address)) continue;
    const isPicture = /!\[[^\]\n]*$/u.test(source.slice(Math.max(0, at - longest), at));
    if (!fileName.test(address) && !(isPicture && / =\d*(?:x\d*)?%?$/u.test(address))) continue;
    const start = at + 2 + lead;
    out += source.slice(from, start) + address.replace(/[ \t]/gu, sentinel.blank);
    from = start + address.length;
  }
  return from === 0 ? source : out + source.slice(from);
}

/** What stands between a link's parentheses, up to the one that closes them; empty where none does on the line. */
function destinationAt(source: string, start: number): string {
  let depth = 0;
  for (let at = start; at < source.length && at < start + longest; at++) {
    const character = source[at];
    if (character === "\n" || character === "<") return "";
    if (character === "(") depth += 1;
    else if (character === ")" && depth-- === 0) return source.slice(start, at);
  }
  return "";
}

/** The parser's features for one source; those that cost or mislead are on only where the source calls for them. */
export function featuresFor(source: string, options: { language: "ko" | "en"; math: boolean }): Features {
  const words = interfaceWords(options.language);
  const footnotes = { label: words.footnotes, backLabel: words.backToText, clobberPrefix: "" };
  return {
    gfm: source.includes("[^") ? { footnotes } : { footnotes: false },
    frontmatter: false,
    smartPunctuation: false,
    headingAttributes: source.includes("{"),
    definitionList: source.includes(":") && /^[ \t>]*:[ \t]/m.test(source),
    wikilinks: source.includes("[["),
    math:
      source.includes("$") && (options.math || source.includes("$$")) ? { singleDollarTextMath: options.math } : false,
  };
}
