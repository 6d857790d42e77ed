import { isBlock, type TreeNode } from "./tree.ts";

const opaque = new Set(["code", "pre", "kbd", "samp", "img", "svg", "math", "input", "section"]);
const opensAfter = /[\s([{<「『〈《【〔“‘"'/:=—–-]/u;
const letter = /[A-Za-z]/u;
const digit = /[0-9]/u;
/** A tilde, or what stands for one while a body is parsed. */
const tilde = /[~\ufdd1]/u;

/** Makes the straight quotes of a block Korean, seeing through emphasis and links. */
export function quoteBlock(block: TreeNode): void {
  for (const run of runsOf(block)) {
    const whole = run.map((node) => (node ? (node.value ?? "") : "\ufffc")).join("");
    if (!whole.includes('"') && !whole.includes("'")) continue;
    const quoted = koreanQuotes(whole);
    let at = 0;
    for (const node of run) {
      const length = node ? (node.value ?? "").length : 1;
      if (node) node.value = quoted.slice(at, at + length);
      at += length;
    }
  }
}

/** The text nodes of a block in order, `undefined` for what holds no text of it; a nested block ends a run. */
function runsOf(block: TreeNode): (TreeNode | undefined)[][] {
  const runs: (TreeNode | undefined)[][] = [[]];
  const visit = (nodes: readonly TreeNode[]): void => {
    for (const node of nodes) {
      if (node.type === "text") runs.at(-1)?.push(node);
      else if (isBlock(node.tagName)) runs.push([]);
      else if (opaque.has(node.tagName ?? "") || !node.children) runs.at(-1)?.push(undefined);
      else visit(node.children);
    }
  };
  visit(block.children ?? []);
  return runs;
}

/**
 * Straight quotes of one block made Korean (‘ ’ “ ”), unit for unit, so offsets stay. A quote opens after the start, white
 * space or an opening mark, and else closes what is open; `it's`, `민지's`, `90's` and `'90년대` get an apostrophe; what has no partner stays.
 * Objects that hold no text (code, pictures) stand in the block as U+FFFC.
 */
function koreanQuotes(block: string): string {
  const units = block.split("");
  pairQuotes(block, units, `"“”`);
  pairQuotes(block, units, "'‘’");
  return units.join("");
}

/** `kind`: the straight mark, the one that opens and the one that closes. */
function pairQuotes(block: string, units: string[], [mark = "", open = "", close = ""]: string): void {
  const opened: number[] = [];
  for (let i = block.indexOf(mark); i !== -1; i = block.indexOf(mark, i + 1)) {
    const [before, after] = [block[i - 1] ?? " ", block[i + 1] ?? " "];
    const last = opened.at(-1) ?? -1;
    if (mark === "'" && isApostrophe(block, i, last)) {
      units[i] = "’";
    } else if (last !== -1 && i > last + 1 && !/[\s([{]/u.test(before)) {
      [units[last], units[i]] = [open, close];
      opened.pop();
    } else if (canOpen(before, after, mark)) {
      opened.push(i);
    }
  }
}

function canOpen(before: string, after: string, mark: string): boolean {
  if (/[\s)\]}]/u.test(after) || (digit.test(before) && !opensAfter.test(before))) return false;
  return mark === '"' || !letter.test(before);
}

function isApostrophe(block: string, at: number, opened: number): boolean {
  const before = block[at - 1] ?? " ";
  if (isWithinWord(block, at)) return true;
  if (opened === -1 && letter.test(before)) return true;
  const year = /^\d\d(?!\d)/u.test(block.slice(at + 1, at + 4));
  if (!year || !(opensAfter.test(before) || tilde.test(before))) return false;
  return tilde.test(before) || !closesLater(block, at);
}

/** As in `it's`, `민지's`, `90's` and behind what holds no text (code). */
function isWithinWord(block: string, at: number): boolean {
  return /^(?:[A-Za-z]'[A-Za-z]|[가-힣0-9)\ufffc]'s(?![\p{L}\p{N}]))/u.test(block.slice(Math.max(0, at - 1), at + 3));
}

/** Whether a later quote stands where only a closing one can. */
function closesLater(block: string, at: number): boolean {
  for (let i = block.indexOf("'", at + 1); i !== -1; i = block.indexOf("'", i + 1)) {
    const [before, after] = [block[i - 1] ?? " ", block[i + 1] ?? " "];
    if (isWithinWord(block, i)) continue;
    // A measure (`5'10"`) or the year that ends a range (`'23~'24`).
    if ((digit.test(before) || tilde.test(before)) && digit.test(after)) continue;
    return !opensAfter.test(before);
  }
  return false;
}
