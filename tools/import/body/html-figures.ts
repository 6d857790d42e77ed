import type TurndownService from "turndown";
import type { Tag } from "./html-tag.ts";
import { destination, label } from "./shortcode-use.ts";

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
