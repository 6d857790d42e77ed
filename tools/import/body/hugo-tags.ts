import type { PageContext } from "#tools/import/shared/page-context.ts";
import { calloutShortcode, codeShortcode } from "./shortcode-blocks.ts";
import { embedShortcode, imageShortcode } from "./shortcode-media.ts";
import { otherShortcode, plainShortcode, unknownShortcode } from "./shortcode-others.ts";
import { type Converted, isOf, type Use } from "./shortcode-use.ts";
import { type Tag, withoutTags, type Written } from "./tags.ts";

/** A body whose Hugo shortcodes have become Markdown; what Hugo runs in code, too, is put in there where it is known. */
export function withoutShortcodes(body: string, of: PageContext): string {
  if (!/\{\{[<%]/u.test(body)) return body;
  const context = of.over(body);
  return withoutTags({
    body,
    context,
    dialect: {
      opening: "\\{\\{[<%]",
      closing: (name) => `\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`,
      read,
      code: (code, start) => codeTags(code, start, context),
      markdown: shortcodeMarkdown,
      unopened: ({ start, name }) => context.warn("shortcode-unopened", start, { name }),
    },
  });
}

const argument =
  /\s*(?:([\p{L}\w:.@-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|((?!\{\{)[^\s"`=]+?)(?=\s|\/?\s*[>%]\}\}))/suy;
const opening = /\{\{([<%])\s*(\/?)\s*([\p{L}\w][\p{L}\w./-]*?)(?=\s|\/?\s*[>%]\}\})/suy;
const escaped = /\{\{([<%])\/\*(.*?)\*\/([>%])\}\}/suy;

/** Outside code an escaped tag (`{{</* x *​/>}}`) becomes inline code, which is how its author wants it seen. */
function read(body: string, start: number): Tag | Written {
  const shown = escapedAt(body, start);
  if (shown !== undefined) return { text: `\`${shown}\``, end: escaped.lastIndex };
  return tagAt(body, start) ?? { text: body.slice(start, start + 3), end: start + 3 };
}

/** What Hugo shows for the escaped tag at an offset; undefined where none stands. */
function escapedAt(text: string, start: number): string | undefined {
  escaped.lastIndex = start;
  const found = escaped.exec(text);
  return found ? `{{${found[1] ?? ""}${found[2] ?? ""}${found[3] ?? ""}}}` : undefined;
}

function tagAt(text: string, start: number): Tag | undefined {
  opening.lastIndex = start;
  const match = opening.exec(text);
  if (!match) return undefined;
  const [whole, bracket, slash, name = ""] = match;
  const listed: string[] = [];
  const named = new Map<string, string>();
  const closing = bracket === "<" ? /\s*(\/?)\s*>\}\}/suy : /\s*(\/?)\s*%\}\}/suy;
  let at = start + whole.length;
  for (;;) {
    closing.lastIndex = at;
    const end = closing.exec(text);
    const closes = slash === "/" ? name : undefined;
    const isAlone = closes === undefined && end?.[1] === "/";
    if (end) return { name, listed, named, start, end: closing.lastIndex, closes, isAlone };
    argument.lastIndex = at;
    const found = argument.exec(text);
    if (!found || found[0] === "") return undefined;
    const value = found[2]?.replace(/\\(["\\])/gu, "$1") ?? found[3] ?? found[4] ?? "";
    if (found[1] === undefined) listed.push(value);
    else named.set(found[1].toLowerCase(), value);
    at += found[0].length;
  }
}

/** Code, `start` characters into the body: its escaped tags as Hugo shows them, others as far as their text is known. */
function codeTags(code: string, start: number, context: PageContext): string {
  const tags = /\{\{[<%](?:\/\*.*?\*\/|\s*\/?\s*[\p{L}\w](?:[^{}]|\{(?!\{)|\}(?!\}))*?)[>%]\}\}/gsu;
  return code.replace(tags, (written: string, at: number) => {
    const shown = escapedAt(code, at);
    const tag = shown === undefined ? tagAt(code, at) : undefined;
    if (tag?.end !== at + written.length) return shown ?? written;
    const use = { ...tag, start: start + at, inline: true, context };
    const text = tag.closes !== undefined ? written : plainShortcode(use);
    if (text === undefined) context.warn("shortcode-in-code", use.start, { name: tag.name });
    return text ?? written;
  });
}

export function shortcodeMarkdown(written: Use): Converted {
  const use = { ...written, name: written.name.toLowerCase().split("/").at(-1) ?? "" };
  return (
    codeShortcode(use) ??
    calloutShortcode(use) ??
    // These may be pictures, which come first.
    (isOf("mayBePicture", use) ? imageShortcode(use) : undefined) ??
    otherShortcode(use) ??
    imageShortcode(use) ??
    embedShortcode(use) ??
    unknownShortcode(use)
  );
}
