import type TurndownService from "turndown";
import { oneLine } from "#markdown/tree.ts";
import { fence } from "./shortcode-blocks.ts";
import { label, markdownPicture, pictureFile, withoutBlankLines } from "./shortcode-use.ts";
import { tables } from "@joplin/turndown-plugin-gfm";

/** An element of turndown's document, as far as our rules ask it. */
export interface Tag {
  readonly nodeName: string;
  textContent: string | null;
  readonly isBlock?: boolean;
  /** Absent above the document. */
  readonly parentNode?: Tag | null;
  readonly outerHTML: string;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => Tag | null | undefined;
  readonly querySelectorAll: (selector: string) => ArrayLike<Tag>;
}

/** What becomes of elements of these names, or of those that fit, with what they hold as Markdown. */
export type Rule = readonly [
  filter: readonly string[] | ((node: Tag) => boolean),
  markdown: (text: string, node: Tag) => string,
];

/** Pictures, and the words under them: a picture's title where it stands alone, else a figure of HTML; and code in a table. */
export const figureRules: readonly Rule[] = [
  [["img"], (_, node) => pictureOf(node)],
  [["figcaption"], (text) => (text.trim() === "" ? "" : `\n\n<figcaption>\n\n${text.trim()}\n\n</figcaption>\n`)],
  [(node) => /\bcolorscripter-code/u.test(node.getAttribute("class") ?? ""), drawnCode],
  [(node) => node.nodeName === "FIGURE" && captionOf(node) !== "", figureOf],
];

function captionOf(node?: Tag | null): string {
  return oneLine(node?.querySelector("figcaption")?.textContent ?? "");
}

function figureOf(text: string, node: Tag): string {
  const [, shown = "", caption = ""] =
    /^\s*(\S[\s\S]*?)\s*<figcaption>\n\n([\s\S]*?)\n\n<\/figcaption>\s*$/u.exec(text) ?? [];
  const picture =
    /^(\[?!\[(?:[^\]\\]|\\.)*\]\((?:<[^>]*>|[^\s()]+))(?: "((?:[^"\\]|\\.)*)")?(\)(?:\]\([^\n]*\))?)$/u.exec(shown);
  if (isTight(node)) return `\n\n${shown.replace(/\n\s*/gu, " ")}\n${caption.replace(/\s+/gu, " ")}\n\n`;
  const isPlain = !/<|\]\(|\n|(?<!\\)[*_`~]/u.test(caption);
  if (picture === null || !isPlain) return `\n\n<figure>\n\n${text.trim()}\n</figure>\n\n`;
  const [, image = "", title, end = ""] = picture;
  const words = captionOf(node).replace(/["\\]/gu, "\\$&");
  const titled = title === undefined || title === words ? words : `${words} — ${title}`;
  return `\n\n${image} "${titled}"${end}\n\n`;
}

/** In a cell of a table or a tight list there is no room for a figure: its words stand beside the picture. */
function isTight({ parentNode: above }: Tag): boolean {
  return above ? /^(?:TD|TH|LI|DD|DT|SUMMARY)$/u.test(above.nodeName) || isTight(above) : false;
}

function pictureOf(node: Tag): string {
  const written = ["src", "data-src", "data-original", "data-lazy-src"].map((name) => node.getAttribute(name));
  const address = written.find((value) => value && !value.startsWith("data:image/gif"));
  const { parentNode: frame } = node;
  // Tistory keeps a picture's words around it; they are often the caption again.
  const around = frame?.getAttribute("data-alt") ?? "";
  const alt = node.getAttribute("alt") || (around === captionOf(frame?.parentNode) ? "" : around);
  if (!address) return label(alt);
  const title = oneLine(node.getAttribute("title") ?? "");
  return markdownPicture(alt, address, pictureFile.test(title) ? "" : title);
}

/** HTML whose tables carry their names in an attribute: a `<caption>` would keep a first row from being the head. */
export function withNamedTables(html: string): string {
  return html.replace(
    /(<table\b[^>]*)>\s*<caption\b[^>]*>([\s\S]*?)<\/caption\s*>/giu,
    (_, table: string, name: string) => {
      const words = name.replace(/<[^>]*>/gu, "").replace(/"/gu, "&quot;");
      return `${table} data-seogo-caption="${words}">`;
    },
  );
}

/** Tables as Markdown with their names under them; one that Markdown cannot say stays HTML, its blank lines spelled out. */
export function addTableRules(service: TurndownService): void {
  const addRule = (name: string, rule: TurndownService.Rule) => {
    const { replacement } = rule;
    if (name !== "table" || replacement === undefined) return service.addRule(name, rule);
    return service.addRule(name, { ...rule, replacement: (...of) => named(replacement(...of), of[1] as Tag) });
  };
  const isCodeBlock = ({ nodeName }: Tag) => nodeName === "PRE";
  tables(Object.assign(Object.create(service) as TurndownService, { addRule, isCodeBlock }));
}

function named(text: string, node: Tag): string {
  if (/^\s*<div/u.test(text)) return `\n\n${withoutBlankLines(text.trim())}\n\n`;
  const name = oneLine(node.getAttribute("data-seogo-caption") ?? "");
  return `\n\n${text.trim()}\n\n${name === "" ? "" : `표: ${name}\n\n`}`;
}

/** Markdown whose tables of HTML have their names as elements again. */
export function withCaptions(html: string): string {
  return html.replace(/(<table\b[^>]*?) data-seogo-caption="([^"]*)"([^>]*>)/gu, "$1$3<caption>$2</caption>");
}

/** Code that Color Scripter, which Korean blogs have long used, drew as a table of numbers and lines. */
function drawnCode(_: string, node: Tag): string {
  const lines = Array.from(node.querySelectorAll('div[style*="white-space"]'), (line) => line.textContent ?? "");
  return `\n\n${fence(lines.map((line) => line.replaceAll("\u00A0", " ").trimEnd()).join("\n"), "")}\n\n`;
}
