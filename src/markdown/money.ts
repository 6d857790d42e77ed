import { sentinel } from "./sentinels.ts";

const dollar = /(?<!\\)(\$\$?)/gu;

/**
 * Source in which a `$` that opens or closes no formula is text. Pandoc's rule (`tex_math_dollars`) finds formulas: no
 * space inside the opening or closing sign and no digit after the closing one; and a formula has no Hangul beside its
 * opening digits, so `$5와 10$` is money.
 */
export function withMoney(source: string): string {
  return source
    .split(/(\n[ \t]*\n)/u)
    .map((block) => (block.includes("$") && !block.includes("$$") ? moneyOfBlock(block) : block))
    .join("");
}

function moneyOfBlock(block: string): string {
  const signs = [...block.matchAll(dollar)].map((m) => m.index);
  const formula = new Set<number>();
  for (let i = 0; i < signs.length - 1; i++) {
    const [open, close] = [signs[i] ?? 0, signs[i + 1] ?? 0];
    if (!isFormula(block.slice(open + 1, close), block[close + 1] ?? "")) continue;
    formula.add(open).add(close);
    i++;
  }
  return block.replace(dollar, (whole, _sign, index: number) => (formula.has(index) ? whole : sentinel.dollar));
}

function isFormula(inside: string, after: string): boolean {
  if (inside === "" || /^\s|\s$/u.test(inside) || /\d/u.test(after)) return false;
  return !(/^\d/u.test(inside) && /\p{Script=Hangul}/u.test(inside.replace(/\\text\{[^}]*\}/gu, "")));
}
