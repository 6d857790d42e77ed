import { interfaceWords } from "#text/markdown.ts";
import { element, isBlank, isElement, startTag, text, textOf, type TreeElement, type TreeNode } from "./tree.ts";
import { cellsOf } from "./table-source.ts";
import { type Step, type Work, warn } from "./work.ts";
import { wordsOf } from "./words.ts";

const captionStart = /^\s*(?:표|Table):[ \t]*(?=\S)/u;

/** Alignment by class, never by a style attribute; a header cell says that it heads its column, an empty one heads nothing. */
export const tableCell: Step = (node) => {
  const style = node.properties["style"];
  const align = typeof style === "string" ? /text-align:\s*(left|center|right)/u.exec(style)?.[1] : undefined;
  node.properties = { ...node.properties, style: undefined, className: align ? [`ta-${align}`] : undefined };
  if (node.tagName === "th" && node.children.every(isBlank)) node.tagName = "td";
  if (node.tagName === "th") node.properties["scope"] = "col";
  return undefined;
};

/** Tells of a line of words below a table that became its row, and of a row with cells that its head has no column for: the parser has dropped them. */
export const tableRow: Step = (node, work) => {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined) return undefined;
  const row = work.source.slice(start.offset, end?.offset);
  const shown = node.children.filter((child) => isElement(child)).length;
  if (shown > 1 && !row.includes("|") && !captionStart.test(row))
    warn(work, "table-sentence", { offset: start.offset, values: { written: row.trim().slice(0, 40) } });
  if (work.hasWideRows && cellsOf(row) > shown)
    warn(work, "table-cells", { offset: start.offset, values: { cells: cellsOf(row), columns: shown } });
  return undefined;
};

/** Puts every table among the children in a box that scrolls by keyboard; a line `표: 제목` or `Table: …` right before or after it is its caption. */
export function boxTables(parent: TreeNode, work: Work): void {
  const children = parent.children ?? [];
  for (const child of children.filter(({ tagName, name }) => (tagName ?? name) === "table")) {
    const label = isElement(child) ? giveCaption(child, children) : undefined;
    work.tables += 1;
    const ariaLabel = label ?? `${interfaceWords(work.options.language).table} ${String(work.tables)}`;
    const box = { className: ["table-scroll"], tabIndex: 0, role: "region", ariaLabel };
    const at = children.indexOf(child);
    // The author's HTML closes it.
    if (child.type === "html") children.splice(at, 0, { type: "html", value: startTag("div", box) });
    else children[at] = element("div", box, [child]);
  }
}

function giveCaption(table: TreeElement, siblings: TreeNode[]): string | undefined {
  const words = captionInRows(table) ?? captionBeside(table, siblings);
  if (!words) return undefined;
  const [first] = words;
  if (first?.type === "text") first.value = (first.value ?? "").replace(captionStart, "");
  const caption = element("caption", {}, words);
  table.children.unshift(text("\n"), caption);
  return wordsOf(caption);
}

function captionInRows(table: TreeElement): TreeNode[] | undefined {
  const row = takenLine(table, ({ children }) => {
    const [first, ...others] = children.filter((child) => isElement(child)).map(textOf);
    return captionStart.test(first ?? "") && others.every((cell) => cell.trim() === "");
  });
  return row && (row.children.find((child) => isElement(child))?.children ?? []);
}

/** GFM reads a line right below a table as one more row: takes that out where it is what is meant. */
export function takenLine(table: TreeElement, isMeant: (row: TreeElement) => boolean): TreeElement | undefined {
  const body = table.children.findLast((child) => isElement(child, "tbody"));
  const row = body?.children?.findLast((child) => isElement(child, "tr"));
  if (!body?.children || !row || !isMeant(row)) return undefined;
  body.children = body.children.filter((child) => child !== row);
  return row;
}

function captionBeside(table: TreeElement, siblings: TreeNode[]): TreeNode[] | undefined {
  const shown = (step: -1 | 1) => {
    let at = siblings.indexOf(table) + step;
    while (isBlank(siblings[at])) at += step;
    return siblings[at];
  };
  const isCaption = (node: TreeNode | undefined) =>
    isElement(node, "p") && captionStart.test(textOf(node)) && !node.children.some((child) => isElement(child, "br"));
  const found = [shown(-1), shown(1)].find(isCaption);
  if (!found) return undefined;
  siblings.splice(siblings.indexOf(found), 1);
  return found.children;
}

/** A task's box says whether the task is done, as it stands without a label of its own. */
export const taskBox: Step = (node, work) => {
  if (node.properties["type"] !== "checkbox") return undefined;
  const words = interfaceWords(work.options.language);
  node.properties["ariaLabel"] = node.properties["checked"] === true ? words.done : words.notDone;
  return undefined;
};
