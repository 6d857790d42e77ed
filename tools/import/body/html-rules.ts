import type TurndownService from "turndown";
import { destination, label, withoutBlankLines } from "./shortcode-use.ts";
import { tables } from "@joplin/turndown-plugin-gfm";

const pictureFile = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|tiff?)$/iu;

/** Pictures, and the words under them: a picture's title where it stands alone, else a figure of HTML. */
export function addFigureRules(service: TurndownService): void {
  service.addRule("picture", { filter: "img", replacement: (_, node) => pictureOf(node as unknown as Tag) });
  service.addRule("caption", {
    filter: "figcaption",
    replacement: (text) => (text.trim() === "" ? "" : `\n\n<figcaption>\n\n${text.trim()}\n\n</figcaption>\n`),
  });
  service.addRule("figure", {
    filter: (node) => node.nodeName === "FIGURE" && captionOf(node as unknown as Tag) !== "",
    replacement: (text, node) => figureOf(text, node as unknown as Tag),
  });
}

function captionOf(node: Tag): string {
  return (node.querySelector("figcaption")?.textContent ?? "").replace(/\s+/gu, " ").trim();
}

function figureOf(text: string, node: Tag): string {
  const [, shown = "", caption = ""] =
    /^\s*(\S[\s\S]*?)\s*<figcaption>\n\n([\s\S]*?)\n\n<\/figcaption>\s*$/u.exec(text) ?? [];
  const picture =
    /^(\[?!\[(?:[^\]\\]|\\.)*\]\((?:<[^>]*>|[^\s()]+))(?: "((?:[^"\\]|\\.)*)")?(\)(?:\]\([^\n]*\))?)$/u.exec(shown);
  if (isTight(node)) return `\n\n${shown.replace(/\n\s*/gu, " ")}\n${caption.replace(/\s+/gu, " ")}\n\n`;
  const words = captionOf(node);
  const isPlain = !/<|\]\(|\n|(?<!\\)[*_`~]/u.test(caption);
  if (picture === null || !isPlain) return `\n\n<figure>\n\n${text.trim()}\n</figure>\n\n`;
  const [, image = "", title, end = ""] = picture;
  const escaped = words.replace(/["\\]/gu, "\\$&");
  const titled = title === undefined || title === escaped ? escaped : `${escaped} — ${title}`;
  return `\n\n${image} "${titled}"${end}\n\n`;
}

/** In a cell of a table or a tight list there is no room for a figure: its words stand beside the picture. */
function isTight(node: Tag): boolean {
  for (let at = node.parentNode; at !== null && at !== undefined; at = at.parentNode)
    if (/^(?:TD|TH|LI|DD|DT|SUMMARY)$/u.test(at.nodeName)) return true;
  return false;
}

function pictureOf(node: Tag): string {
  const written = ["src", "data-src", "data-original", "data-lazy-src"].map((name) => node.getAttribute(name));
  const address = written.find((value) => value !== null && value !== "" && !value.startsWith("data:image/gif"));
  const alt = label(node.getAttribute("alt") ?? "");
  if (address === undefined || address === null) return alt;
  const title = (node.getAttribute("title") ?? "").replace(/\s+/gu, " ").trim();
  const shown = title === "" || pictureFile.test(title) ? "" : ` "${title.replace(/["\\]/gu, "\\$&")}"`;
  return `![${alt}](${destination(address)}${shown})`;
}

type Replacement = NonNullable<TurndownService.Rule["replacement"]>;

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
  service.use(tables);
  const plain = rulesOf(tables, service)["table"]?.replacement;
  if (plain === undefined) return;
  service.addRule("namedTable", {
    filter: "table",
    replacement: (content, node, options) => named(plain(content, node, options), node as unknown as Tag),
  } satisfies { filter: "table"; replacement: Replacement });
}

/** What a plugin would add to a service. */
function rulesOf(
  plugin: TurndownService.Plugin,
  { options }: TurndownService,
): Readonly<Record<string, TurndownService.Rule>> {
  const rules: Record<string, TurndownService.Rule> = {};
  const addRule = (name: string, rule: TurndownService.Rule) => {
    rules[name] = rule;
  };
  const isCodeBlock = ({ nodeName }: Tag) => nodeName === "PRE";
  plugin({ addRule, isCodeBlock, keep: () => {}, options } as unknown as TurndownService);
  return rules;
}

function named(text: string, node: Tag): string {
  const written = node.getAttribute("data-seogo-caption") ?? "";
  if (/^\s*<div/u.test(text)) return `\n\n${withoutBlankLines(text.trim())}\n\n`;
  const name = written.replace(/\s+/gu, " ").trim();
  return `\n\n${text.trim()}\n\n${name === "" ? "" : `표: ${name}\n\n`}`;
}

/** Markdown whose tables of HTML have their names as elements again. */
export function withCaptions(html: string): string {
  return html.replace(/(<table\b[^>]*?) data-seogo-caption="([^"]*)"([^>]*>)/gu, "$1$3<caption>$2</caption>");
}

/** An element of turndown's document, as far as our rules ask it. */
export interface Tag {
  readonly nodeName: string;
  textContent: string | null;
  readonly parentNode: Tag | null;
  readonly outerHTML: string;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => Tag | null;
  readonly querySelectorAll: (selector: string) => ArrayLike<Tag>;
}
