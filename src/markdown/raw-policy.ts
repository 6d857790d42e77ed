import { onceEach } from "#model/once.ts";
import { restoredCode, sentinel } from "./sentinels.ts";
import type { Properties, TreeNode } from "./tree.ts";

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that an author may write as HTML. */
export const allowed = names(
  "a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt " +
    "em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark math mfrac mi mn mo mover mroot mrow " +
    "mspace msqrt msub msubsup msup mtable mtd mtext mtr munder munderover ol p pre q rb rp rt rtc ruby s samp section " +
    "small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr",
);
/** Old elements and what they became. */
export const renamed: Readonly<Record<string, string>> = {
  ...{ center: "div", font: "span", tt: "code", strike: "s", acronym: "abbr", big: "span", nobr: "span", main: "div" },
  ...{ nav: "div", dir: "ul", listing: "pre", plaintext: "pre", xmp: "pre", hgroup: "div", marquee: "div" },
  ...{ blink: "span" },
};
/** Elements that go while their content stays, as they say nothing to a reader. */
export const unwrapped = names("html body noscript picture source track basefont label optgroup search slot");
/** Elements that show another document or medium: they become a link. */
export const embeds = names("iframe embed object applet frame video audio script");
/** Elements whose content no reader sees. */
export const hiding = names(
  "script style template iframe object applet noembed noframes title svg canvas head select video audio",
);
/** Those of them that hold nothing. */
const lone = names("source track basefont input meta link base param area keygen embed");
export const voids = names("br hr img wbr col");

const others = names(
  "button circle datalist defs desc dialog ellipse fieldset foreignobject form frameset g image isindex legend line map menu " +
    "meter option output path polygon polyline progress rect text textarea tspan use annotation mpadded mphantom ms mstyle " +
    "semantics",
);
const elements = [allowed, new Set(Object.keys(renamed)), unwrapped, embeds, hiding, lone, others];

/** Whether browsers know an element of this name (letter case aside); what else looks like a tag is text. */
export function isElementName(name: string): boolean {
  const lower = name.toLowerCase();
  return elements.some((list) => list.has(lower));
}

const everywhere = names("title lang dir ariaLabel ariaHidden id");
const byElement: Readonly<Record<string, ReadonlySet<string>>> = {
  a: names("href rel hrefLang download"),
  img: names("src alt width height"),
  td: names("colSpan rowSpan headers abbr"),
  th: names("colSpan rowSpan headers abbr scope"),
  col: names("span"),
  colgroup: names("span"),
  ol: names("start reversed type"),
  li: names("value"),
  details: names("open name"),
  time: names("dateTime"),
  del: names("dateTime cite"),
  ins: names("dateTime cite"),
  q: names("cite"),
  blockquote: names("cite"),
  data: names("value"),
};
/** Class names of our stylesheet that an author may use. */
const ourClasses = names("ta-left ta-center ta-right wide narrow callout sr-only");

/** The attributes of an element that pass, alignment turned into a class. */
export function passedAttributes(name: string, written: Properties): Properties {
  const out: Properties = {};
  for (const key in written) {
    if (everywhere.has(key) || byElement[name]?.has(key)) out[key] = written[key];
  }
  const classes = [written["className"] ?? []].flat().filter((item) => ourClasses.has(String(item)));
  const align = alignment(name, written);
  if (align !== undefined) classes.push(`ta-${align}`);
  if (classes.length > 0) out["className"] = classes as string[];
  if (name === "a" && out["id"] === undefined && typeof written["name"] === "string") out["id"] = written["name"];
  return out;
}

function alignment(name: string, written: Properties): string | undefined {
  if (name === "img") return undefined;
  const style = /(?:^|;)\s*text-align\s*:\s*(left|center|right)\b/iu.exec(String(written["style"] ?? ""))?.[1];
  const align = /^(?:left|center|right)$/iu.exec(String(written["align"] ?? ""))?.[0];
  return (style ?? align)?.toLowerCase();
}

/** The first attribute that runs code or carries style, other than alignment; undefined where there is none. */
export function forbiddenAttribute(written: Properties): string | undefined {
  for (const key in written) {
    if (/^on/iu.test(key) || key === "srcDoc" || key === "srcdoc") return key.toLowerCase();
    if (key === "style" && !/^\s*text-align\s*:\s*(?:left|center|right)\s*;?\s*$/iu.test(String(written[key])))
      return key;
  }
  return undefined;
}

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

/** Whether a tag that may not pass only names an element, as in a sentence about `<title>`: nothing closes it. */
export function isMention({ name, attributes }: { name: string; attributes: string }, closes: boolean): boolean {
  if (closes || (embeds.has(name) && name !== "script")) return false;
  if (wordless.has(name)) return attributes.trim() === "";
  const passes = allowed.has(renamed[name] ?? name);
  return !passes && !lone.has(name);
}
