import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { SaxesParser } from "saxes";

/** An element with its qualified name, attributes, children and own text. */
export interface XmlElement {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** The root element of a document; throws unless it is well-formed XML with every namespace declared. */
export function xmlTree(xml: string): XmlElement {
  const root: XmlElement = { name: "", uri: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, uri, attributes }) => {
    const values = Object.fromEntries(Object.values(attributes).map((attribute) => [attribute.name, attribute.value]));
    const element: XmlElement = { name, uri, attributes: values, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(xml).close();
  return root.children[0] ?? root;
}

/** The children of an element with a name. */
export function all(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The text of an element's only child with a name; throws where there is none or more than one. */
export function only(element: XmlElement | undefined, name: string): string {
  const found = all(element, name);
  if (found.length !== 1) throw new Error(`${found.length} × <${name}> in <${element?.name ?? "–"}>`);
  return found[0]?.text ?? "";
}

/** The words a browser shows for HTML. */
export function shownText(html: string): string {
  return htmlNodes(html)
    .map((node) => ("value" in node ? node.value : ""))
    .join("");
}

/** Every node of an HTML fragment in document order. */
export function htmlNodes(html: string): DefaultTreeAdapterTypes.ChildNode[] {
  const within = (node: DefaultTreeAdapterTypes.ChildNode): DefaultTreeAdapterTypes.ChildNode[] =>
    "childNodes" in node ? [node, ...node.childNodes.flatMap(within)] : [node];
  return parseFragment(html).childNodes.flatMap(within);
}
