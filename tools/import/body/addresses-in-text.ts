import { wikiFragment } from "#reading/links.ts";
import type { PageContext } from "#tools/import/shared/page-context.ts";
import { type Edit, editsOf, type MarkdownMap, type Span } from "./markdown-map.ts";
import { oneLine } from "#markdown/tree.ts";
import { destination, markdownLink, markdownPicture, missingPicture } from "./shortcode-use.ts";

/** Edits that make a body's links and pictures lead to our addresses. */
export function addressEdits(map: MarkdownMap, context: PageContext): Edit[] {
  return [...destinations(map, context), ...definitions(map, context), ...wikiLinks(map, context)];
}

function destinations({ body, isCode }: MarkdownMap, context: PageContext): Edit[] {
  return [...body.matchAll(/\]\(/gu)].flatMap(({ index }): Edit[] => {
    const found = isCode(index) ? undefined : destinationAt(body, index + 2);
    if (found === undefined || found.address === "" || found.address.startsWith("#")) return [];
    const { start, end, address } = found;
    const written = (isPictureLabel(body, index) ? pictureAddress : linkAddress)(address, index, context);
    const isSpaced = /\s/u.test(address) && address.length === end - start;
    if (written === undefined || (written === address && !isSpaced)) return [];
    return [{ start, end, text: destination(written) }];
  });
}

/** A destination after `](`: in angle brackets, plain, or with blanks that an author forgot about; a title and a size (`=300x`) stay behind it. */
function destinationAt(body: string, from: number): (Span & { readonly address: string }) | undefined {
  const start = from + (/^[ \t]*\n?[ \t]*/u.exec(body.slice(from, from + 50))?.[0].length ?? 0);
  const line = body.slice(start, start + 2000);
  const angled = /^<([^<>\n]*)>/u.exec(line);
  if (angled) return { start, end: start + angled[0].length, address: angled[1] ?? "" };
  const whole = /^((?:[^()\n\\]|\\.|\((?:[^()\n]|\([^()\n]*\))*\))*)\)/u.exec(line)?.[1];
  const address = whole
    ?.replace(/\s+=\d*x?\d*\s*$/u, "")
    .replace(/\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\([^)]*\))\s*$/u, "")
    .trimEnd();
  return address === undefined ? undefined : { start, end: start + address.length, address };
}

function isPictureLabel(body: string, closing: number): boolean {
  let depth = 0;
  for (let at = closing; at >= 0 && closing - at < 2000; at -= 1) {
    const sign = body[at];
    if (sign === "]" && body[at - 1] !== "\\") depth += 1;
    if (sign === "[" && body[at - 1] !== "\\") depth -= 1;
    if (depth === 0) return body[at - 1] === "!";
  }
  return false;
}

/** How a picture's address is written in our post, for browsers `\\` in it is `/`; warns where there is no such file. */
export function pictureAddress(address: string, offset: number, context: PageContext): string | undefined {
  const found = context.picture(address) ?? context.picture(address.replaceAll("\\", "/"));
  if (found === undefined) missingPicture(address, offset, context);
  return found;
}

/** How a link's address is written in our post; warns where it stays in the blog and leads nowhere. */
export function linkAddress(address: string, offset: number, context: PageContext): string | undefined {
  const found = context.link(address);
  const own = context.tools.links.local(address);
  // An own address with its host stays without it, also where nothing answers there.
  const isLost = found === undefined || (found === own && context.link(found) === undefined);
  const lost = isLost ? (own ?? address) : "";
  if (/^(?:\.{0,2}\/(?!\/|[#?]|$)|[^:?#]+\.(?:md|html?|pdf|zip|csv)\b)/iu.test(lost))
    context.warn("link-unknown", offset, { address });
  const isOurs = context.site.kind === "tistory" && context.site.ownAddress === undefined;
  if (isOurs && found === undefined && /^https?:\/\/[\w-]+\.tistory\.com\/(?:m\/)?(?:\d+|entry\/)/iu.test(address))
    context.warn("tistory-link", offset, { address });
  return found;
}

function definitions({ body, definitions: found }: MarkdownMap, context: PageContext): Edit[] {
  const known = new Map<string, string>();
  return found.flatMap(({ start, end }) => {
    const [, head = "", angled, bare] =
      /^(\s*\[(?:[^\]\\]|\\.)*\]:\s*)(?:<([^>\n]*)>|(\S+))/u.exec(body.slice(start, end)) ?? [];
    const address = angled ?? bare;
    const name = oneLine(head).toLowerCase();
    const first = known.get(name) ?? address;
    if (first !== undefined) known.set(name, first);
    if (first !== address) context.warn("definition-twice", start, { written: head.trim(), address: address ?? "" });
    if (address === undefined || address.startsWith("#")) return [];
    const written = context.picture(address) ?? context.link(address);
    if (written === undefined || written === address) return [];
    const from = start + head.length;
    return [{ start: from, end: from + address.length + (angled === undefined ? 0 : 2), text: destination(written) }];
  });
}

/** `[[글|말]]`, in a table `[[글\|말]]`; `[[1]](#참고)` is a link of Markdown's own. */
const wiki = /(!?)\[\[([^\]|\n]+?)(?:(\\?\|)([^\]\n]*))?\]\](?!\((?:https?:|mailto:|[#/.]|\S+\.\w{2,4}\)))/gu;

/** `[[글|말]]`, `![[그림.png|300]]` and `![[글]]` as links and pictures; warns of pictures that are not there and of embedded notes. */
function wikiLinks(map: MarkdownMap, context: PageContext): Edit[] {
  return editsOf(map, wiki, ({ 1: mark, 2: written = "", 3: bar = "", 4: shown, index }) => {
    const target = written.trim();
    const picture = mark === "!" ? context.picture(target) : undefined;
    const isSize = /^\d+(?:x\d+)?$/u.test(shown ?? "");
    if (picture !== undefined) return markdownPicture(isSize ? bar + (shown ?? "") : (shown ?? ""), picture);
    const isFile = /\.(?!md(?:$|#))\w{2,5}(?:#.*)?$/u.test(target);
    const note = isFile ? context.link(target) : context.reference(target)?.replace(/#.*$/su, wikiFragment);
    if (note !== undefined && mark === "!") context.warn("embed-linked", index, { name: "![[ ]]", address: note });
    if (note === undefined && mark === "!") missingPicture(target, index, context);
    return note === undefined ? undefined : markdownLink(shown ?? written.replace(/^#/u, ""), note);
  });
}
