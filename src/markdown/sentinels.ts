/**
 * Noncharacters that carry meaning through the parser and never reach a reader: each with what a reader sees in its place
 * and, where it was another, what the author wrote. The author's own are taken out first, so each in a parsed tree is ours.
 */
const signs = {
  /** Neither white space nor punctuation: stands between a punctuation mark and an emphasis run. */
  joiner: ["\u{fdd0}", ""],
  /** A single `~`, which must never strike. */
  tilde: ["\u{fdd1}", "~"],
  /** A `<` that opens no real tag. */
  less: ["\u{fdd2}", "<"],
  /** The dot of a date that would begin a list. */
  dot: ["\u{fdd3}", "."],
  /** A `$` that is money. */
  dollar: ["\u{fdd4}", "$"],
  /** Escapes the parser would forget. */
  equals: ["\u{fdd5}", "=", "\\="],
  brace: ["\u{fdd6}", "{", "\\{"],
  double: ["\u{fdd7}", '"', '\\"'],
  single: ["\u{fdd8}", "'", "\\'"],
  colon: ["\u{fdd9}", ":", "\\:"],
  /** Ends a bare address that was put between angle brackets. */
  address: ["\u{fdda}", ""],
  /** Braces that neither open an expression of MDX nor hold a heading's attributes. */
  openBrace: ["\u{fddb}", "{"],
  closeBrace: ["\u{fddc}", "}"],
  /** A blank inside an address. */
  blank: ["\u{fddd}", " "],
  /** A `|` that parts no cells. */
  pipe: ["\u{fdde}", "|"],
  /** Stands behind the name of a directive that had a blank before it. */
  gap: ["\u{fddf}", ""],
  /** A `*` that multiplies, or is part of a face. */
  times: ["\u{fde0}", "*"],
  /** A `_` that is part of a face. */
  line: ["\u{fde1}", "_"],
} as const satisfies Record<string, readonly [sign: string, shown: string, written?: string]>;

const all: readonly (readonly [sign: string, shown: string, written?: string])[] = Object.values(signs);
const shown = new Map(all.map(([sign, words]) => [sign, words]));
const verbatim = new Map(all.map(([sign, words, written = words]) => [sign, written]));

/** The noncharacter of each escape that the parser would forget. */
export const escapes = new Map(all.flatMap(([sign, , written]) => (written === undefined ? [] : [[written, sign]])));

/** The noncharacters by name. */
export const sentinel = Object.fromEntries(Object.entries(signs).map(([name, [sign]]) => [name, sign])) as Readonly<
  Record<keyof typeof signs, string>
>;

const bracketed = /<([^\s<>]*)\u{fdda}>|\[([^\s\]]*)\]\(\2\u{fdda}\)/gu;
const any = /[\ufdd0-\ufdef]/g;
const anyEncoded = /%EF%B7%([9A][0-9A-F])/g;

export function hasSentinels(value: string): boolean {
  return value.search(any) !== -1;
}

export function restoredText(value: string): string {
  return hasSentinels(value) ? value.replace(any, (c) => shown.get(c) ?? "") : value;
}

/** Code or source as the author wrote it. */
export function restoredCode(value: string): string {
  const spaced = value.includes(sentinel.gap) ? value.replace(/(:{3,})([\p{L}_-]+)\ufddf/gu, "$1 $2") : value;
  return spaced.replace(bracketed, "$1$2").replace(any, (c) => verbatim.get(c) ?? "");
}

/** An attribute's value or an address, in which the parser may have percent-encoded sentinels. */
export function restoredAddress(value: string): string {
  return restoredText(
    value.replace(anyEncoded, (_, last: string) => String.fromCodePoint(0xfd40 + Number.parseInt(last, 16))),
  );
}
