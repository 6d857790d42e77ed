import { shortcodeMarkdown } from "#tools/import/body/hugo-tags.ts";
import { isEmbed } from "#tools/import/body/shortcode-media.ts";
import { unknownShortcode } from "#tools/import/body/shortcode-others.ts";
import { argumentsIn, type Converted, isOf, type Use } from "#tools/import/body/shortcode-use.ts";
import { type Tag, withoutTags, type Written } from "#tools/import/body/tags.ts";
import type { PageContext } from "#tools/import/shared/page-context.ts";

const written = /\\\[(\/?)([a-z][a-z\d]*(?:(?:\\_|-)[a-z\d]+)*)((?:[ =][^\n]{0,2000}?)?)\\\]/giu;
const options = /=["']|(?:^| )\/$|^(?: [\w\\-]+=[^\s=]+)+$/u;
const marked = /\{\[(\/?)([\w-]+)([^\n]{0,4000}?)(\/?)\]\}/uy;

/** A body whose shortcodes have become Markdown: words in brackets that are closed, have arguments, an address or a plugin's name; others stay words. */
export function withoutSquareTags(body: string, context: PageContext): string {
  const closed = new Set([...body.matchAll(/\\\[\/([\w\\-]+?)\\\]/gu)].map(([, name]) => name));
  const marks = body.replace(written, (whole: string, ...[slash = "", name = "", rest = ""]: string[]) => {
    const isPlugin = /_/u.test(name) || options.test(rest) || closed.has(name) || isOf("unseen", { name });
    const isTag = slash !== "" || isPlugin || (isEmbed({ name }) && /https?:|^[ =](?=\S*\d)[\w-]{6,}$/u.test(rest));
    return isTag ? `{[${`${slash}${name}${rest}`.replace(/\\([^\p{L}\p{N}\s])/gu, "$1")}]}` : whole;
  });
  if (marks === body) return body;
  const dialect = {
    opening: "\\{\\[",
    closing: (name: string) => `\\{\\[/${name}\\]\\}`,
    read: tagAt,
    code: (code: string) => code,
    markdown: squareTag,
    unopened: ({ start, name }: Tag) => context.warn("shortcode-unopened", start, { name }),
  };
  return withoutTags({ body: marks, context, dialect });
}

function tagAt(body: string, start: number): Tag | Written {
  marked.lastIndex = start;
  const [whole, slash, name = "", rest = "", alone] = marked.exec(body) ?? [];
  if (whole === undefined) return { text: body.slice(start, start + 2), end: start + 2 };
  const closes = slash === "/" ? name : undefined;
  const end = start + whole.length;
  return { name, ...argumentsIn(rest.replace(/^=/u, "")), closes, isAlone: alone === "/", start, end };
}

/** Shortcodes of Shortcodes Ultimate begin in `su_`; `[embed]` holds its address. */
function squareTag(use: Use): Converted {
  const address = /^\s*<?(https?:\/\/[^\s>]+)>?\s*$/u.exec(use.inner ?? "")?.[1];
  // One whose pictures are not in the export.
  if (use.name === "gallery") return unknownShortcode(use);
  const { inner, ...rest } = { ...use, name: use.name.replace(/^su_/u, "") };
  return shortcodeMarkdown(address === undefined ? { ...use, name: rest.name } : { ...rest, listed: [address] });
}
