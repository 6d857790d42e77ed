import { sentinel } from "./sentinels.ts";
import { isBlank, isElement, type TreeElement, type TreeNode } from "./tree.ts";
import type { Work } from "./work.ts";

const value = String.raw`(?:"[^"\n]*"|“[^”\n]*”|'[^'\n]*'|[^\s{}"'“]+)`;
const item = String.raw`(?:[#.][^\s{}"'=]+|[\w-]+=${value})`;
const open = `[{${sentinel.openBrace}]`;
/** kramdown's `{: #id .class key="값"}`, and the same without a colon where it cannot be anything else. */
const list = String.raw`${open}(?::[ \t]*(?:${item}[ \t]*)*|[ \t]*(?:[#.][^\s{}"'=]+|[\w-]+=["“'][^"”'\n]*["”'])(?:[ \t]+${item})*[ \t]*)\}`;
const sized = String.raw`${open}(?:(?:width|height)=${value}[ \t]*)+\}`;
const atStart = new RegExp(`^${sentinel.joiner}?(?:${list}|${sized})`, "u");
const atEnd = new RegExp(`(?:^|[ \\t]+)(${list})[ \\t]*$`, "u");
const ownLine = new RegExp(`\\n[ \\t]*(${open}:[^{}\\n]*\\})[ \\t]*$`, "u");
const alone = new RegExp(`^(${open}:[^{}\\n]*\\})$`, "u");

/** Whether a source may have lists of attributes. */
export function mayHaveLists(source: string): boolean {
  return source.includes(sentinel.openBrace) || /\{:|[)\]]\{/.test(source);
}

/** Takes the attribute lists out that stand behind the words of an element's children, gives what they name to whom they mean. */
export function takeLists(node: TreeElement, work: Work): void {
  if (/^h[1-6]$/u.test(node.tagName)) takeAt(node.children.at(-1), atEnd, node);
  for (const [at, child] of node.children.entries()) {
    const before = node.children[at - 1];
    if (child.type !== "text" || !isElement(before)) continue;
    const [whole] = atStart.exec(child.value ?? "") ?? [];
    if (whole === undefined || !(isElement(before, "img", "a") || /^[^:]{1,2}:/u.test(whole))) continue;
    child.value = (child.value ?? "").slice(whole.length);
    give(before, whole);
  }
  takeBlockLists(node, work);
}

/** The same of the lines of their own that follow blocks. */
export function takeBlockLists(parent: TreeNode, work: Work): void {
  let before: TreeElement | undefined;
  const children = parent.children ?? [];
  parent.children = children.filter((child) => {
    if (!isElement(child)) return true;
    const last = child.tagName === "p" || child.tagName === "li" ? child.children.at(-1) : undefined;
    const block =
      isElement(parent, "blockquote") && children.findLast((one) => !isBlank(one)) === child ? parent : child;
    const isAlone = child.children.length === 1 && alone.test(last?.value ?? "");
    takeAt(last, isAlone ? alone : ownLine, isAlone ? (before ?? block) : block);
    if (isAlone) return false;
    before = child;
    if (typeof child.properties["id"] === "string") work.anchors.take(child.properties["id"]);
    return true;
  });
}

function takeAt(node: TreeNode | undefined, pattern: RegExp, target: TreeElement): void {
  const found = node?.type === "text" ? pattern.exec(node.value ?? "") : null;
  if (!node || !found) return;
  node.value = (node.value ?? "").slice(0, found.index);
  give(target, found[1] ?? "");
}

/** An id, a picture's size, and the kind of a note are what a list can give. */
function give(target: TreeElement, written: string): void {
  const id = /[\s{:\ufddb]#([^\s{}"'=]+)/u.exec(written)?.[1];
  if (id !== undefined) target.properties["id"] ??= id;
  const kind = /\.prompt-(\w+)/u.exec(written)?.[1];
  if (kind !== undefined && target.tagName === "blockquote") target.properties["dataCallout"] = kind;
  if (target.tagName !== "img") return;
  for (const [, name = "", size = ""] of written.matchAll(/\b(width|height)=["“']?(\d{1,5}%?)/gu)) {
    target.properties[name] = size;
  }
}
