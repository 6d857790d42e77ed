/** A node of parse5's tree, as far as it is asked for. */
export interface HtmlNode {
  readonly nodeName: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly HtmlNode[];
}

/** What a reader finds in a piece of HTML. */
export interface Facts {
  /** Letters and digits in order, NFC. */
  readonly words: readonly string[];
  /** Visible text outside code. */
  readonly prose: string;
  readonly code: readonly string[];
  readonly images: readonly string[];
  readonly tables: number;
  readonly listItems: number;
  readonly links: readonly string[];
}

const unseen = new Set(["script", "style", "template", "head", "title", "iframe"]);
const blocks = /^(?:p|div|li|h[1-6]|td|th|tr|br|pre|blockquote|figcaption|summary|dt|dd|section|table|ul|ol)$/u;

/** Reads the facts of a tree; line numbers of highlighters are no words. */
export function factsOfHtml(root: HtmlNode): Facts {
  const facts = {
    prose: "",
    text: "",
    code: [] as string[],
    images: [] as string[],
    links: [] as string[],
    tables: 0,
    listItems: 0,
  };
  const visit = (node: HtmlNode, inCode: boolean): void => {
    const name = node.tagName ?? "";
    const attribute = (key: string) => node.attrs?.find((one) => one.name === key)?.value;
    if (unseen.has(name) || /(?:^|\s)(?:ln|lnt)(?:\s|$)/u.test(attribute("class") ?? "")) return;
    if (node.nodeName === "#text") {
      facts.text += node.value ?? "";
      if (!inCode) facts.prose += node.value ?? "";
    }
    if (name === "img") facts.images.push(attribute("src") ?? "");
    if (name === "a") facts.links.push(attribute("href") ?? "");
    if (name === "table" && !(attribute("class") ?? "").includes("lntable")) facts.tables += 1;
    if (name === "li") facts.listItems += 1;
    if (name === "pre") facts.code.push(textOf(node).replace(/\s+$/u, ""));
    for (const child of node.childNodes ?? []) visit(child, inCode || name === "code" || name === "pre");
    if (blocks.test(name)) {
      facts.text += "\n";
      facts.prose += "\n";
    }
  };
  visit(root, false);
  const { text, ...rest } = facts;
  return { ...rest, code: rest.code.filter((code) => code !== ""), words: wordsOf(text) };
}

/** Runs of letters and digits, in NFC. */
export function wordsOf(text: string): string[] {
  return text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
}

function textOf(node: HtmlNode): string {
  if (/(?:^|\s)(?:ln|lnt)(?:\s|$)/u.test(node.attrs?.find(({ name }) => name === "class")?.value ?? "")) return "";
  return node.nodeName === "#text" ? (node.value ?? "") : (node.childNodes ?? []).map(textOf).join("");
}

/** The first word of `wanted` that does not follow in `found`; undefined where all stand there in order. */
export function firstLost(wanted: readonly string[], found: readonly string[]): string | undefined {
  const text = found.join("");
  let at = 0;
  for (const word of wanted) {
    const next = text.indexOf(word, at);
    if (next === -1) return word;
    at = next + word.length;
  }
  return undefined;
}
