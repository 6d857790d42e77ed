import { sentinel } from "./sentinels.ts";
import { element, isBlank, isElement, text, textOf, type TreeElement, type TreeNode } from "./tree.ts";
import { takenLine } from "./tables.ts";
import { offsetOf, type Work } from "./work.ts";

const contentsMark = /^(?:\[toc\]|\$\{toc\}|\[\[_?toc_?\]\]|toc\n?\{:toc\})$/iu;
const players: Readonly<Record<string, string>> = {
  youtube: "https://www.youtube.com/watch?v=",
  codepen: "https://codepen.io/",
  codesandbox: "https://codesandbox.io/s/",
  twitter: "https://twitter.com/",
};
const shown = /^!(youtube|codepen|codesandbox|twitter)\[([\w/.:?=&%-]+)\]$/u;
const shortcode = /(?<![A-Za-z0-9:]):([a-z0-9_+-]+):(?![A-Za-z0-9:])/gu;
const blockId = /(?:^|[ \t\n])\^([A-Za-z0-9-]*[A-Za-z][A-Za-z0-9-]*|\d{6})$/u;

/** Emoji by the names GitHub gives them, where a source may have some. */
export async function emojiFor(source: string): Promise<Readonly<Record<string, string>> | undefined> {
  return source.search(shortcode) === -1 ? undefined : (await import("gemoji")).nameToEmoji;
}

/** Text with its `:smile:` as emoji; names that are none stay. */
export function withEmoji(value: string, emoji: Readonly<Record<string, string>>): string {
  return value.replace(shortcode, (whole, name: string) => (Object.hasOwn(emoji, name) && emoji[name]) || whole);
}

/** What a block of other systems' becomes: marks of contents go and are noted, velog's players become links; undefined for all others. */
export function foreignBlock(node: TreeElement, work: Work): TreeNode[] | undefined {
  if (!/^(?:p|ul|ol)$/u.test(node.tagName)) return undefined;
  const words = textOf(node).trim();
  if (words.length > 100 || holdsCode(node)) return undefined;
  if (contentsMark.test(words) || isWikiContents(node, words, work)) {
    work.asksContents = true;
    return [];
  }
  const [, player = "", id = ""] = node.tagName === "p" ? (shown.exec(words) ?? []) : [];
  const place = players[player];
  if (place === undefined) return undefined;
  const address = /^https?:/u.test(id) ? id : place + id;
  return [element("p", {}, [element("a", { href: address }, [text(address)])])];
}

/** In code a mark is only named. */
function holdsCode({ tagName, children = [] }: TreeNode): boolean {
  return tagName === "code" || children.some(holdsCode);
}

/** `[[toc]]` is a link for the parser. */
function isWikiContents(node: TreeElement, words: string, { source }: Work): boolean {
  const [only] = node.children;
  if (node.children.length !== 1 || !isElement(only, "a")) return false;
  return /^_?toc_?$/iu.test(words) && source.startsWith("[[", offsetOf(only));
}

/** Whether a source may have ids of blocks as Obsidian writes them. */
export function mayHaveBlockIds(source: string): boolean {
  return /\^[A-Za-z0-9-]+[ \t]*$/mu.test(source);
}

/** Takes Obsidian's `^id` from the end of a block's words; the block is found by it. */
export function takeBlockId(node: TreeElement): void {
  const last = node.children.at(-1);
  const found = last?.type === "text" ? blockId.exec((last.value ?? "").trimEnd()) : null;
  if (!last || !found || !/^(?:p|li|h[1-6])$/u.test(node.tagName)) return;
  last.value = (last.value ?? "").slice(0, found.index);
  node.properties["id"] ??= `^${found[1] ?? ""}`;
}

const delimiter = /(?<!=)==(?!=)/gu;

/** Makes `==표시==` among an element's children a mark, seeing over other inline elements. */
export function markChildren(parent: TreeElement): void {
  if (!parent.children.some((child) => child.type === "text" && (child.value ?? "").includes("=="))) return;
  const out: TreeNode[] = [];
  let opened = -1;
  for (const child of parent.children) {
    if (child.type !== "text") {
      out.push(child);
      continue;
    }
    const value = child.value ?? "";
    let from = 0;
    for (const { index } of value.matchAll(delimiter)) {
      const [before, after] = [value[index - 1] ?? "", value[index + 2] ?? ""];
      const closes = opened !== -1 && !/^\s/u.test(before) && !/^[a-z0-9]/iu.test(after);
      if (!closes && !canOpen(before, after, parent.children.at(-1) === child)) continue;
      if (index > from) out.push({ ...child, value: value.slice(from, index) });
      if (closes) out.push(element("mark", {}, opened === -1 ? [] : out.splice(opened).slice(1)));
      opened = closes ? -1 : out.push({ ...child, value: "==" }) - 1;
      from = index + 2;
    }
    if (from < value.length) out.push({ ...child, value: value.slice(from) });
  }
  parent.children = out;
}

/** `a==b` and `x == y` are comparisons. */
function canOpen(before: string, after: string, isLast: boolean): boolean {
  return !/^[a-z0-9)\]!<>]/iu.test(before) && !/^\s/u.test(after) && !(isLast && after === "");
}

const value = String.raw`(?:"[^"\n]*"|“[^”\n]*”|'[^'\n]*'|[^\s{}"'“]+)`;
const item = String.raw`(?:[#.][^\s{}"'=]+|[\w-]+=${value})`;
const open = `[{${sentinel.openBrace}]`;
/** kramdown's `{: #id .class key="값"}`, the same without a colon where it cannot be anything else, and either on a line of its own. */
const list = String.raw`${open}(?::[ \t]*(?:${item}[ \t]*)*|[ \t]*(?:[#.][^\s{}"'=]+|[\w-]+=["“'][^"”'\n]*["”'])(?:[ \t]+${item})*[ \t]*)\}`;
const listLine = String.raw`(${open}(?::(?!:comment)[^{}\n]*|[.#][\p{L}\p{N}_-]+(?:[ \t]+[^{}\n]*)?)\})`;
const sized = String.raw`${open}(?:(?:width|height)=${value}[ \t]*)+\}`;
const atStart = new RegExp(`^${sentinel.joiner}?(?:${list}|${sized})(?:[ \\t]*${list})*`, "u");
const atEnd = new RegExp(`[ \\t]*${sentinel.joiner}?(${list})[ \\t]*$`, "u");
/** Behind the words of a quote's last line too where it says a kind of note, though kramdown takes it for words there. */
const ownLine = new RegExp(`(?:\\n[ \\t]*|[ \\t]+(?=${open}:[ \\t]*\\.prompt-))${listLine}[ \\t]*$`, "u");
const firstLine = new RegExp(`^${listLine}[ \\t]*\\n`, "u");
const alone = new RegExp(`^${listLine}$`, "u");

/** Whether a source may have lists of attributes. */
export function mayHaveLists(source: string): boolean {
  return source.includes(sentinel.openBrace) || /\{:|[)\]]\{|^[ \t>]*\{[.#]|^[ \t>]*#.*\{/m.test(source);
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

/** The same of the lines of their own that follow blocks, or stand right above one. */
export function takeBlockLists(parent: TreeNode, work: Work): void {
  let before: TreeElement | undefined;
  let above: string | undefined;
  const children = parent.children ?? [];
  parent.children = children.filter((child) => {
    if (!isElement(child)) return true;
    const last = child.tagName === "p" || child.tagName === "li" ? child.children.at(-1) : undefined;
    const [first] = child.tagName === "p" ? child.children : [];
    const [line = "", written = above] = (first?.type === "text" && firstLine.exec(first.value ?? "")) || [];
    if (first && line !== "") first.value = (first.value ?? "").slice(line.length);
    if (written !== undefined) give(child, written);
    above = undefined;
    const row = child.tagName === "table" && takenLine(child, (one) => alone.test(textOf(one).trim()));
    if (row) give(child, textOf(row).trim());
    const block =
      isElement(parent, "blockquote") && children.findLast((one) => !isBlank(one)) === child ? parent : child;
    const isAlone = child.children.length === 1 && alone.test(last?.value ?? "");
    if (isAlone && isRightAboveBlock(child, work)) above = last?.value;
    else takeAt(last, isAlone ? alone : ownLine, isAlone ? (before ?? block) : block);
    if (isAlone) return false;
    before = child;
    if (typeof child.properties["id"] === "string") work.anchors.take(child.properties["id"]);
    return true;
  });
}

/** kramdown gives a list between a blank line and a block to the block. */
function isRightAboveBlock({ position }: TreeElement, { source }: Work): boolean {
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
  const hasBlankAbove = /(?:^|\n)[ \t>]*\n$/u.test(source.slice(Math.max(0, start - 80), start));
  return hasBlankAbove && /^[ \t]*\n[ \t>]*[^\s>]/u.test(source.slice(end, end + 80));
}

function takeAt(node: TreeNode | undefined, pattern: RegExp, target: TreeElement): void {
  const found = node?.type === "text" && pattern.exec(node.value ?? "");
  if (!node || !found) return;
  node.value = (node.value ?? "").slice(0, found.index);
  give(target, found[1] ?? "");
}

/** An id, a picture's size, and the kind of a note are what a list can give. */
function give(target: TreeElement, written: string): void {
  const id = /(?:[\s{:\ufddb]#|\bid=["“'])([^\s{}"'“”=]+)/u.exec(written)?.[1];
  if (id !== undefined) target.properties["id"] ??= id;
  const kind = /\.prompt-(\w+)/u.exec(written)?.[1];
  if (kind !== undefined && target.tagName === "blockquote") target.properties["dataCallout"] = kind;
  if (target.tagName !== "img") return;
  for (const [, name = "", size = ""] of written.matchAll(/\b(width|height)=["“']?(\d{1,5}%?)/gu)) {
    target.properties[name] = size;
  }
}
