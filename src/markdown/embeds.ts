import { element, type PropertyValue, text, type TreeElement } from "./tree.ts";

/** The absolute address of what an embedding element shows; undefined where it shows nothing from the web. */
export function embeddedAddress(written: Record<string, PropertyValue>): string | undefined {
  const address = String(written["src"] ?? written["data"] ?? "").trim();
  if (!/^(?:https?:)?\/\//iu.test(address)) return undefined;
  const target = address.replace(/^\/\//u, "https://");
  return URL.canParse(target) ? target : undefined;
}

/** A link that says where it leads: `영상 — youtube.com`. */
export function embedLink(address: string, title: string): TreeElement {
  const host = new URL(address).host.replace(/^www\./u, "");
  return element("a", { href: watchable(address) }, [text(`${title} — ${host}`)]);
}

/** The address a reader can open for what an embed shows. */
function watchable(address: string): string {
  const video = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/iu.exec(address)?.[1];
  return video === undefined
    ? address.replace(/^(https:\/\/gist\.github\.com\/.+)\.js$/iu, "$1")
    : `https://www.youtube.com/watch?v=${video}`;
}
