import { withBreaks } from "./breaks.ts";
import { calloutFrom } from "./callouts.ts";
import { pre } from "./code.ts";
import { heading } from "./headings.ts";
import { quoteBlock } from "./inline-text.ts";
import { link } from "./links.ts";
import { noteLiterals } from "./literals.ts";
import { markChildren } from "./marks.ts";
import { formula } from "./mathematics.ts";
import { figureOf, picture } from "./pictures.ts";
import { RawHtml } from "./raw-html.ts";
import { restoredAddress, restoredCode, restoredText } from "./sentinels.ts";
import { withRuby } from "./ruby.ts";
import { noteHeadingSlips } from "./source-slips.ts";
import { boxTables, tableCell } from "./tables.ts";
import { taskBox } from "./tasks.ts";
import { isElement, type TreeElement, type TreeNode } from "./tree.ts";
import type { Step, Work } from "./work.ts";

const steps: Readonly<Record<string, Step>> = {
  ...{ h1: heading, h2: heading, h3: heading, h4: heading, h5: heading, h6: heading },
  ...{ a: link, img: picture, p: figureOf, code: formula, pre, th: tableCell, td: tableCell, input: taskBox },
};
const quoted = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "li", "dt", "dd"]);
const inlineParents = new Set([...quoted, "em", "strong", "del", "a", "mark", "span", "sup", "sub"]);
const verbatim = new Set(["code", "pre"]);

/** Runs every step over a tree, deepest first, in the order of the text. */
export function walk(root: TreeNode, work: Work): void {
  const quoting = work.options.quotes === "korean" && /["']/u.test(work.source);
  const marking = work.source.includes("==");
  const slipping = /^ {0,3}#{2,6}[^\s#]/mu.test(work.source);
  const raw = new RawHtml(work);
  const visitAll = (parent: TreeNode, inCode: boolean): void => {
    const out: TreeNode[] = [];
    raw.enter();
    const inline = inlineParents.has(parent.tagName ?? "");
    for (const node of parent.children ?? []) {
      if (node.type === "raw") out.push(...raw.nodesOf(node, inline));
      else if (raw.hides) continue;
      else if (node.type === "text") out.push(...textNodes(node, work, inCode));
      else if (isElement(node)) out.push(...visit(node, inCode));
      else {
        if (quoting && node.type === "mdxJsxFlowElement") quoteBlock(node);
        if (node.children) visitAll(node, inCode);
        out.push(node);
      }
    }
    out.push(...raw.leave());
    parent.children = out;
    boxTables(parent, work);
  };
  const visit = (node: TreeElement, inCode: boolean): TreeNode[] => {
    if (node.tagName === "blockquote") calloutFrom(node, work);
    if (node.tagName === "p" && slipping) noteHeadingSlips(node, work);
    if (marking && inlineParents.has(node.tagName)) markChildren(node);
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
  if (work.options.ellipsis && value.includes("...")) {
    node.value = (node.value ?? "").replace(/(?<!\.)\.{3}(?!\.)/gu, "…");
  }
  const nodes = value.includes("|") && (node.value ?? "").includes("{") ? withRuby(node) : [node];
  return work.options.lineBreaks === "keep"
    ? nodes.flatMap((each) => (each.type === "text" ? withBreaks(each) : [each]))
    : nodes;
}

function restoreProperties(node: TreeElement): void {
  for (const key in node.properties) {
    const value = node.properties[key];
    if (typeof value === "string") node.properties[key] = restoredAddress(value);
  }
  if (node.data?.meta) node.data.meta = restoredCode(node.data.meta);
}
