import type { RenderedBody } from "./work.ts";
import { unknownWords } from "#korean/summary.ts";
import { headingNames, isBlock, oneLine, type TreeNode } from "./tree.ts";

const unspoken = new Set(["script", "style", "svg"]);
/** Blocks that say little without the rest of their page. */
const noLead = new Set([...headingNames, "table", "figcaption", "pre"]);

/** `n<sup>2</sup>` and `H<sub>2</sub>O` are n² and H₂O in plain words: `10<sup>6</sup>` is no 106. */
const raisedSigns: Readonly<Record<string, string>> = { sup: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", sub: "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ" };

/** The words of one block on one line, for labels, titles and contents: code as it stands, a formula as its TeX, no marks of footnotes or words of ours; pictures by their alternative text where nothing else stands. */
export function wordsOf(node: TreeNode): string {
  let out = "";
  const visit = (one: TreeNode): void => {
    if (one.words !== undefined) out += one.words;
    else if (one.type === "text") out += one.value ?? "";
    else if (one.tagName === "br" || one.value?.startsWith("<br")) out += " ";
    else if (!isUnspoken(one)) for (const child of one.children ?? []) visit(child);
  };
  visit(node);
  return tidied(out).replaceAll("\n", " ") || pictureWords(node);
}

/** Every word of a body, one line for each block, and those that may introduce it. */
export function bodyWords(root: TreeNode): Pick<RenderedBody, "text" | "lead"> {
  const walk = new WordWalk();
  walk.visit(root);
  return { text: tidied(walk.text), lead: tidied(walk.lead) || pictureWords(root) };
}

class WordWalk {
  text = "";
  lead = "";
  #ended = true;
  #leadEnds = false;
  /** How many elements are open in which nothing is a lead, and in which nothing is read. */
  #apart = 0;
  #hidden = 0;
  #reads = false;
  #raised = "";

  visit(node: TreeNode): void {
    const { value, words } = node;
    const name = node.type === "html" ? "" : (node.tagName ?? node.name ?? "");
    // TeX is no prose to count or to find terms in, but a sentence without it says something else.
    if (words !== undefined) this.#add(node.type === "html" ? "" : words, words);
    else if (node.type === "text") this.#say(value ?? "");
    else if (node.type.endsWith("Expression")) this.#add("", unknownWords);
    if (node.type === "more") this.#leadEnds = true;
    if (node.type === "html") this.#readTag(value ?? "");
    if (words !== undefined || node.type === "text" || name === "pre" || isUnspoken(node)) return;
    const parts = isBlock(name) || name === "br" || (node.type === "html" && this.#isRawBlock(value ?? ""));
    const apart = noLead.has(name) || node.properties?.["dataFootnotes"] !== undefined;
    if (parts) this.#endLine();
    if (apart) this.#apart += 1;
    if (name !== "") this.#readTag(`<${name}>`);
    if (node.children) for (const child of node.children) this.visit(child);
    if (name !== "") this.#readTag(`</${name}>`);
    if (apart) this.#apart -= 1;
    if (parts) this.#endLine();
  }

  /** A tag of raw HTML that plain words tell by signs: a reading stands in brackets where its author wrote none. */
  #readTag(tag: string): void {
    const opens = /^<rt\b/u.test(tag) && !this.text.endsWith("(");
    if (opens || (tag === "</rt>" && this.#reads)) this.#say(opens ? "(" : ")");
    if (tag.includes("rt")) this.#reads = opens;
    this.#raised = /^<(su[bp])\b/u.exec(tag)?.[1] ?? "";
  }

  #say(value: string): void {
    if (value === "\n") this.#endLine();
    if (value === "\n" || this.#hidden > 0) return;
    const signs = /[^\d+=()n-]/u.test(value) ? undefined : raisedSigns[this.#raised];
    const shown = signs ? value.replace(/./gu, (sign) => signs["0123456789+-=()n".indexOf(sign)] ?? sign) : value;
    this.#add(shown, shown);
  }

  #add(words: string, lead: string): void {
    this.text += words;
    if (this.#isLead) this.lead += lead;
    this.#ended &&= lead === "";
  }

  #isRawBlock(tag: string): boolean {
    const [, slash, name = ""] = /^<(\/?)([a-z][a-z0-9]*)/u.exec(tag) ?? [];
    const step = slash === "/" ? -1 : 1;
    if (noLead.has(name)) this.#apart = Math.max(0, this.#apart + step);
    if (name === "pre") this.#hidden = Math.max(0, this.#hidden + step);
    return isBlock(name) || name === "br";
  }

  get #isLead(): boolean {
    return this.#apart === 0 && !this.#leadEnds;
  }

  #endLine(): void {
    if (!this.#ended) {
      this.text += "\n";
      this.lead += "\n";
    }
    this.#ended = true;
  }
}

/** Marks of footnotes, arrows back from them and links to headings are not the author's words. */
function isUnspoken({ tagName = "", properties }: TreeNode): boolean {
  if (unspoken.has(tagName)) return true;
  if (properties === undefined || (tagName !== "a" && tagName !== "h2")) return false;
  const { dataFootnoteRef, dataFootnoteBackref, id } = properties;
  return dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined || id === "footnote-label";
}

function pictureWords(node: TreeNode): string {
  const alt = node.alt ?? (node.tagName === "img" ? String(node.properties?.["alt"] ?? "") : "");
  const below = (node.children ?? []).map(pictureWords).filter((words) => words !== "");
  return oneLine([alt, ...below].join(" "));
}

/** White space as one space, and one newline between blocks. */
function tidied(joined: string): string {
  return joined
    .replace(/(?: {2}| ?[^\S\n \ufeff])[^\S\n\ufeff]*/g, " ")
    .replace(/ \n[ \n]*|\n[ \n]+/g, "\n")
    .trim();
}
