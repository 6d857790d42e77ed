import type TurndownService from "turndown";
import type { Tag } from "./html-tag.ts";
import { destination, label } from "./shortcode-use.ts";

const pictureFile = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|tiff?)$/iu;

/** Pictures, and what stands under them. */
export function addFigureRules(service: TurndownService): void {
  service.addRule("picture", { filter: "img", replacement: (_, node) => pictureOf(node as unknown as Tag) });
  service.addRule("caption", {
    filter: "figcaption",
    replacement: (text) => (text.trim() === "" ? "" : `\n\n${text.trim()}\n\n`),
  });
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
