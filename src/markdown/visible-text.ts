import type { TreeNode } from "./tree.ts";

const hidden = new Set(["pre", "code", "math", "script", "style", "svg"]);
const silent = new Set(["drawing", "picture-missing", "data-footnote-backref"]);
const rawBlock =
  /^<\/?(?:p|h[1-6]|li|d[tdl]|t[dhr]|table|div|blockquote|figure|figcaption|details|summary|br|hr|section|ul|ol)\b/u;
const blocks = new Set(
  "p h1 h2 h3 h4 h5 h6 li dt dd td th tr table caption blockquote figure figcaption div aside details summary hr br section".split(
    " ",
  ),
);

/** The visible words of a tree without its code, one line for each block; `lead` ends at `<!--more-->`. */
export function visibleText(root: TreeNode): { whole: string; lead?: string } {
  let out = "";
  let ended = true;
  let leadEnd: number | undefined;
  const endLine = (): void => {
    if (!ended) out += "\n";
    ended = true;
  };
  const visit = (node: TreeNode): void => {
    const { value, tagName: name = "" } = node;
    if (node.type === "text" && value !== undefined) {
      if (value === "\n") endLine();
      else out += value;
      ended &&= value === "\n" || value === "";
      return;
    }
    if (node.type === "more") leadEnd ??= out.length;
    if (hidden.has(name) || isSilent(node)) return;
    const isBlock = blocks.has(name) || (node.type === "html" && rawBlock.test(value ?? ""));
    if (isBlock) endLine();
    if (node.children) for (const child of node.children) visit(child);
    if (isBlock) endLine();
  };
  visit(root);
  const whole = tidied(out);
  return leadEnd === undefined ? { whole } : { whole, lead: tidied(out.slice(0, leadEnd)) };
}

/** Drawings, notes on missing pictures and the arrows of footnotes are not the author's words. */
function isSilent(node: TreeNode): boolean {
  const classes = node.properties?.["className"];
  return Array.isArray(classes) && classes.some((name) => silent.has(String(name)));
}

const untidy = /[\t\u00a0\u2003\u3000]| [ \n]|\n[ \n]/;
const exotic = /[\t\u00a0\u2003\u3000]/;

/** White space as one space, and one newline between blocks; most texts are so already. */
function tidied(joined: string): string {
  if (!untidy.test(joined)) return joined.trim();
  const spaced = exotic.test(joined) ? joined.replace(/[^\S\n]+/g, " ") : joined;
  return spaced
    .replace(/ {2,}/g, " ")
    .replaceAll(" \n", "\n")
    .replaceAll("\n ", "\n")
    .replace(/\n{2,}/g, "\n")
    .trim();
}
