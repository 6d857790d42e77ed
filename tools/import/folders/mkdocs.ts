import { withoutShortcodes } from "#tools/import/body/hugo-tags.ts";
import { edited, editsOf, markdownMap } from "#tools/import/body/markdown-map.ts";
import { readSource } from "#tools/import/shared/front-matter.ts";
import type { PageContext } from "#tools/import/shared/page-context.ts";
import type { Data } from "#tools/import/shared/values.ts";
import { fileAt, indented, namedLines } from "./path-bodies.ts";

/** A line that begins a box (`!!!`), a fold (`???`) or a tab (`===`), and the lines below it that stand four blanks deeper. */
const marked =
  /^([ \t]*)(!!!|\?{3}\+?|={3}[+!]?)[ \t]+([\p{L}\w-]*)[^"\n]*(?:"((?:[^"\\\n]|\\.)*)")?[ \t]*\n((?:[ \t]*\n)*(?:\1(?: {4}|\t)[ \t]*\S[^\n]*(?:\n|$)(?:[ \t]*\n)*)+)/gmu;

const raised =
  /\$\$[\s\S]+?\$\$|\$[^$\n]+\$|(?<![\\^~[])([\^~]{1,2})(?![\^~])([^\s^~[\]](?:[^^~[\]\n]*[^\s^~[\]])?)\1(?![\^~])/gu;

/** What such signs are with which of PyMdown's extensions. */
const signs: Readonly<Record<string, string>> = { "^": "caret sup", "^^": "caret ins", "~": "tilde sub" };

/** A body with its raised, lowered and added words as HTML (`a^b^`, `H~2~O`, `^^말^^`), where the settings ask for such signs. */
export function withRaised(body: string, settings: Data): string {
  const asked = JSON.stringify(settings["markdown_extensions"] ?? "");
  if (!asked.includes("pymdownx.")) return body;
  const made = ({ 1: sign = "", 2: words = "" }: RegExpExecArray) => {
    const [plugin = "", name = ""] = signs[sign]?.split(" ") ?? [];
    const isOther = !asked.includes(`pymdownx.${plugin || "?"}`) || (sign.length === 1 && /\s/u.test(words));
    return isOther ? undefined : `<${name}>${words}</${name}>`;
  };
  return edited(body, editsOf(markdownMap(body), raised, made));
}

/** A body of MkDocs as Markdown: files are put in, icons go, keys (`++ctrl+c++`) are keys, what stands in boxes, folds and tabs does as in shortcodes of their names. */
export function withoutMkDocs(body: string, context: PageContext): string {
  const text = withTags(withRaised(withSnippets(body, context), context.site.params));
  const shown = text.includes("{{% /") ? withoutShortcodes(text, context) : text;
  const icons = /:(?:material|fontawesome|octicons|simple)-[a-z\d-]+:(?:\{[^{}\n]*\})?/gu;
  const map = markdownMap(shown);
  const pressed = (keys: string) =>
    keys.replace(/[^+]+/gu, (key) => `<kbd>${key[0]?.toUpperCase()}${key.slice(1)}</kbd>`);
  return edited(shown, [
    ...editsOf(map, icons, () => ""),
    ...editsOf(map, /\+\+([a-z\d][a-z\d-]*(?:\+[a-z\d][a-z\d-]*)*)\+\+/giu, ({ 1: keys = "" }) => pressed(keys)),
  ]);
}

/** Boxes, folds and tabs, also those in others, as shortcodes. */
function withTags(body: string): string {
  const { isCode } = markdownMap(body);
  return body.replace(marked, (written: string, ...of: (string | number | undefined)[]) => {
    const [lead = "", sign = "", kind = "", title, inner = ""] = of.slice(0, 5).map((one) => one?.toString());
    if (isCode(Number(of[5]) + lead.length)) return written;
    const lines = inner.trimEnd().replace(new RegExp(`^${lead}(?: {4}|\\t)`, "gmu"), lead);
    const said = title === undefined ? "" : ` title="${title}"`;
    const opened = sign.endsWith("+") ? ' open="true"' : "";
    const [name, values] = sign.startsWith("!")
      ? ["callout", ` type="${kind}"${said}`]
      : sign.startsWith("=")
        ? ["tab", said]
        : ["details", (said || ` title="${kind}"`) + opened];
    return `${lead}{{% ${name}${values} %}}\n${withTags(lines)}\n${lead}{{% /${name} %}}\n\n`;
  });
}

/** A body with the files, or the parts of them, that `--8<-- "a.py:이름"` puts in, in code too. */
function withSnippets(body: string, context: PageContext): string {
  const { blog, tree } = context.tools;
  return body.replace(
    /^([ \t]*)--8<--[ \t]+"([^":\n]+)(?::([^"\n]+))?"[ \t]*$/gmu,
    (written: string, ...[lead = "", name = "", part, at]: string[]) => {
      const places = ["", ...blog.folders.content.map((root) => `${root}/`)].map((root) => root + name);
      const file = fileAt(places, context, { address: name, at: Number(at) });
      return file === undefined ? written : indented(namedLines(readSource(tree.text(file)).body, part), lead);
    },
  );
}
