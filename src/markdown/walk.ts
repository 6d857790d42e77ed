import { withBreaks } from "./breaks.ts";
import { blockquote } from "./callouts.ts";
import { pre } from "./code.ts";
import { heading } from "./headings.ts";
import { quoteBlock } from "./inline-text.ts";
import { link } from "./links.ts";
import { noteLiterals } from "./literals.ts";
import { figureOf, picture } from "./pictures.ts";
import { restoredAddress, restoredCode, restoredText } from "./sentinels.ts";
import { table, tableCell } from "./tables.ts";
import { isElement, type TreeElement, type TreeNode } from "./tree.ts";
import type { Step, Work } from "./work.ts";

const steps: Readonly<Record<string, Step>> = {
  ...{ h1: heading, h2: heading, h3: heading, h4: heading, h5: heading, h6: heading },
  ...{ a: link, img: picture, p: figureOf, blockquote, pre, table, th: tableCell, td: tableCell },
};
const quoted = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "li", "dt", "dd"]);
const verbatim = new Set(["code", "pre"]);

/** Runs every step over a tree, deepest first, in the order of the text. */
export function walk(root: TreeNode, work: Work): void {
  const quoting = work.options.quotes === "korean" && /["']/u.test(work.source);
  const visitAll = (parent: TreeNode, inCode: boolean): void => {
    const out: TreeNode[] = [];
    for (const node of parent.children ?? []) {
      if (node.type === "text") out.push(...textNodes(node, work, inCode));
      else if (isElement(node)) out.push(...visit(node, inCode));
      else {
        if (node.children) visitAll(node, inCode);
        out.push(node);
      }
    }
    parent.children = out;
  };
  const visit = (node: TreeElement, inCode: boolean): TreeNode[] => {
    if (quoting && quoted.has(node.tagName)) quoteBlock(node);
    if (work.restoring) restoreProperties(node);
    visitAll(node, inCode || verbatim.has(node.tagName));
    return steps[node.tagName]?.(node, work) ?? [node];
  };
  visitAll(root, false);
}

function textNodes(node: TreeNode, work: Work, inCode: boolean): TreeNode[] {
  const value = node.value ?? "";
  if (inCode) {
    if (work.restoring) node.value = restoredCode(value);
    return [node];
  }
  noteLiterals(node, work);
  if (work.restoring) node.value = restoredText(value);
  if (work.options.ellipsis && value.includes("..."))
    node.value = (node.value ?? "").replace(/(?<!\.)\.{3}(?!\.)/gu, "…");
  return work.options.lineBreaks === "keep" ? withBreaks(node) : [node];
}

function restoreProperties(node: TreeElement): void {
  for (const key in node.properties) {
    const value = node.properties[key];
    if (typeof value === "string") node.properties[key] = restoredAddress(value);
  }
  if (node.data?.meta) node.data.meta = restoredCode(node.data.meta);
}
