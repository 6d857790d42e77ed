import { onceEach } from "#model/once.ts";
import * as policy from "./raw-policy.ts";
import type { TreeNode } from "./tree.ts";

const wordless = new Set(["input", "meta", "link", "base", "param"]);
const verbatim = new Set("pre code kbd samp var math xmp listing plaintext textarea".split(" "));
const markdown = /\*\*\S|~~\S|==\S|__\S|`[^`\n]+`|\]\([^)\s]|^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S|^[ \t]*#{1,6}[ \t]/mu;

/** Whether text of raw HTML was written as Markdown, in an element where it may be. */
export function isMarkdown(written: string, open: readonly (readonly { readonly name: string }[])[]): boolean {
  return markdown.test(written) && !open.flat().some(({ name }) => verbatim.has(name));
}

/** Text without the indent that all its lines have, which Markdown would take for code. */
export function outdented(written: string): string {
  const indents = written.split("\n").flatMap((line) => (line.trim() === "" ? [] : [/^[ \t]*/u.exec(line)?.[0] ?? ""]));
  const least = Math.min(...indents.slice(written.startsWith("\n") ? 0 : 1).map(({ length }) => length));
  return Number.isFinite(least) && least > 0
    ? written.replace(new RegExp(`^[ \\t]{1,${String(least)}}`, "gmu"), "")
    : written;
}

/** Where a piece of raw HTML stands. */
export interface Place {
  readonly parent: TreeNode;
  readonly at: number;
}

/** Whether an element that opens in a piece of HTML, the child `at` of `parent`, is closed in the piece or later there. */
export function isClosed(name: string, rest: string, { parent, at }: Place): boolean {
  const last = lastClosings(parent).get(name) ?? -1;
  return last > at || (last === at && rest.toLowerCase().includes(`</${name}`));
}

const lastClosings = onceEach((parent: TreeNode) => {
  const last = new Map<string, number>();
  for (const [at, { type, value = "" }] of (parent.children ?? []).entries()) {
    if (type !== "raw") continue;
    for (const [, name = ""] of value.matchAll(/<\/([a-z][^\s/>]*)/giu)) last.set(name.toLowerCase(), at);
  }
  return last;
});

/** Whether a tag that may not pass only names an element, as in a sentence about `<title>`: nothing closes it. */
export function isMention({ name, attributes }: { name: string; attributes: string }, closes: boolean): boolean {
  if (closes || (policy.embeds.has(name) && name !== "script")) return false;
  if (wordless.has(name)) return attributes.trim() === "";
  const passes = policy.allowed.has(policy.renamed[name] ?? name);
  return !passes && !policy.lone.has(name);
}
