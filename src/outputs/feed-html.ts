import {
  defaultTreeAdapter as tree,
  type DefaultTreeAdapterTypes,
  html as names,
  parseFragment,
  serialize,
} from "parse5";
import { escapedText } from "#model/escape.ts";
import { safeText } from "./safe-text.ts";

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Child = DefaultTreeAdapterTypes.ChildNode;

/** What readers may run, load or send, and what means nothing outside our page. */
const dropped = new Set(
  "script style link meta base title template noscript object embed param applet form button select textarea frame frameset iframe dialog svg canvas".split(
    " ",
  ),
);

/** Attributes that say something without our style sheet and that the W3C feed validator passes. */
const kept = new Set(
  "abbr align alt cite colspan controls datetime dir headers height href hreflang lang loop muted open poster reversed rowspan scope span src start title type value width".split(
    " ",
  ),
);
const addresses = new Set(["href", "src", "cite", "poster"]);
const schemes = /^(?:https?|mailto|tel|ftp|xmpp):/iu;

/**
 * A rendered body as feeds carry it: the same text, every address absolute and encoded (those of footnotes lead to the
 * page), no script, style, class, id or heading mark; formulas and drawings as their source, tasks as ☑ and ☐.
 */
export function feedHtml(html: string, pageUrl: string): string {
  const fragment = parseFragment(safeText(html));
  replaceChildren(fragment, (child) => cleaned(child, pageUrl));
  return serialize(fragment).replaceAll("\uFFFD", "&#xFFFD;").trim();
}

/** Puts in the place of each child what `made` gives for it. */
function replaceChildren(parent: Parent, made: (child: Child) => Child[]): void {
  parent.childNodes = parent.childNodes.flatMap((child) => made(child));
  for (const child of parent.childNodes) child.parentNode = parent;
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}

/** What stands in a node's place: itself, its children, other words, or nothing. */
function cleaned(node: Child, pageUrl: string): Child[] {
  if (node.nodeName === "#text") return [node];
  if (!("tagName" in node)) return [];
  const { tagName } = node;
  const get = (name: string) => attributeOf(node, name);
  const is = (name: string) => get("class")?.split(/\s+/u).includes(name) ?? false;
  // A link of the class `anchor` only repeats a heading's own address.
  if (dropped.has(tagName) || (tagName === "a" && is("anchor"))) return [];
  if (tagName === "math") return [element("code", [tree.createTextNode(formulaOf(node))])];
  if (tagName === "input") {
    const mark = get("type") !== "checkbox" ? "" : get("checked") === undefined ? "☐" : "☑";
    return [tree.createTextNode(mark)];
  }
  const drawn = tagName === "figure" && is("drawing") ? find(node, "pre") : undefined;
  if (drawn) return cleaned(drawn, pageUrl);
  // Without our style it would read as a sentence of the box.
  if (is("callout-title")) node.childNodes = [element("strong", node.childNodes)];
  node.attrs = node.attrs.flatMap(({ name, value }) => {
    const carried = addresses.has(name) ? absoluteAddress(value, pageUrl) : value;
    return carried === undefined || !kept.has(name) ? [] : [{ name, value: carried }];
  });
  replaceChildren(node, (child) => cleaned(child, pageUrl));
  if (tagName === "img" && get("src") === undefined) return [];
  const bare = node.attrs.length === 0 && (tagName === "span" || tagName === "picture");
  if (bare || (tagName === "a" && get("href") === undefined)) return node.childNodes;
  return tagName === "source" && node.parentNode?.nodeName === "picture" ? [] : [node];
}

/** An address made absolute, with only characters that RFC 3986 allows; undefined where it is none that readers should follow. */
function absoluteAddress(address: string, pageUrl: string): string | undefined {
  const target = URL.parse(address.trim(), pageUrl);
  if (target === null || !schemes.test(target.protocol)) return undefined;
  return target.href.replace(/[^!#-;=?-Z_a-z~]/gu, (character) => encodeURIComponent(character));
}

/** Readers print the leaves of MathML in a row, so a formula travels as its TeX source. */
function formulaOf(math: Element): string {
  const tex = find(math, "annotation");
  return tex ? textOf(tex).trim() : textOf(math).replace(/\s+/gu, " ").trim();
}

function find(node: Element, name: string): Element | undefined {
  for (const child of node.childNodes) {
    if (!("tagName" in child)) continue;
    const found = child.tagName === name ? child : find(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The leaves stand apart, lest a half read as twelve. */
function textOf(node: Child): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join(" ") : "";
}

const keptOfReplies = new Set("a b blockquote br code del em i li ol p pre s strong ul".split(" "));
const deepest = 200;

/**
 * What a stranger wrote as a page shows it: cleaned as feeds are, then no more than words, plain marks, lists, code and
 * links that engines do not count; headings become paragraphs, pictures their words. The same when cleaned again.
 */
export function replyHtml(html: string, url: string): string {
  // Both the parser's printer and our cleaner go down by calls: markup this deep is no answer.
  if (isDeep(html)) return `<p>${escapedText(html.replace(/<[^>]*>/gu, " "))}</p>`;
  const fragment = parseFragment(feedHtml(html, url));
  replaceChildren(fragment, reduced);
  // A character reference may have named a control.
  return safeText(serialize(fragment));
}

function isDeep(html: string): boolean {
  let level: readonly Child[] = parseFragment(html).childNodes;
  for (let depth = 0; depth < deepest; depth += 1)
    level = level.flatMap((node) => ("childNodes" in node ? node.childNodes : []));
  return level.length > 0;
}

function reduced(node: Child): Child[] {
  if (!("tagName" in node)) return [node];
  const { tagName } = node;
  const [alt = "", href = ""] = [attributeOf(node, "alt"), attributeOf(node, "href")];
  if (tagName === "img") return alt === "" ? [] : [tree.createTextNode(alt)];
  replaceChildren(node, reduced);
  if (/^h[1-6]$/u.test(tagName)) return [element("p", node.childNodes)];
  if (!keptOfReplies.has(tagName)) return node.childNodes;
  if (tagName === "a" && (href === "" || serialize(node).trim() === "")) return node.childNodes;
  const links = [
    { name: "href", value: href },
    { name: "rel", value: "nofollow ugc" },
  ];
  node.attrs = tagName === "a" ? links : tagName === "pre" ? [{ name: "tabindex", value: "0" }] : [];
  return [node];
}

function element(name: string, children: readonly Child[]): Element {
  const made = tree.createElement(name, names.NS.HTML, []);
  for (const child of children) tree.appendChild(made, child);
  return made;
}
