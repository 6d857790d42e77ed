import { escaped, escapedText } from "#model/escape.ts";

/** A value of an element's property as the parser gives it. */
export type PropertyValue = string | number | boolean | null | undefined | (string | number)[];

/** A point in the prepared source. */
interface Place {
  readonly offset?: number;
  readonly line: number;
  readonly column: number;
}

export type Properties = Record<string, PropertyValue>;

export const headingNames: readonly string[] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/** One node of the hast tree, loosely typed so that Markdown and MDX trees share the steps. */
export interface TreeNode {
  type: string;
  tagName?: string;
  properties?: Properties;
  children?: TreeNode[];
  value?: string;
  name?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  /** The author's words that it stands for, in place of what is shown. */
  words?: string;
  /** The alternative text of a picture that is not shown. */
  alt?: string;
  /** Set on a link to an address that stands bare in a sentence. */
  isBare?: boolean;
  data?: { lang?: string | null; meta?: string | null };
  position?: { readonly start: Place; readonly end: Place } | undefined;
}

export interface TreeElement extends TreeNode {
  type: "element";
  tagName: string;
  properties: Properties;
  children: TreeNode[];
}

export function element(tagName: string, properties: Properties, children: TreeNode[] = []): TreeElement {
  return { type: "element", tagName, properties, children };
}

/** Makes an element whose words are ours and not the author's. */
export function ours(tagName: string, words: string, properties: TreeNode["properties"] = {}): TreeElement {
  return { ...element(tagName, properties, [text(words)]), words: "" };
}

export function text(value: string): TreeNode {
  return { type: "text", value };
}

/** A text node cut at each match of a pattern, what `made` gives in its place; empty pieces go. */
export function cutText(node: TreeNode, pattern: RegExp, made: (match: RegExpExecArray) => TreeNode[]): TreeNode[] {
  const value = node.value ?? "";
  const out: TreeNode[] = [];
  let from = 0;
  for (const match of value.matchAll(pattern)) {
    if (match.index > from) out.push({ ...node, value: value.slice(from, match.index) });
    out.push(...made(match));
    from = match.index + match[0].length;
  }
  if (from < value.length) out.push({ ...node, value: value.slice(from) });
  return out;
}

/** Whether a node is an element, of one of the given names where any are given. */
export function isElement(node: TreeNode | undefined, ...names: readonly string[]): node is TreeElement {
  return node?.type === "element" && (names.length === 0 || names.includes(node.tagName ?? ""));
}

/** The text of a node and all below it; pictures give their alt text, raw HTML nothing. */
export function textOf(node: TreeNode): string {
  if (node.type === "text") return node.value ?? "";
  if (node.tagName === "br") return " ";
  if (node.tagName === "img") return typeof node.properties?.["alt"] === "string" ? node.properties["alt"] : "";
  if (node.tagName === "math") return "";
  return (node.children ?? []).map(textOf).join("");
}

/** Words with each run of white space as one blank, and none at their ends. */
export function oneLine(words: string): string {
  return words.replace(/\s+/gu, " ").trim();
}

/** Whether a text node is only the white space between blocks. */
export function isBlank(node: TreeNode | undefined): boolean {
  return node?.type === "text" && (node.value ?? "").trim() === "";
}

/** A copy of a parser's tree that may be changed: the parser hands plugins lazy, frozen nodes. */
export function mutableTree(node: TreeNode): TreeNode {
  const copy: TreeNode = { type: node.type };
  if (node.tagName !== undefined) copy.tagName = node.tagName;
  if (node.properties !== undefined) copy.properties = { ...node.properties };
  if (node.value !== undefined) copy.value = node.value;
  if (node.name !== undefined) copy.name = node.name;
  if (node.attributes !== undefined) copy.attributes = node.attributes;
  if (node.data) copy.data = { ...node.data };
  if (node.position) copy.position = node.position;
  if (node.children !== undefined) copy.children = node.children.map(mutableTree);
  return copy;
}

const blocks = new Set(
  `p ul ol li dl dt dd div table caption thead tbody tr td th blockquote section figure figcaption aside details summary
  h1 h2 h3 h4 h5 h6 hr pre`.split(/\s+/u),
);

/** Whether an element of this name stands on lines of its own. */
export function isBlock(name = ""): boolean {
  return blocks.has(name);
}

const voidElements = new Set(["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"]);

/** The HTML of a finished tree; nodes of type `html` were checked by the policy for raw HTML and pass as they are. */
export function htmlOf(node: TreeNode): string {
  if (node.type === "text") return escapedText(node.value ?? "");
  if (node.type === "html") return node.value ?? "";
  let inside = "";
  if (node.children) for (const child of node.children) inside += htmlOf(child);
  if (node.type !== "element") return inside;
  const name = node.tagName ?? "span";
  const tag = startTag(name, node.properties);
  return voidElements.has(name) ? tag : `${tag}${inside}</${name}>`;
}

/** The tag that begins an element, its name and properties taken as right. */
export function startTag(name: string, properties: TreeNode["properties"]): string {
  let tag = `<${name}`;
  for (const key in properties) tag += printedAttribute(key, properties[key]);
  return `${tag}>`;
}

/** An attribute as HTML with a space before it; empty for what is absent or false. */
export function printedAttribute(property: string, value: PropertyValue): string {
  if (value === undefined || value === null || value === false) return "";
  const name = attributeName(property);
  if (value === true || value === "") return value === "" && name === "alt" ? ' alt=""' : ` ${name}`;
  const joined = Array.isArray(value) ? value.join(" ") : String(value);
  return ` ${name}="${escaped(joined)}"`;
}

function attributeName(property: string): string {
  if (property === "className") return "class";
  if (/^aria[A-Z]/u.test(property)) return `aria-${property.slice(4).toLowerCase()}`;
  if (/^data[A-Z]/u.test(property)) return property.replace(/[A-Z]/gu, (c) => `-${c.toLowerCase()}`);
  return property.toLowerCase();
}
