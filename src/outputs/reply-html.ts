import { type DefaultTreeAdapterTypes, parseFragment, serialize } from "parse5";
import { escapedText } from "#model/escape.ts";
import { feedHtml } from "./feed-html.ts";

type Child = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const kept = new Set("a b blockquote br code del em i li ol p pre s strong ul".split(" "));
const most = 2000;

/**
 * What a stranger wrote as a page shows it: cleaned as feeds are, then no more than words, plain marks, lists, code and
 * links that engines do not count; headings become paragraphs, pictures their words. The same when cleaned again.
 */
export function replyHtml(html: string, url: string): string {
  // Both the parser's printer and our cleaner go down by calls: markup this thick is no answer.
  if (html.split("<").length > most) return `<p>${escapedText(html.replace(/<[^>]*>/gu, " "))}</p>`;
  const fragment = parseFragment(feedHtml(html, url));
  reduce(fragment);
  return serialize(fragment);
}

function reduce(parent: Parent): void {
  parent.childNodes = parent.childNodes.flatMap(reduced);
  for (const child of parent.childNodes) child.parentNode = parent;
}

function reduced(node: Child): Child[] {
  if (!("tagName" in node)) return [node];
  const get = (name: string) => node.attrs.find((attribute) => attribute.name === name)?.value ?? "";
  if (node.tagName === "img")
    return get("alt") === "" ? [] : [{ nodeName: "#text", value: get("alt"), parentNode: null }];
  reduce(node);
  if (/^h[1-6]$/u.test(node.tagName)) return [paragraph(node.childNodes)];
  if (!kept.has(node.tagName)) return node.childNodes;
  const href = get("href");
  if (node.tagName === "a" && (href === "" || serialize(node).trim() === "")) return node.childNodes;
  const [name, value] = { a: ["href", href], pre: ["tabindex", "0"] }[node.tagName] ?? [];
  node.attrs = name === undefined || value === undefined ? [] : [{ name, value }];
  if (node.tagName === "a") node.attrs.push({ name: "rel", value: "nofollow ugc" });
  return [node];
}

function paragraph(children: Child[]): Child {
  const node = parseFragment("<p></p>").childNodes[0] as DefaultTreeAdapterTypes.Element;
  node.childNodes = children;
  for (const child of children) child.parentNode = node;
  return node;
}
