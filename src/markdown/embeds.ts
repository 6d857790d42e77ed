import { interfaceWords } from "#text/markdown.ts";
import { printed } from "./links.ts";
import { element, type Properties, text, type TreeElement } from "./tree.ts";
import { type Work, warn } from "./work.ts";

/** The address that an embedding element shows as written, by its own attributes or those of the sources in it. */
export function writtenMedium(written: Properties, html: string): string {
  const inside = html.split(/<\/(?:video|audio)/iu, 1)[0] ?? "";
  const source = /<source\s(?:[^>]*?\s)?src\s*=\s*["']?([^"'\s>]+)/iu.exec(inside)?.[1];
  return String(written["src"] ?? written["data"] ?? source ?? "").trim();
}

/** What stands for an embed: a medium of ours itself, else a link to it, told; undefined where there is nothing to open. */
export function embedOf(
  from: { name: string; medium: string; title: string; offset: number },
  work: Work,
): TreeElement | undefined {
  const { name, medium, title, offset } = from;
  const own = /^(?:video|audio)$/u.test(name) ? work.options.picture(medium) : undefined;
  if (own) {
    work.pictures.push(own);
    return element(name, { src: printed(own.path, work), controls: true, preload: "metadata" });
  }
  const address = medium.replace(/^\/\//u, "https://");
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return undefined;
  // Of scripts only a gist has something to open.
  if (name === "script" && !/^https:\/\/gist\.github\.com\//iu.test(medium)) return undefined;
  warn(work, "html-embed", { offset, values: { tag: name, address } });
  const shown = title || interfaceWords(work.options.language).embed;
  const host = new URL(address).host.replace(/^www\./u, "");
  return { ...element("a", { href: watchable(address) }, [text(`${shown} — ${host}`)]), words: title };
}

/** The address a reader can open for what an embed shows. */
function watchable(address: string): string {
  const video = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/iu.exec(address)?.[1];
  if (video === undefined) return address.replace(/^(https:\/\/gist\.github\.com\/.+)\.js$/iu, "$1");
  const start = new URL(address).searchParams.get("start");
  return `https://www.youtube.com/watch?v=${video}${start === null ? "" : `&t=${encodeURIComponent(start)}`}`;
}
