import { parseFragment } from "parse5";
import type { PageContext } from "#tools/import/shared/page-context.ts";
import { type Edit, edited, editsOf, markdownMap } from "#tools/import/body/markdown-map.ts";
import { withoutShortcodes } from "#tools/import/body/hugo-tags.ts";
import { posix } from "node:path";
import { folderOf, textsOf } from "#tools/import/shared/source-tree.ts";
import { dataOf, readSource } from "#tools/import/shared/front-matter.ts";
import type { Data } from "#tools/import/shared/values.ts";
import { htmlToMarkdown } from "#tools/import/body/html-to-markdown.ts";
import { isKnown, pictureFile } from "#tools/import/body/shortcode-use.ts";

/** A body whose code blocks have their titles where ours have them: Hexo's ` ```js a.js https://… `. */
export function withFenceTitles(body: string): string {
  const named = /^((?:`{3,}|~{3,})[ \t]*[^\s`{:]+)[ \t]+([^\s={}]+\.\w+)(?:[ \t]+https?:\S+.*)?$/mu;
  const edits = markdownMap(body).code.map(({ start, end }): Edit => {
    const [line = ""] = body.slice(start, end).split("\n", 1);
    return { start, end: start + line.length, text: line.replace(named, '$1 title="$2"') };
  });
  return edited(body, edits);
}

const film = /^`(youtube|vimeo|video): ?(https?:\/\/\S+|[\w-]{5,})`$/u;

/** A Gatsby body whose code for plugins, `youtube: abc123`, is the films that they show. */
export function withFilms(body: string, context: PageContext): string {
  const edits = markdownMap(body).code.flatMap(({ start, end }): Edit[] => {
    const [, name, id] = film.exec(body.slice(start, end)) ?? [];
    return name === undefined ? [] : [{ start, end, text: `{{< ${name} "${id}" >}}` }];
  });
  const plugin = /gatsby-remark-(?:embed|video|youtube|vimeo)/u;
  if (edits.length === 0 || !plugin.test(textsOf(context.tools.tree, /^gatsby-config\.\w+$/u))) return body;
  return withoutShortcodes(edited(body, edits), context);
}

/** A post of velog's feed, whose HTML many backups keep in Markdown files; lines in its paragraphs are lines on velog. */
export function withoutFeedHtml(body: string): string {
  const nodes = parseFragment(body).childNodes;
  const isWords = nodes.some((node) => "value" in node && node.value.trim() !== "");
  if (isWords || !nodes.some(({ nodeName }) => /^(?:p|h[1-6]|pre|[ou]l|blockquote)$/u.test(nodeName))) return body;
  return htmlToMarkdown(body.replace(/<p>[\s\S]*?<\/p>/gu, (lines) => lines.replace(/(?:<br\s*\/?>)?\n/gu, "<br>")));
}

const exported = /^export\s+const\s+(?:meta\w*|front[mM]atter|article|post)\s*(?::\s*\w+\s*)?=\s*(\{[\s\S]*?^\})/mu;

/** What an MDX file says of itself in its program: `export const metadata = { title: "글" }`, which YAML reads too. */
export function exportedFields(body: string): Data {
  return dataOf(exported.exec(body)?.[1] ?? "", "yaml")?.data ?? {};
}

/** An MDX body as Markdown: imports and exports go, with a warning, and imported pictures stand where they are shown. */
export function withoutMdx(written: string, context: PageContext): string {
  if (!/\.mdx$/iu.test(context.page.file) && context.site.kind !== "docusaurus") return written;
  const imports = written.matchAll(/^import\s+(\w+)\s+from\s+["']([^"'\n]+)["']/gmu);
  const files = new Map([...imports].map(([, name = "", file = ""]) => [name, file]));
  const parts =
    /^(?:import\s[^\n]*?["'][^"'\n]+["'];?|export\s+(?:default|const|let|function)\b(?:[^\n]|\n(?![ \t]*\n))*)[ \t]*$|\{\/\*[\s\S]*?\*\/\}/gmu;
  const gone = editsOf(markdownMap(written), parts, ({ 0: part, index }) => {
    const [, name = ""] = /^import\s+(\w+)/u.exec(part) ?? [];
    const isShown = pictureFile.test(files.get(name) ?? "") || partOf(files.get(name), context) !== undefined;
    if (!part.startsWith("{") && !isShown && !isKnown(name) && !exported.test(part))
      context.warn("mdx-dropped", index, { written: part.split("\n")[0] ?? part });
    return "";
  });
  return withoutComponents(written, context, { files, gone }).replace(/(?<=\]\()pathname:\/\//gu, "");
}

/** A body whose components are what shortcodes of their names do; the step that reads tags tells of others. */
export function withoutComponents(
  written: string,
  context: PageContext,
  { files = new Map(), gone = [] }: { files?: ReadonlyMap<string, string>; gone?: readonly Edit[] } = {},
): string {
  const shown = editsOf(markdownMap(written), component, (tag) => {
    const made = partOf(files.get(tag[2] ?? ""), context) ?? shortcodeOf(tag, files);
    // One without a word shows what only its program can draw.
    const isDrawn = made === undefined && /^<[A-Z]\w*\s*\/>$/u.test(tag[0]);
    if (isDrawn) context.warn("mdx-dropped", tag.index, { written: tag[0] });
    // One that Markdown takes for text, as no value of HTML holds such signs, is told by no later step.
    if (made === undefined && /=\{[^}]*["'`=<>]/u.test(tag[0])) context.warn("tag-shown", tag.index, { tag: tag[0] });
    return isDrawn ? "" : made;
  });
  return withoutShortcodes(edited(written, [...shown, ...gone]), context);
}

/** The words of a Markdown file that a post imports and shows as a component. */
function partOf(name = "", { page, tools: { tree } }: PageContext): string | undefined {
  const file = /\.mdx?$/iu.test(name) ? tree.find(posix.join(folderOf(page.file), name)) : undefined;
  return file && readSource(tree.text(file)).body.trim();
}

const component =
  /<(\/?)((?:[A-Z]\w*\.)*[A-Za-z]\w*)((?:[^<>{}"']|"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\})*?)(\/?)>/gu;
const braced =
  /\s([\w-]+)=\{(?:["']([^"'`{}]*)["']|`([^`"]*)`|(?:require|useBaseUrl)\(["']([^"']+)["']\)(?:\.default)?|(\d+)|(\w+)(?:\.src)?|(?:[^{}]|\{[^{}]*\})*)\}/gu;

/** The tag of a component as a picture's or a shortcode's where one has its name, one of HTML without what is code in it. */
function shortcodeOf(tag: RegExpExecArray, files: ReadonlyMap<string, string>): string | undefined {
  const { 1: slash = "", 2: whole = "", 3: written = "", 4: alone = "" } = tag;
  const attributes = written.replace(braced, (attribute, key: string, ...values: (string | undefined)[]) => {
    const [text, template, required, number, name = ""] = values;
    const value = text ?? template ?? required ?? number ?? files.get(name);
    return value !== undefined ? ` ${key}="${value}"` : /\p{Script=Hangul}/u.test(attribute) ? attribute : "";
  });
  if (attributes.includes("={")) return undefined;
  const name = whole.split(".").at(-1) ?? "";
  if (/^(?:Image|Picture|img)$/u.test(name)) {
    const said = attributes.replace(/\simg=/u, " src=");
    return /\ssrc=["']/u.test(said) ? `<img${said}${alone}>` : undefined;
  }
  if (/^[a-z]/u.test(name)) return `<${slash}${name}${attributes.replace(/\sclassName=/u, " class=")}${alone}>`;
  return isKnown(name) ? `{{< ${slash}${name}${attributes} ${alone}>}}` : undefined;
}
