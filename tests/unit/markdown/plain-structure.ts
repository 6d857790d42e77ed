import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const kept: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "title"],
  img: ["alt", "title"],
  ol: ["start"],
  input: ["type", "checked"],
};

/** What HTML says by structure: elements, words, targets; not classes, levels of headings, colours or white space between blocks. */
export function structureOf(html: string): string {
  return childrenOf(parseFragment(html).childNodes, false)
    .replace(/<(a|b)[^<>]*>\s*<\/\1>/gu, "")
    .replace(/ {2,}/gu, " ")
    .replace(/\s*\n\s*/gu, "\n")
    .trim();
}

function childrenOf(nodes: readonly Node[], isCode: boolean): string {
  return nodes.map((node) => printed(node, isCode)).join("");
}

function printed(node: Node, isCode: boolean): string {
  if (node.nodeName === "#text") {
    const { value } = node as DefaultTreeAdapterTypes.TextNode;
    return isCode ? JSON.stringify(value) : value.replace(/\s+/gu, " ");
  }
  if (!("tagName" in node)) return "";
  const inside = childrenOf(node.childNodes, isCode || node.tagName === "pre");
  if (isOurs(node)) return inside;
  const name = node.tagName.replace(/^h[1-6]$/u, "h");
  const block = /^(?:p|h|ul|ol|li|blockquote|pre|hr|table|thead|tbody|tr|th|td|br|div|section)$/u.test(name)
    ? "\n"
    : "";
  return `${block}<${name}${attributesOf(node)}>${inside.replaceAll('""', "")}</${name}>${block}`;
}

/** Spans of colours, boxes around tables and anchors of headings. */
function isOurs(node: Element): boolean {
  const value = (name: string) => node.attrs.find((attribute) => attribute.name === name)?.value;
  const classes = value("class") ?? "";
  if (node.tagName === "a") return classes === "anchor" || value("href") === undefined;
  return (node.tagName === "span" && classes !== "") || classes === "table-scroll";
}

function attributesOf(node: Element): string {
  const names = kept[node.tagName] ?? [];
  const stated = node.attrs.filter(({ name, value }) => names.includes(name) && value !== "");
  const sorted = stated.map(({ name, value }) => ` ${name}=${name === "href" ? decoded(value) : value}`);
  return sorted.sort().join("");
}

function decoded(address: string): string {
  return address
    .replace(/%[0-9a-f]{2}/giu, "%")
    .replace(/[^!-~]|["<>\\^`{|}[\]]/gu, "%")
    .replace(/%+/gu, "%");
}
