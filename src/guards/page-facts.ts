import { defaultTreeAdapter, html, parse, type DefaultTreeAdapterTypes } from "parse5";
import { activeSigns, type Sign, type Tag } from "./active-content.ts";
import { plainPage } from "./plain-page.ts";

/** An address as a page writes it, with the element that holds it. */
export interface Reference {
  readonly kind: "link" | "picture" | "asset";
  /** Decoded from HTML, not from percent codes. */
  readonly address: string;
}

/** All that the guards ask of one page; plain data that can be kept as JSON. */
export interface PageFacts {
  readonly lang?: string;
  readonly title?: string;
  readonly description?: string;
  readonly canonical?: string;
  readonly noindex: boolean;
  /** The whole `content` of a refresh, where a page has one. */
  readonly refresh?: string;
  readonly ids: readonly string[];
  readonly headings: readonly { readonly depth: number; readonly id?: string }[];
  readonly references: readonly Reference[];
  /** `src` of every picture without an `alt` attribute. */
  readonly withoutAlt: readonly string[];
  readonly signs: readonly Sign[];
}

type Node =
  DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document | DefaultTreeAdapterTypes.DocumentFragment;
type Draft = { -readonly [K in keyof PageFacts]: PageFacts[K] extends readonly (infer T)[] ? T[] : PageFacts[K] };

const lean: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  insertText: (parent, text) => {
    if ("tagName" in parent && parent.tagName === "title") defaultTreeAdapter.insertText(parent, text);
  },
};

/** The facts of one HTML page, read as browsers read it, with script switched off and, where it differs, on. */
export function pageFacts(text: string): PageFacts {
  const plain = plainPage(text);
  if (plain === undefined) return parsedFacts(text);
  const facts = emptyFacts();
  for (const tag of plain.tags) note(tag, facts);
  return plain.title === undefined ? facts : { ...facts, title: plain.title };
}

/** The same from the tree that the HTML standard prescribes, for pages of any kind. */
export function parsedFacts(text: string): PageFacts {
  const facts = emptyFacts();
  visit(parse(text, { scriptingEnabled: false, treeAdapter: lean }), facts);
  if (/<noscript/iu.test(text)) {
    const scripted = emptyFacts();
    visit(parse(text, { scriptingEnabled: true, treeAdapter: lean }), scripted);
    facts.signs.push(...scripted.signs);
  }
  return facts;
}

function emptyFacts(): Draft {
  return { noindex: false, ids: [], headings: [], references: [], withoutAlt: [], signs: [] };
}

function visit(root: Node, facts: Draft): void {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ("tagName" in node) {
      if (node.tagName === "title" && node.parentNode?.nodeName === "head") facts.title ??= textOf(node);
      note(tagOf(node), facts);
    }
    if ("content" in node) waiting.push(node.content);
    if ("childNodes" in node)
      for (let i = node.childNodes.length - 1; i >= 0; i--) waiting.push(node.childNodes[i] as Node);
  }
}

function note(tag: Tag, facts: Draft): void {
  const get = (name: string) => tag.attributes.find((attribute) => attribute.name === name)?.value;
  facts.signs.push(...activeSigns(tag));
  const id = get("id");
  if (id !== undefined) facts.ids.push(id);
  if (tag.name === "html") facts.lang = get("lang") ?? "";
  else if (tag.name === "meta") noteMeta(get, facts);
  else if (tag.name === "img" && get("alt") === undefined) facts.withoutAlt.push(get("src") ?? "");
  else if (/^h[1-6]$/u.test(tag.name))
    facts.headings.push({ depth: Number(tag.name[1]), ...(id === undefined ? {} : { id }) });
  if (tag.attributes.length === 0) return;
  if (tag.name === "link" && get("rel") === "canonical") facts.canonical = get("href") ?? "";
  else facts.references.push(...references(tag.name, get));
}

/** In HTML the parser has made all names lower case; SVG keeps some capitals. */
function tagOf({ tagName, attrs, namespaceURI }: DefaultTreeAdapterTypes.Element): Tag {
  if (namespaceURI === html.NS.HTML) return { name: tagName, attributes: attrs };
  return {
    name: tagName.toLowerCase(),
    attributes: attrs.map(({ name, value }) => ({ name: name.toLowerCase(), value })),
  };
}

function noteMeta(get: (name: string) => string | undefined, facts: Draft): void {
  const content = get("content") ?? "";
  if (get("name") === "description") facts.description ??= content;
  if (get("name") === "robots") facts.noindex ||= /noindex/iu.test(content);
  if (get("http-equiv")?.trim().toLowerCase() === "refresh") facts.refresh = content;
}

function references(name: string, get: (name: string) => string | undefined): Reference[] {
  const kind = name === "a" || name === "area" ? "link" : name === "link" || name === "use" ? "asset" : "picture";
  const single = [get("href"), get("src"), get("poster")].filter((address) => address !== undefined);
  const several = [get("srcset"), get("imagesrcset")].filter((set) => set !== undefined).flatMap(srcsetAddresses);
  return [...single, ...several].map((address) => ({ kind, address }));
}

function srcsetAddresses(set: string): string[] {
  return set
    .split(/,\s/u)
    .map((candidate) => candidate.trim().split(/\s/u)[0] ?? "")
    .filter((address) => address !== "");
}

function textOf(element: DefaultTreeAdapterTypes.Element): string {
  return element.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}
