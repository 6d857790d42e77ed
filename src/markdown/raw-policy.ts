import { onceEach } from "#model/once.ts";
import lists from "./html-names.json" with { type: "json" };
import { restoredCode, sentinel } from "./sentinels.ts";
import type { Properties, TreeNode } from "./tree.ts";

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that an author may write as HTML. */
export const allowed = names(lists.allowed);
/** Old elements and what they became. */
export const renamed: Readonly<Record<string, string>> = lists.renamed;
/** Elements that go while their content stays, as they say nothing to a reader. */
export const unwrapped = names(lists.unwrapped);
/** Elements that show another document or medium: they become a link. */
export const embeds = names(lists.embeds);
/** Elements whose content no reader sees. */
export const hiding = names(lists.hiding);
/** Those of them that hold nothing. */
const lone = names(lists.lone);
export const voids = names(lists.voids);

const others = names(lists.others);
const elements = [allowed, new Set(Object.keys(renamed)), unwrapped, embeds, hiding, lone, others];

/** Whether browsers know an element of this name (letter case aside); what else looks like a tag is text. */
export function isElementName(name: string): boolean {
  const lower = name.toLowerCase();
  return elements.some((list) => list.has(lower));
}

const everywhere = names(lists.attributesOfAll);
const byElement = new Map(Object.entries(lists.attributes).map(([name, list]) => [name, names(list)]));
/** Class names of our stylesheet that an author may use. */
const ourClasses = names(lists.classes);

/** The attributes of an element that pass, alignment turned into a class. */
export function passedAttributes(name: string, written: Properties): Properties {
  const out: Properties = {};
  for (const key in written) {
    if (everywhere.has(key) || byElement.get(name)?.has(key)) out[key] = written[key];
  }
  const classes = [written["className"] ?? []].flat().filter((item) => ourClasses.has(String(item)));
  const align = alignment(written);
  if (align !== undefined) classes.push(`ta-${align}`);
  if (classes.length > 0) out["className"] = classes as string[];
  if (name === "a" && out["id"] === undefined && typeof written["name"] === "string") out["id"] = written["name"];
  return out;
}

function alignment(written: Properties): string | undefined {
  const style = /(?:^|;)\s*text-align\s*:\s*(left|center|right)\b/iu.exec(String(written["style"] ?? ""))?.[1];
  const align = /^(?:left|center|right)$/iu.exec(String(written["align"] ?? ""))?.[0];
  return (style ?? align)?.toLowerCase();
}

/** The first attribute that runs code, hides, or carries style, other than alignment; undefined where there is none. */
export function forbiddenAttribute(written: Properties): string | undefined {
  for (const key in written) {
    if (/^(?:on|srcdoc$|hidden$|(?:bg)?color$|face$)/iu.test(key)) return key.toLowerCase();
    if (key === "style" && !/^\s*text-align\s*:\s*(?:left|center|right)\s*;?\s*$/iu.test(String(written[key])))
      return key;
  }
  return undefined;
}

const sizeInStyle = /(?:^|;)\s*(width|height|zoom)\s*:\s*(auto|\d{1,5}(?:px|%))\s*(?=;|$)/giu;

/** Makes a picture's size in its style, `width: 300px` or Typora's `zoom:50%`, attributes; a style that says more stays. */
export function takeStyledSize(written: Properties): void {
  const rest = String(written["style"] ?? "").replace(sizeInStyle, (_, key: string, value: string) => {
    if (value !== "auto") written[key.toLowerCase()] ??= value;
    return "";
  });
  if (/^[;\s]*$/u.test(rest)) delete written["style"];
}

const wordless = new Set(["input", "meta", "link", "base", "param"]);
const verbatim = new Set("pre code kbd samp var math xmp listing plaintext textarea".split(" "));
const formula = /(?<!\$)\$[^\s$&](?:[^$&\n]*[^\s$&])?\$(?![\d$])/u;
const markdown = /\*\*\S|~~\S|==\S|__\S|`[^`\n]+`|\]\([^)\s]|\n[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+\S|#{1,6}[ \t])/u;

/** Whether text of raw HTML was written as Markdown, in an element where it may be. */
export function isMarkdown(
  written: string,
  open: readonly (readonly { readonly name: string }[])[],
  { math }: { readonly math: boolean },
): boolean {
  const isWritten = markdown.test(written) || (math && formula.test(written));
  return isWritten && !open.flat().some(({ name }) => verbatim.has(name));
}

/** Text without the indent that all its lines have, which Markdown would take for code. */
export function outdented(written: string): string {
  const indents = written.split("\n").flatMap((line) => (line.trim() === "" ? [] : [/^[ \t]*/u.exec(line)?.[0] ?? ""]));
  const least = Math.min(...indents.slice(written.startsWith("\n") ? 0 : 1).map(({ length }) => length));
  return Number.isFinite(least) && least > 0
    ? written.replace(new RegExp(`^[ \\t]{1,${String(least)}}`, "gmu"), "")
    : written;
}

export interface Place {
  readonly parent: TreeNode;
  readonly at: number;
}

/** Whether an element that opens at `from` in a piece of HTML, the child `at` of `parent`, is closed in the piece or later there. */
export function isClosed(name: string, from: number, { parent, at }: Place): boolean {
  const [last, index] = lastClosings(parent).get(name) ?? [-1, -1];
  return last > at || (last === at && index > from);
}

const lastClosings = onceEach((parent: TreeNode) => {
  const last = new Map<string, [child: number, index: number]>();
  for (const [at, { type, value = "" }] of (parent.children ?? []).entries()) {
    if (type !== "raw") continue;
    // What only looks like a tag closes nothing.
    const source = restoredCode(value.replaceAll(sentinel.less, " "));
    for (const { 1: name = "", index } of source.matchAll(/<\/([a-z][^\s/>]*)/giu))
      last.set(name.toLowerCase(), [at, index]);
  }
  return last;
});

/** Whether a tag that may not pass only names an element, as in a sentence about `<title>`, or a heading among words: nothing closes it. */
export function isMention(tag: Record<"name" | "attributes", string>, closes: boolean, isAmong: boolean): boolean {
  const { name, attributes } = tag;
  if (closes || (embeds.has(name) && name !== "script")) return false;
  if (wordless.has(name)) return attributes.trim() === "";
  return !lone.has(name) && (!allowed.has(renamed[name] ?? name) || (isAmong && /^h[1-6]$/u.test(name)));
}
