import { interfaceWords } from "#text/markdown.ts";
import { printed } from "./links.ts";
import { givenSize } from "./picture-size.ts";
import { element, type Properties, text, type TreeElement } from "./tree.ts";
import { warn, type Work } from "./work.ts";

/** The address that an embedding element shows as written, by its own attributes or those of the sources in it. */
export function writtenMedium(written: Properties, html: string): string {
  const inside = html.split(/<\/(?:video|audio)/iu, 1)[0] ?? "";
  const source = /<source\s(?:[^>]*?\s)?src\s*=\s*["']?([^"'\s>]+)/iu.exec(inside)?.[1];
  return String(written["src"] ?? written["data"] ?? source ?? "").trim();
}

/** What stands for an embed: the medium itself where it is ours, else a link and a warning; undefined where there is nothing to open. */
export function embedOf(
  from: { name: string; medium: string; said: Properties; offset: number },
  work: Work,
): TreeElement | undefined {
  const { name, medium, said, offset } = from;
  const own = /^(?:video|audio)$/u.test(name) ? work.options.picture(medium) : undefined;
  if (own) {
    work.pictures.push(own);
    const shown = { src: printed(own.path, work), controls: true, preload: "metadata" };
    return element(name, { ...shown, ...said, ...givenSize(said) });
  }
  const address = medium.replace(/^\/\//u, "https://");
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return undefined;
  if (name === "script" && !openScript.test(address)) return undefined;
  warn(work, "html-embed", { offset, values: { tag: name, address } });
  const title = String(said["title"] ?? "");
  const shown = text(embedWords(title, address, work.options.language));
  return { ...element("a", { href: watchable(address) }, [shown]), words: title };
}

/** The scripts that show one thing, with the page that it has. */
export const openScript = /^(https:\/\/(?:gist\.github\.com|asciinema\.org\/a)\/[^?#]+)\.js(?=[?#]|$)/iu;
const player = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/(?!videoseries)([\w-]+)/iu;
const vimeo = /^https:\/\/player\.vimeo\.com\/video\/(\d+).*$/iu;

/** The words of a link to what an embed shows: its title, and where it leads. */
export function embedWords(title: string, address: string, language: "ko" | "en"): string {
  const place = URL.parse(address)?.host.replace(/^www\./u, "") ?? address;
  return `${title || interfaceWords(language).embed} — ${place}`;
}

/** The address a reader can open for what an embed shows. */
export function watchable(address: string): string {
  const video = player.exec(address)?.[1];
  if (video === undefined) return address.replace(openScript, "$1").replace(vimeo, "https://vimeo.com/$1");
  const start = new URL(address).searchParams.get("start");
  return `https://www.youtube.com/watch?v=${video}${start === null ? "" : `&t=${encodeURIComponent(start)}`}`;
}
