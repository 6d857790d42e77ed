import { element, isElement, text, textOf, type TreeElement, type TreeNode } from "./tree.ts";
import { offsetOf, type Work } from "./work.ts";

const contentsMark = /^(?:\[toc\]|\$\{toc\}|\[\[_?toc_?\]\]|toc\n?\{:toc\})$/iu;
const players: Readonly<Record<string, string>> = {
  youtube: "https://www.youtube.com/watch?v=",
  codepen: "https://codepen.io/",
  codesandbox: "https://codesandbox.io/s/",
};
const shown = /^!(youtube|codepen|codesandbox)\[([\w/.-]+)\]$/u;
const shortcode = /(?<![A-Za-z0-9:]):([a-z0-9_+-]+):(?![A-Za-z0-9:])/gu;
const blockId = /(?:^|[ \t\n])\^([A-Za-z0-9-]*[A-Za-z][A-Za-z0-9-]*|\d{6})$/u;

/** Emoji by the names GitHub gives them, where a source may have some. */
export async function emojiFor(source: string): Promise<Readonly<Record<string, string>> | undefined> {
  return source.search(shortcode) === -1 ? undefined : (await import("gemoji")).nameToEmoji;
}

/** Text with its `:smile:` as emoji; names that are none stay. */
export function withEmoji(value: string, emoji: Readonly<Record<string, string>>): string {
  return value.replace(shortcode, (whole, name: string) =>
    Object.hasOwn(emoji, name) ? (emoji[name] ?? whole) : whole,
  );
}

/** What a block of other systems' becomes: marks of contents go and are noted, velog's players become links; undefined for all others. */
export function foreignBlock(node: TreeElement, work: Work): TreeNode[] | undefined {
  if (!/^(?:p|ul|ol)$/u.test(node.tagName)) return undefined;
  const words = textOf(node).trim();
  if (words.length > 100) return undefined;
  if (contentsMark.test(words) || isWikiContents(node, words, work)) {
    work.asksContents = true;
    return [];
  }
  const [, player = "", id = ""] = node.tagName === "p" ? (shown.exec(words) ?? []) : [];
  const address = players[player];
  return address === undefined
    ? undefined
    : [element("p", {}, [element("a", { href: address + id }, [text(address + id)])])];
}

/** `[[toc]]` is a link for the parser. */
function isWikiContents(node: TreeElement, words: string, { source }: Work): boolean {
  const [only] = node.children;
  return (
    isElement(only, "a") &&
    /^_?toc_?$/iu.test(words) &&
    node.children.length === 1 &&
    source.startsWith("[[", offsetOf(only))
  );
}

/** Whether a source may have ids of blocks as Obsidian writes them. */
export function mayHaveBlockIds(source: string): boolean {
  return /\^[A-Za-z0-9-]+[ \t]*$/mu.test(source);
}

/** Takes Obsidian's `^id` from the end of a block's words; the block is found by it. */
export function takeBlockId(node: TreeElement): void {
  const last = node.children.at(-1);
  const found = last?.type === "text" ? blockId.exec((last.value ?? "").trimEnd()) : null;
  if (!last || !found || !/^(?:p|li|h[1-6])$/u.test(node.tagName)) return;
  last.value = (last.value ?? "").slice(0, found.index);
  node.properties["id"] ??= `^${found[1] ?? ""}`;
}
