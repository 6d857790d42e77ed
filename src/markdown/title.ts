import { markdownToHast } from "satteri";
import { preparedSource } from "./prepare.ts";
import { restoredText } from "./sentinels.ts";
import { headingNames, isBlank, isElement, oneLine, type TreeElement, type TreeNode } from "./tree.ts";
import { wordsOf } from "./words.ts";

const markedUp = /(`+)(?!`)(.+?)(?<!`)\1(?!`)|\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*/gu;

/** A title as plain words: its author may write `**굵게**` and `` `코드` `` there too. */
export function plainTitle(written: string): string {
  return /\*\*|`/u.test(written) ? written.replace(markedUp, "$2$3") : written;
}

/**
 * The title that a body states: its first heading of the first level, else a heading that it begins with and that has no
 * equal below; undefined where there is none.
 */
export function titleIn(source: string): string | undefined {
  const prepared = preparedSource(source, { math: false });
  const root = markdownToHast(prepared, { features: { headingAttributes: true, frontmatter: false } }) as TreeNode;
  const all = (root.children ?? []).filter((node) => isElement(node, ...headingNames)) as TreeElement[];
  const [first, ...others] = all;
  const isAlone = first !== undefined && others.every(({ tagName }) => tagName > first.tagName);
  const found = all.find(({ tagName }) => tagName === "h1") ?? (isAlone && first === opening(root) ? first : undefined);
  return found && plainWords(found);
}

/** Takes a heading out that only repeats the page's title, before the steps: the first heading, where it begins the body or is of the first level. */
export function dropTitle(root: TreeNode, title: string | undefined): void {
  if (title === undefined) return;
  const first = root.children?.find((node) => isElement(node, ...headingNames));
  if (!first || (first.tagName !== "h1" && first !== opening(root)) || holdsMore(first)) return;
  if (plainWords(first) !== oneLine(title.normalize("NFC"))) return;
  root.children = root.children?.filter((node) => node !== first) ?? [];
}

/** The first node that shows something. */
function opening(root: TreeNode): TreeNode | undefined {
  return root.children?.find((node) => !isBlank(node) && !(node.type === "raw" && /^<!--/u.test(node.value ?? "")));
}

/** A picture or a call of a footnote would be lost with it. */
function holdsMore(node: TreeNode): boolean {
  if (node.tagName === "img" || node.properties?.["dataFootnoteRef"] !== undefined) return true;
  return (node.children ?? []).some(holdsMore);
}

function plainWords(node: TreeNode): string {
  return oneLine(restoredText(wordsOf(node)).normalize("NFC"));
}
