import { strikethrough, taskListItems } from "@joplin/turndown-plugin-gfm";
import TurndownService from "turndown";
import { withoutBlankLines } from "./shortcode-use.ts";
import { addFigureRules, addTableRules, type Tag, withCaptions, withNamedTables } from "./html-rules.ts";
import { quoted } from "./shortcode-callouts.ts";
import { fence } from "./shortcode-code.ts";

/** Elements that the step after this one turns into links or words, and names in the report. */
const handedOn = ["script", "style", "svg", "select", "canvas", "template", "textarea", "xmp", "noembed", "applet"];
const kept = ["kbd", "sub", "sup", "u", "mark", "ruby", "abbr", "ins", "details", "summary"];

/** Turns an article's HTML into Markdown; line breaks stay, media become links, code keeps its language. */
export function htmlToMarkdown(html: string): string {
  if (/<frameset\b/iu.test(html)) return html;
  return withCaptions(converter().turndown(withNamedTables(html)).replace(/^\n+/u, ""));
}

function converter(): TurndownService {
  const service = new TurndownService({
    headingStyle: "atx",
    codeBlockStyle: "fenced",
    bulletListMarker: "-",
    emDelimiter: "*",
    br: "  ",
    ...{ preserveNestedTables: true },
    blankReplacement: (_, node) => blankOf(node as unknown as Tag & { readonly isBlock?: boolean }),
    keepReplacement: (_, node) => keptHtml(node as unknown as Tag & { readonly isBlock?: boolean }),
  });
  service.use([strikethrough, taskListItems]);
  service.keep(kept as never);
  addTableRules(service);
  addFigureRules(service);
  service.addRule("code", { filter: "pre", replacement: (_, node) => `\n\n${codeOf(node as unknown as Tag)}\n\n` });
  service.addRule("frame", {
    filter: ["iframe", "video", "audio", "embed", "object"] as never,
    replacement: (_, node) => mediaOf(node as unknown as Tag),
  });
  service.addRule("handedOn", {
    filter: (node) => handedOn.includes(node.nodeName.toLowerCase()),
    replacement: (_, node) => handOn(node as unknown as Tag),
  });
  service.addRule("card", {
    filter: (node) => node.getAttribute("data-ke-type") === "opengraph" || hasClass(node, "kg-(?:bookmark|file)-card"),
    replacement: (text, node) => cardOf(text, node as unknown as Tag),
  });
  addGhostRules(service);
  service.addRule("term", { filter: "dt", replacement: (text) => `\n\n${oneLine(text)}\n` });
  service.addRule("meaning", {
    filter: "dd",
    replacement: (text) => `\n: ${text.trim().replace(/\n(?=[^\n])/gu, "\n    ")}\n`,
  });
  return service;
}

/** An element without words: what it draws or runs is handed on, the rest goes. */
function blankOf(node: Tag & { readonly isBlock?: boolean }): string {
  const name = node.nodeName.toLowerCase();
  if (name === "object") return mediaOf(node);
  if (handedOn.includes(name)) return handOn(node);
  const [inner] = Array.from(node.querySelectorAll("object, template, svg, canvas"));
  if (inner !== undefined) return blankOf(inner);
  return node.isBlock ? "\n\n" : "";
}

/** HTML that stays. */
function keptHtml(node: Tag & { readonly isBlock?: boolean }): string {
  const html = withoutBlankLines(node.outerHTML);
  return node.isBlock ? `\n\n${html}\n\n` : html;
}

function handOn(node: Tag): string {
  const name = node.nodeName.toLowerCase();
  const html = /^(?:textarea|xmp)$/u.test(name) ? node.outerHTML : node.outerHTML.replace(/\s+/gu, " ");
  return /^(?:select|textarea)$/u.test(name) ? html : `\n\n${html}\n\n`;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/gu, " ");
}

function codeOf(node: Tag): string {
  const inner = node.querySelector("code");
  const written =
    node.getAttribute("data-ke-language") ??
    /language-(\S+)/u.exec(`${node.getAttribute("class") ?? ""} ${inner?.getAttribute("class") ?? ""}`)?.[1] ??
    "";
  for (const line of Array.from(node.querySelectorAll("br"))) line.textContent = "\n";
  return fence((node.textContent ?? "").replace(/\r/gu, "").replace(/\n$/u, ""), written);
}

function mediaOf(node: Tag, name = ""): string {
  const address =
    node.getAttribute("src") ?? node.getAttribute("data") ?? node.querySelector("source")?.getAttribute("src") ?? "";
  const words = (node.textContent ?? "").replace(/\s+/gu, " ").trim();
  if (address === "") return words === "" ? "" : `\n\n${words}\n\n`;
  const title = node.getAttribute("title") ?? (name || (/support|지원/iu.test(words) ? "" : words));
  return `\n\n<iframe src="${address.replace(/"/gu, "%22")}" title="${title.replace(/"/gu, "'")}"></iframe>\n\n`;
}

function hasClass(node: { getAttribute: (name: string) => string | null }, name: string): boolean {
  return new RegExp(`(?:^|\\s)${name}(?:\\s|$)`, "u").test(node.getAttribute("class") ?? "");
}

/** Ghost's cards that say more than their elements: players with all their buttons, notes, and what is folded. */
function addGhostRules(service: TurndownService): void {
  const add = (name: string, replacement: (text: string, node: Tag) => string) =>
    service.addRule(name, {
      filter: (node) => hasClass(node, name),
      replacement: (text, node) => replacement(text, node as unknown as Tag),
    });
  add("kg-(?:audio|video)-card", (text, node) => {
    const player = node.querySelector("audio, video");
    const title = node.querySelector(".kg-audio-title, figcaption")?.textContent ?? "";
    return player === null ? text : mediaOf(player, title);
  });
  add("kg-callout-emoji", () => "");
  add("kg-callout-card", (text) => `\n\n${quoted(`[!NOTE]\n${text.trim()}`)}\n\n`);
  add(
    "kg-toggle-heading",
    (text) => `\n\n<summary>${oneLine(text.replace(/<svg.*<\/svg>|^\s*#+ /gu, ""))}</summary>\n\n`,
  );
  add("kg-toggle-card", (text) => `\n\n<details>\n${text.trim()}\n\n</details>\n\n`);
}

/** A link preview of Tistory's or Ghost's: its title and address. */
function cardOf(text: string, node: Tag): string {
  const address = node.getAttribute("data-og-url") ?? node.querySelector("a")?.getAttribute("href") ?? "";
  const title =
    node.getAttribute("data-og-title") ??
    node.querySelector(".kg-bookmark-title, .kg-file-card-title")?.textContent ??
    text.trim().split("\n")[0] ??
    address;
  return address === "" ? text : `\n\n[${title.replace(/[[\]]/gu, "\\$&")}](${address})\n\n`;
}
