import {
  foreignBlock,
  markChildren,
  mayHaveBlockIds,
  mayHaveLists,
  takeBlockId,
  takeBlockLists,
  takeLists,
} from "./dialects.ts";
import { markdownToHast } from "satteri";
import { calloutFrom, directiveCallout } from "./callouts.ts";
import { pre } from "./code.ts";
import { displayFormula, formula } from "./formulas.ts";
import { featuresFor, preparedSource } from "./prepare.ts";
import { heading } from "./headings.ts";
import { link, list, listItem, tagLink } from "./links.ts";
import { figureOf, picture, tagPicture } from "./pictures.ts";
import { quoteBlock } from "./quotes.ts";
import { RawHtml } from "./raw-html.ts";
import { restoredAddress, restoredCode } from "./sentinels.ts";
import { finishText } from "./text-steps.ts";
import { boxTables, tableCell, tableRow, taskBox } from "./tables.ts";
import { element, headingNames, isBlank, isBlock, isElement, type TreeElement, type TreeNode } from "./tree.ts";
import type { Step, Work } from "./work.ts";

const steps = new Map<string, Step>([
  ...headingNames.map((name) => [name, heading] as const),
  ...Object.entries({ a: link, li: listItem, img: picture, p: figureOf, code: formula, pre, input: taskBox }),
  ...Object.entries({ ol: list, ul: list, th: tableCell, tr: tableRow, td: tableCell }),
]);
const quoted = new Set(["p", ...headingNames, "td", "th", "li", "dt", "dd"]);
const inlineParents = new Set([...quoted, "em", "strong", "del", "a", "mark", "span", "sup", "sub"]);

/** Runs every step over a tree, deepest first, in the order of the text. */
export function walk(root: TreeNode, work: Work): void {
  if (mayHaveLists(work.source)) takeBlockLists(root, work);
  new Walk(work).children(root, false);
}

class Walk {
  readonly #work: Work;
  readonly #raw: RawHtml;
  readonly #wants: ReturnType<typeof wantsOf>;
  #isInRaw = false;

  constructor(work: Work) {
    this.#work = work;
    this.#raw = new RawHtml(work);
    this.#wants = wantsOf(work);
  }

  children(parent: TreeNode, inCode: boolean): void {
    const nodes = parent.children ?? [];
    let out: TreeNode[] | undefined;
    if (this.#wants.html) this.#raw.enter();
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i] as TreeNode;
      const made = this.#made(node, { parent, at: i, inCode });
      if (made) {
        out ??= nodes.slice(0, i);
        out.push(...made);
      } else out?.push(node);
    }
    if (this.#wants.html) {
      const closing = this.#raw.leave();
      if (closing.length > 0) out = [...(out ?? nodes), ...closing];
    }
    if (out) parent.children = out;
    boxTables(parent, this.#work);
  }

  /** What a node becomes; undefined where it stays itself, perhaps changed in place. */
  #made(node: TreeNode, from: { parent: TreeNode; at: number; inCode: boolean }): TreeNode[] | undefined {
    const { parent, at, inCode } = from;
    if (node.type === "raw") return this.#rawNodes(node, { parent, at });
    if (this.#raw.hides) {
      this.#work.hidesWords ||= !isBlank(node);
      return [];
    }
    if (isElement(node)) return this.#element(node, inCode);
    if (node.type !== "text") return this.#other(node, inCode);
    if (node.value === "\n" && standsBetweenBlocks(parent.children ?? [], at, parent)) return undefined;
    if (!inCode) return finishText(node, this.#work);
    if (this.#work.restoring) node.value = restoredCode(node.value ?? "");
    return undefined;
  }

  #element(node: TreeElement, inCode: boolean): TreeNode[] | undefined {
    const work = this.#work;
    const name = node.tagName;
    const foreign = this.#wants.foreign ? foreignBlock(node, work) : undefined;
    if (foreign) return foreign;
    if (this.#wants.blockIds) takeBlockId(node);
    if (this.#wants.lists && name !== "pre" && name !== "code") takeLists(node, work);
    const display = work.typeset && name === "p" ? displayFormula(node, work) : undefined;
    if (display) return display;
    if (name === "blockquote") calloutFrom(node, work);
    if (name === "aside") directiveCallout(node, work);
    if (this.#wants.marks && inlineParents.has(name)) markChildren(node);
    if (this.#wants.quotes && quoted.has(name)) quoteBlock(node);
    if (work.restoring) restoreProperties(node);
    this.children(node, inCode || name === "code" || name === "pre");
    return steps.get(name)?.(node, work);
  }

  #rawNodes(node: TreeNode, place: { parent: TreeNode; at: number }): TreeNode[] {
    const nodes = this.#raw.nodesOf(node, inlineParents.has(place.parent.tagName ?? ""), place);
    return nodes.flatMap((made) => (made.type === "markdown" ? this.#markdown(made.value ?? "", node) : [made]));
  }

  /** The words of raw HTML that were written as Markdown; a single paragraph as what it holds. */
  #markdown(written: string, raw: TreeNode): TreeNode[] {
    // Words between tags hold no tag; what Markdown would take for one again is a broken one, and stays words.
    if (this.#isInRaw) return [{ type: "text", value: written }];
    const { options } = this.#work;
    const source = preparedSource(written, options);
    const root = markdownToHast(source, { features: featuresFor(source, options) }) as TreeNode;
    const blocks = (root.children ?? []).filter((child) => !isBlank(child));
    const holder = element("div", {}, blocks.length === 1 && isElement(blocks[0], "p") ? blocks[0].children : blocks);
    placeAt(holder, raw);
    if (this.#wants.quotes) quoteBlock(holder);
    if (this.#wants.marks) markChildren(holder);
    this.#isInRaw = true;
    this.children(holder, false);
    this.#isInRaw = false;
    return holder.children;
  }

  /** A component or an expression of an `.mdx` file. */
  #other(node: TreeNode, inCode: boolean): undefined {
    const plain = node.type.endsWith("Expression") && literal.exec(node.value ?? "");
    if (plain) node.words = plain.slice(1).join("");
    if (this.#wants.quotes && node.type === "mdxJsxFlowElement") quoteBlock(node);
    this.#work.hasFormulas ||= node.name === "math";
    tagPicture(node, this.#work);
    tagLink(node, this.#work);
    if (node.children) this.children(node, inCode);
  }
}

/** The words of a string, a template without expressions or a number, and none for a comment. */
const literal = /^\s*(?:(?:\/\*[\s\S]*\*\/)?|"([^"\\]*)"|'([^'\\]*)'|`([^`\\$]*)`|(\d[\d.]*))\s*$/u;

/** What a source calls for: a step that nothing asks for costs nothing. */
function wantsOf({ source, options }: Work) {
  return {
    html: source.includes("<"),
    quotes: options.quotes === "korean" && /["']/.test(source),
    marks: source.includes("=="),
    lists: mayHaveLists(source),
    foreign: /toc[\]}_]|!\w+\[/i.test(source),
    blockIds: mayHaveBlockIds(source),
  };
}

/** Whether a newline only parts blocks or ways back from a footnote, or follows a hard line break, and was not typed within a line of words. */
function standsBetweenBlocks(nodes: readonly TreeNode[], at: number, parent: TreeNode): boolean {
  if (!inlineParents.has(parent.tagName ?? "")) return true;
  const [before, after] = [nodes[at - 1], nodes[at + 1]];
  const parts = ({ tagName, properties }: TreeNode) =>
    isBlock(tagName) || properties?.["dataFootnoteBackref"] !== undefined;
  return !before || !after || before.tagName === "br" || parts(before) || parts(after);
}

/** Warnings about nodes that were parsed apart point to the HTML that they stand in. */
function placeAt(node: TreeNode, { position }: TreeNode): void {
  node.position = position;
  for (const child of node.children ?? []) placeAt(child, { type: "", position });
}

function restoreProperties(node: TreeElement): void {
  for (const key in node.properties) {
    const value = node.properties[key];
    if (typeof value === "string") node.properties[key] = restoredAddress(value);
    else if (Array.isArray(value)) node.properties[key] = value.map((item) => restoredCode(String(item)));
  }
  const { lang, meta } = node.data ?? {};
  if (lang || meta) node.data = { lang: restoredCode(lang ?? ""), meta: restoredCode(meta ?? "") };
}
