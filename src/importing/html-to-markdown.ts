import { tables, strikethrough, taskListItems } from "@joplin/turndown-plugin-gfm";
import TurndownService from "turndown";
import { fence } from "./shortcode-code.ts";

/** Turns an article's HTML into Markdown; line breaks stay, media become links, code keeps its language. */
export function htmlToMarkdown(html: string): string {
  return converter().turndown(html).replace(/^\n+/u, "");
}

function converter(): TurndownService {
  const service = new TurndownService({
    headingStyle: "atx",
    codeBlockStyle: "fenced",
    bulletListMarker: "-",
    emDelimiter: "*",
    br: "  ",
  });
  service.use([tables, strikethrough, taskListItems]);
  service.remove(["script", "style", "noscript"]);
  service.keep(["kbd", "sub", "sup", "u", "mark", "details", "summary"]);
  service.addRule("code", { filter: "pre", replacement: (_, node) => `\n\n${codeOf(node as unknown as Tag)}\n\n` });
  service.addRule("frame", {
    filter: ["iframe", "video", "audio", "embed", "object"] as never,
    replacement: (_, node) => mediaOf(node as unknown as Tag),
  });
  service.addRule("card", {
    filter: (node) => node.getAttribute("data-ke-type") === "opengraph",
    replacement: (text, node) => cardOf(text, node as unknown as Tag),
  });
  service.addRule("caption", {
    filter: "figcaption",
    replacement: (text) => (text.trim() === "" ? "" : `\n\n${text.trim()}\n\n`),
  });
  return service;
}

interface Tag {
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => Tag | null;
}

function codeOf(node: Tag): string {
  const inner = node.querySelector("code");
  const written =
    node.getAttribute("data-ke-language") ??
    /language-(\S+)/u.exec(`${node.getAttribute("class") ?? ""} ${inner?.getAttribute("class") ?? ""}`)?.[1] ??
    "";
  return fence((node.textContent ?? "").replace(/\r/gu, "").replace(/\n$/u, ""), written);
}

function mediaOf(node: Tag): string {
  const address =
    node.getAttribute("src") ?? node.getAttribute("data") ?? node.querySelector("source")?.getAttribute("src") ?? "";
  return address === ""
    ? ""
    : `\n\n<iframe src="${address.replace(/"/gu, "%22")}" title="${(node.getAttribute("title") ?? "").replace(/"/gu, "'")}"></iframe>\n\n`;
}

/** Tistory's link preview: its title and address. */
function cardOf(text: string, node: Tag): string {
  const address = node.getAttribute("data-og-url") ?? node.querySelector("a")?.getAttribute("href") ?? "";
  const title = node.getAttribute("data-og-title") ?? text.trim().split("\n")[0] ?? address;
  return address === "" ? text : `\n\n[${title.replace(/[[\]]/gu, "\\$&")}](${address})\n\n`;
}
