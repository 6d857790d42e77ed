import { posix } from "node:path";
import { edited, editsOf, markdownMap } from "#tools/import/body/markdown-map.ts";
import { withoutShortcodes } from "#tools/import/body/hugo-tags.ts";
import { fence } from "#tools/import/body/shortcode-blocks.ts";
import { joined } from "#tools/import/body/shortcode-use.ts";
import { readSource } from "#tools/import/shared/front-matter.ts";
import type { PageContext } from "#tools/import/shared/page-context.ts";
import { folderOf } from "#tools/import/shared/source-tree.ts";
import { withoutComponents } from "./dialects.ts";

/** `<<< @/a.js#이름{2 js} [제목]`, `@[code{1-5} js{2}](./a.js)` and `<!-- @include: ./글.md{3,} -->`. */
const shownFile =
  /^([ \t]*)(?:<<<[ \t]*|@\[code(?:\{([\d,-]+)\})?([^\]\n]*)\]\(|<!--[ \t]*@include:[ \t]*)([^\s#{[)]+?)(?:#([^\s{[)]+?))?\)?[ \t]*(?:\{([^}\n]*)\})?[ \t]*(?:\[([^\]\n]*)\])?[ \t]*(?:-->)?[ \t]*$/gmu;

/** A body of VitePress or VuePress with the files that it shows; one that is not there is told. */
export function withShownFiles(body: string, context: PageContext): string {
  const { page, tools } = context;
  const [root = ""] = tools.blog.folders.content;
  const shown = (match: RegExpExecArray) => {
    const [mark, lead = "", cut, form = "", address = "", region, braces = "", title] = match;
    const rest = address.replace(/^@?\//u, "");
    const places = rest === address ? [posix.join(folderOf(page.file), address)] : [posix.join(root, rest), rest];
    const file = fileAt(places, context, { address, at: match.index });
    if (file === undefined) return undefined;
    const isWords = mark.includes("@include:");
    const text = namedLines(tools.tree.text(file), region, isWords ? braces : cut);
    const written = isWords
      ? withoutVue(readSource(text).body.trim(), context)
      : fence(text, infoOf(form + braces, title, file));
    return indented(written, lead);
  };
  return edited(body, editsOf(markdownMap(body), shownFile, shown));
}

/** The first place in the source at which a file stands; where none does, the address that asks for it is told. */
export function fileAt(
  places: readonly string[],
  context: PageContext,
  { address, at }: Readonly<{ address: string; at: number }>,
): string | undefined {
  const file = places.map((place) => context.tools.tree.find(place)).find((found) => found !== undefined);
  if (file === undefined) context.warn("link-unknown", at, { address });
  return file;
}

/** Lines as deep as the one in whose place they stand, the empty ones aside. */
export const indented = (lines: string, lead: string) => lead + lines.replace(/\n(?=.)/gu, `\n${lead}`);

/** The lines of a file that a mark names, by a region in it (`#region 이름`, `[start:이름]`) or by their numbers (`3,` `2-5`). */
export function namedLines(text: string, region: string | undefined, range = ""): string {
  const lines = text.trimEnd().split("\n");
  const [from = 1, to = lines.length] = range.split(/[,-]/u).map((one) => Number(one) || undefined);
  if (region === undefined) return lines.slice(from - 1, range === "" || /[,-]/u.test(range) ? to : from).join("\n");
  const start = lines.findIndex((line) => /\bregion\b|\[start:/iu.test(line) && line.includes(region)) + 1;
  const length = lines.slice(start).findIndex((line) => /\bend ?region\b|\[end:/iu.test(line));
  return lines.slice(start, length < 0 ? undefined : start + length).join("\n");
}

/** What stands behind a fence: the language that is named, else the file's, its title and the lines that are marked. */
function infoOf(said: string, title: string | undefined, file: string): string {
  const language = /(?:^|[\s{])([a-z][\w+#-]*)/iu.exec(said)?.[1] ?? posix.extname(file).slice(1);
  const marked = /\d[\d,-]*/u.exec(said)?.[0];
  return joined([language, title && `title="${title.replaceAll('"', "'")}"`, marked && `{${marked}}`], " ");
}

/** A body whose components are what shortcodes of their names do, and whose values, which a program would show, stand as code and are told. */
export function withoutVue(body: string, context: PageContext): string {
  const text = withoutComponents(body, context);
  const at = context.over(text);
  const values = editsOf(markdownMap(text), /\{\{[^\n{}]+\}\}/gu, ({ 0: written, index }) => {
    at.warn("liquid-shown", index, { written });
    return `\`${written}\``;
  });
  return edited(text, values);
}

const zolaTag = /\{(?:\{|%-?)(\/\*)?\s*(?:([\w-]+)\(([^\n]*?)\)|(end))\s*(?:\*\/)?(?:-?%|\})\}/gu;

/** A body whose shortcodes of Zola, `{{ name(a="b") }}` and `{% name() %}…{% end %}`, are those of Hugo that they are like. */
export function withoutZolaTags(body: string, context: PageContext): string {
  const open: string[] = [];
  const edits = editsOf(
    markdownMap(body),
    zolaTag,
    ({ 0: tag, 1: shielded, 2: name = "", 3: written = "", 4: end }) => {
      if (shielded !== undefined) return `\`${tag.replace(/\/\*\s*|\s*\*\//gu, " ").replace(/ {2,}/gu, " ")}\``;
      if (end !== undefined) return open.length === 0 ? undefined : `{{% /${open.pop() ?? ""} %}}`;
      const values = written.replace(/"[^"]*"|`[^`]*`|'([^']*)'|,/gu, (part, plain: string | undefined) =>
        part === "," ? " " : plain === undefined ? part : `"${plain.replaceAll('"', '\\"')}"`,
      );
      if (tag.startsWith("{{")) return `{{< ${name} ${values} >}}`;
      open.push(name);
      return `{{% ${name} ${values} %}}`;
    },
  );
  return withoutShortcodes(edited(body, edits), context);
}
