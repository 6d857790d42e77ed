import { taskListItems } from "@joplin/turndown-plugin-gfm";
import TurndownService from "turndown";
import { oneLine } from "#markdown/tree.ts";
import type { PageContext } from "#tools/import/shared/page-context.ts";
import { destination, markdownLink, withoutBlankLines } from "./shortcode-use.ts";
import { addTableRules, figureRules, type Rule, type Tag, withCaptions, withNamedTables } from "./html-rules.ts";
import { fence, quoted } from "./shortcode-blocks.ts";

/** Elements that the step after this one turns into links or words, and names in the report. */
const handedOn = ["script", "style", "svg", "select", "canvas", "template", "textarea", "xmp", "noembed", "applet"];
const kept = ["kbd", "sub", "sup", "u", "mark", "q", "ruby", "abbr", "ins", "details", "summary"];

/** Classes of Ghost's cards and Tistory's folds that say more than their elements: players with all their buttons, notes, what is folded. */
const cards: readonly (readonly [name: string, markdown: Rule[1]])[] = [
  ["kg-(?:audio|video)-card", playerOf],
  ["kg-callout-emoji|wp-block-file__button", () => ""],
  ["kg-callout-card", (text) => `\n\n${quoted(`[!NOTE]\n${text.trim()}`)}\n\n`],
  [
    "kg-toggle-heading|btn-toggle-moreless",
    (text, { parentNode: fold }) =>
      `\n\n<summary>${fold?.getAttribute("data-text-more") || lineOf(text.replace(/<svg.*<\/svg>|^\s*#+ /gu, ""))}</summary>\n\n`,
  ],
  ["kg-toggle-card|moreLess", (text) => `\n\n<details>\n${text.trim()}\n\n</details>\n\n`],
];

/** Formulas as MathJax finds them in words, and those of WordPress (`$latex x$`); between single signs with something that only formulas have. */
export const formula =
  /(\$\$[^$]+\$\$|(?<![\\$\w])\$(?! )[^$\n]*[\\^_][^$\n]*(?<! )\$(?![\w$])|\\\(.+?\\\)|\\\[.+?\\\])/gu;

/** Words that would say more in our Markdown than they do in HTML, besides what turndown knows: tags, entities, marks, `1)`. */
const signs = /<(?=[a-z/!?])|&(?=#?\w+;)|(?<!\\)(?:~(?=~)|(?<=~)~|=(?==)|%(?=%))|(?<=^\d{1,9})\)(?=\s)|^:(?=::)/giu;

/** Where several rules fit, the last one holds. */
const rules: readonly Rule[] = [
  ...figureRules,
  [["strong", "b"], (text) => marked(text, "**")],
  [["em", "i"], (text) => marked(text, "*")],
  [["del", "s", "strike"], (text) => marked(text, "~~")],
  [(node) => node.nodeName === "A" && Boolean(node.getAttribute("href")), linkOf],
  [["pre"], (_, node) => `\n\n${node.getAttribute("data-markdown") === null ? codeOf(node) : node.textContent}\n\n`],
  [["iframe", "video", "audio", "embed", "object"], (_, node) => mediaOf(node)],
  [(node) => handedOn.includes(node.nodeName.toLowerCase()), (_, node) => handOn(node)],
  [(node) => hasClass(node, "opengraph|kg-(?:bookmark|file)-card"), cardOf],
  ...cards.map(([name, markdown]): Rule => [(node) => hasClass(node, name), markdown]),
  [(node) => node.getAttribute("data-fn") !== null, noteOf],
  [(node) => node.nodeName === "math" || hasClass(node, "katex"), formulaOf],
  [["dt"], (text) => `\n\n${lineOf(text)}\n`],
  [["dd"], (text) => `\n: ${text.trim().replace(/\n(?=[^\n])/gu, "\n    ")}\n`],
];

/** Turns an article's HTML into Markdown; line breaks stay, media become links, code keeps its language, what no reader saw becomes a comment. */
export function htmlToMarkdown(html: string, context?: PageContext): string {
  if (/<frameset\b/iu.test(html)) return html;
  const service = converter();
  const filter = ((node: Tag) => isUnseen(node, html)) as unknown as TurndownService.Filter;
  const replacement = (text: string, node: unknown) => {
    if (text.trim() === "") return "";
    context?.note("words-unseen", { words: oneLine(text).slice(0, 30) });
    const words = `<!-- ${text.trim().replaceAll("-->", "--&gt;")} -->`;
    return (node as Tag).isBlock ? `\n\n${words}\n\n` : lineOf(words);
  };
  service.addRule("", { filter, replacement });
  const markdown = service.turndown(withNamedTables(html)).replace(/(?<= {2}\n[ \t>]*)(?=: )/gu, "\\");
  return withCaptions(markdown.replace(/^\n+/u, ""));
}

/** Whether an element is hidden and nothing, as the button of a fold, names it to show it. */
function isUnseen(node: Tag, html: string): boolean {
  const isHidden =
    /display\s*:\s*none/iu.test(node.getAttribute("style") ?? "") || node.getAttribute("hidden") !== null;
  if (!isHidden || /moreless/iu.test(node.getAttribute("class") ?? "")) return false;
  const id = node.getAttribute("id");
  return !id || html.split(id).length <= 2;
}

function converter(): TurndownService {
  const service = new TurndownService({
    headingStyle: "atx",
    codeBlockStyle: "fenced",
    bulletListMarker: "-",
    emDelimiter: "*",
    br: "  ",
    ...{ preserveNestedTables: true },
    blankReplacement: (_, node) => blankOf(node as Tag),
    keepReplacement: (_, node) => keptHtml(node as Tag),
  });
  service.use(taskListItems);
  const escaped = service.escape.bind(service);
  service.escape = (text) =>
    text
      .split(formula)
      .map((part, at) =>
        at % 2 === 1
          ? part.replace(/^\$latex +/u, "$").replace(/^\\|\\(?=.$)/gu, "\\\\")
          : escaped(part).replace(signs, "\\$&"),
      )
      .join("");
  service.keep(kept as never);
  addTableRules(service);
  for (const [filter, replacement] of rules)
    service.addRule("", { filter, replacement } as unknown as TurndownService.Rule);
  return service;
}

/** An element without words: what it draws or runs is handed on, the rest goes. */
function blankOf(node: Tag): string {
  const name = node.nodeName.toLowerCase();
  if (name === "object") return mediaOf(node);
  if (handedOn.includes(name)) return handOn(node);
  const inner = node.querySelector("object, template, svg, canvas");
  return inner ? blankOf(inner) : node.isBlock ? "\n\n" : "";
}

function keptHtml(node: Tag): string {
  const html = withoutBlankLines(node.outerHTML);
  return node.isBlock ? `\n\n${html}\n\n` : html;
}

function handOn(node: Tag): string {
  const name = node.nodeName.toLowerCase();
  const html = /^(?:textarea|xmp)$/u.test(name) ? node.outerHTML : node.outerHTML.replace(/\s+/gu, " ");
  return /^(?:select|textarea)$/u.test(name) ? html : `\n\n${html}\n\n`;
}

/** Words between marks, which reach over no blank line and hold no block. */
function marked(text: string, mark: string): string {
  return text.replace(/\S[\s\S]*?(?=\s*$|\s*\n[ \t]*\n)/gu, (part) =>
    /^(?:(?:<[^>]*>\s*)+$|[#>|]|\* \* |`{3})/u.test(part) ? part : mark + part + mark,
  );
}

/** A link, whose words stand on one line. */
function linkOf(text: string, node: Tag): string {
  const words = lineOf(text.replace(/^#+ /gmu, ""));
  const title = oneLine(node.getAttribute("title") ?? "").replace(/["\\]/gu, "\\$&");
  const target = destination(node.getAttribute("href") ?? "");
  return words === "" ? "" : `[${words}](${target}${title === "" ? "" : ` "${title}"`})`;
}

/** Markdown on one line; blanks that say something inside a line stay. */
function lineOf(text: string): string {
  return text.trim().replace(/\s*\n\s*/gu, " ");
}

function codeOf(node: Tag): string {
  const inner = node.querySelector("code");
  const classes = `${node.getAttribute("class") ?? ""} ${inner?.getAttribute("class") ?? ""}`;
  const said = /(?:language-|\blang:|\bbrush: ?)([^\s;]+)/u.exec(classes)?.[1];
  for (const line of Array.from(node.querySelectorAll("br"))) line.textContent = "\n";
  return fence(
    (node.textContent ?? "").replace(/\r/gu, "").replace(/\n$/u, ""),
    node.getAttribute("data-ke-language") ?? said ?? "",
  );
}

function mediaOf(node: Tag, name = ""): string {
  const address =
    node.getAttribute("src") ?? node.getAttribute("data") ?? node.querySelector("source")?.getAttribute("src") ?? "";
  const words = oneLine(node.textContent ?? "");
  if (address === "") return words === "" ? "" : `\n\n${words}\n\n`;
  const title = node.getAttribute("title") ?? (name || (/support|지원/iu.test(words) ? "" : words));
  return `\n\n<iframe src="${address.replace(/"/gu, "%22")}" title="${title.replace(/"/gu, "'")}"></iframe>\n\n`;
}

function playerOf(text: string, node: Tag): string {
  const player = node.querySelector("audio, video");
  const title = node.querySelector(".kg-audio-title, figcaption")?.textContent ?? "";
  return player ? mediaOf(player, title) : text;
}

/** A call of a footnote, and its words, as WordPress' editor names them. */
function noteOf(text: string, node: Tag): string {
  const mark = `[^${node.getAttribute("data-fn") ?? ""}]`;
  return node.nodeName === "SUP" ? mark : `\n\n${mark}: ${text.trim().replace(/\n(?=[^\n])/gu, "\n    ")}\n\n`;
}

/** Whether an element is called so, by a class or by its kind in Tistory. */
function hasClass(node: Tag, name: string): boolean {
  const names = `${node.getAttribute("class") ?? ""} ${node.getAttribute("data-ke-type") ?? ""}`;
  return new RegExp(`(?:^|\\s)(?:${name})(?:\\s|$)`, "u").test(names);
}

/** A formula that is drawn, by the TeX that it was written in. */
function formulaOf(text: string, node: Tag): string {
  const tex = node.querySelector('annotation[encoding="application/x-tex"]')?.textContent?.trim();
  const sign = node.getAttribute("display") === "block" || node.parentNode?.nodeName === "DIV" ? "$$" : "$";
  return tex ? sign + tex + sign : text;
}

/** A link preview of Tistory's or Ghost's: its title and address. */
function cardOf(text: string, node: Tag): string {
  const address = node.getAttribute("data-og-url") ?? node.querySelector("a")?.getAttribute("href") ?? "";
  const title =
    node.getAttribute("data-og-title") ??
    node.querySelector(".kg-bookmark-title, .kg-file-card-title")?.textContent ??
    text.trim().split("\n")[0] ??
    address;
  return address === "" ? text : `\n\n${markdownLink(title, address)}\n\n`;
}
