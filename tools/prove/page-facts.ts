import { defaultTreeAdapter, html, parse, type DefaultTreeAdapterTypes } from "parse5";
import type { Tag } from "./active-content.ts";
import { detached, type Draft, emptyDraft, note, type PageFacts, sharing } from "./element-facts.ts";
import { decoded } from "./file-signs.ts";
import { plainPage } from "./plain-page.ts";

type Node =
  DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document | DefaultTreeAdapterTypes.DocumentFragment;

const lean: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  insertText: (parent, text) => {
    if ("tagName" in parent && parent.tagName === "title") defaultTreeAdapter.insertText(parent, text);
  },
};

/** The facts of one HTML page, read as browsers read it, with script switched off and, where it differs, on. */
export function pageFacts(bytes: Uint8Array, share = sharing()): PageFacts {
  const draft = emptyDraft(share);
  const plain = plainPage(bytes, (tag) => note(tag, draft));
  if (plain === undefined) {
    const { text, signs } = decoded(bytes);
    const facts = parsedFacts(text, share);
    return { ...facts, signs: [...signs, ...facts.signs] };
  }
  return finished(plain.title === undefined ? draft : { ...draft, title: detached(plain.title) });
}

/**
 * The same from the tree that the HTML standard prescribes, for pages of any kind. The parser drops what stands in a
 * `<select>`, as the standard once did; browsers show it, so that it is read as another element's too.
 */
export function parsedFacts(text: string, share = sharing()): PageFacts {
  const draft = emptyDraft(share);
  const forms = new Set([text, text.replace(/(<\/?)select(?![\w-])/giu, "$1x-select")]);
  for (const scriptingEnabled of /<noscript/iu.test(text) ? [false, true] : [false])
    for (const form of forms) {
      const isFirst = !scriptingEnabled && form === text;
      const found = isFirst ? draft : emptyDraft(share);
      visit(parse(form, { scriptingEnabled, treeAdapter: lean }), found);
      if (!isFirst) draft.signs.push(...found.signs);
    }
  return finished(draft);
}

function finished({ share: _, references, signs, ...facts }: Draft): PageFacts {
  return {
    ...facts,
    references: [...new Set(references)],
    signs: signs.length === 0 ? [] : JSON.parse(JSON.stringify(signs)),
  };
}

function visit(root: Node, draft: Draft): void {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ("tagName" in node) {
      if (node.tagName === "title" && node.parentNode?.nodeName === "head")
        draft.title ??= detached(node.childNodes.map((child) => ("value" in child ? child.value : "")).join(""));
      note(tagOf(node), draft);
    }
    if ("content" in node) waiting.push(node.content);
    if ("childNodes" in node)
      for (let i = node.childNodes.length - 1; i >= 0; i--) waiting.push(node.childNodes[i] as Node);
  }
}

/** In HTML the parser has made all names lower case; SVG keeps some capitals. */
function tagOf({ tagName, attrs, namespaceURI }: DefaultTreeAdapterTypes.Element): Tag {
  if (namespaceURI === html.NS.HTML) return { name: tagName, attributes: attrs };
  return {
    name: tagName.toLowerCase(),
    attributes: attrs.map(({ name, value }) => ({ name: name.toLowerCase(), value })),
  };
}
