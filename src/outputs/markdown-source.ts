import { markdownToMdast, type MdastNode } from "satteri";
import { pathsOf, url } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { outputText } from "#text/outputs.ts";
import { safeLine, safeText } from "./safe-text.ts";

/**
 * A post for machines that read Markdown: the fields its page shows too, then its body (Markdown as written, or HTML
 * where the source is a program or says what readers may not see). Comments and fields of the author's own stay out.
 */
export function markdownSource(entry: Entry, body: string, { site }: Pick<Catalogue, "site">): string {
  const fields: readonly (readonly [string, string | readonly string[] | undefined])[] = [
    ["title", safeLine(entry.title)],
    ["url", url(site, entry.path)],
    ["date", entry.date?.iso],
    ["updated", entry.updated?.iso],
    ["description", entry.description && safeLine(entry.description)],
    ["categories", entry.categories.map(safeLine)],
    ["tags", entry.tags.map(safeLine)],
    ["series", entry.series && safeLine(entry.series)],
    ["author", safeLine(entry.author ?? site.author.name)],
    ["license", entry.license ? safeLine(entry.license) : (site.license || undefined)?.url],
    ["language", entry.lang ?? site.language],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value.length === 0 ? [] : [`${name}: ${JSON.stringify(value)}`],
  );
  const text = safeText(body);
  const shown = entry.format === "mdx" || entry.hidesWords ? text : withoutComments(text);
  return ["---", ...lines, "---", "", shown.trim(), ""].join("\n");
}

/**
 * The Markdown source's path of a post (`/posts/글/index.md`); undefined where there is none, as for a post that engines
 * are not to list: plain text cannot tell them.
 */
export function markdownPath({ kind, path, noindex }: Entry, { outputs }: Pick<Site, "outputs">): string | undefined {
  return kind === "post" && outputs.sources && !noindex ? `${path}index.md` : undefined;
}

/** `/llms.txt` (llmstxt.org): every post that engines may list once, under its first category, with its Markdown address and its summary. */
export function llms(catalogue: Catalogue): string {
  const { site, posts, pages, categories } = catalogue;
  const text = outputText(site.language);
  const groups = Map.groupBy(posts, ({ categories: [first] }) => first);
  const sections = categories.map(({ label }) => section(label, groups.get(label) ?? [], catalogue));
  return [
    `# ${safeLine(site.title)}`,
    `> ${safeLine(site.description)}`,
    text.aboutLlms(safeLine(site.author.name), url(site, pathsOf(site).home), site.license ? site.license.url : false) +
      (site.outputs.sources ? text.aboutSources : ""),
    ...sections,
    section(text.uncategorised, groups.get(undefined) ?? [], catalogue),
    section(text.standing, pages, catalogue),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function section(label: string, all: readonly Entry[], { site }: Catalogue): string {
  const entries = all.filter(({ noindex }) => !noindex);
  if (entries.length === 0) return "";
  const lines = entries.map((entry) => {
    const address = url(site, markdownPath(entry, site) ?? entry.path);
    const line = `- [${safeLine(entry.title).replace(/[\\[\]]/gu, "\\$&")}](${address})`;
    return entry.summary === "" ? line : `${line}: ${safeLine(entry.summary)}`;
  });
  return [`## ${safeLine(label)}`, "", ...lines].join("\n");
}

type Range = readonly [start: number, end: number];

/**
 * Markdown without its HTML comments and their kin (those in code stay) and without definitions that nothing refers to,
 * such as `[//]: # (note)`. A comment that nobody closes goes to the end, as browsers hide it.
 */
export function withoutComments(markdown: string): string {
  if (!/<[!?]|\]:/u.test(markdown)) return markdown;
  const nodes = [...every(markdownToMdast(markdown, { position: true }))];
  const referred = new Set(
    nodes.flatMap((node) => (/Reference$/u.test(node.type) && "identifier" in node ? node.identifier : [])),
  );
  const ranges = nodes.flatMap((node): Range[] => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return [];
    if (node.type === "html") return commentsIn(markdown, start, end);
    if (node.type !== "definition" && node.type !== "footnoteDefinition") return [];
    return referred.has(node.identifier) ? [] : [[start, end]];
  });
  return cut(markdown, ranges)
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

function* every(node: MdastNode): Generator<MdastNode> {
  yield node;
  if ("children" in node) for (const child of node.children) yield* every(child);
}

/** An empty one, one that is closed, one that goes to the end; an instruction, a CDATA section, a declaration. */
const comment = /<!--(?:-?>|[\s\S]*?-->|[\s\S]*)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<![a-z][^>]*>/giu;

function commentsIn(markdown: string, start: number, end: number): Range[] {
  const found: Range[] = [];
  comment.lastIndex = start;
  for (let next = comment.exec(markdown); next && next.index < end; next = comment.exec(markdown))
    found.push([next.index, comment.lastIndex]);
  return found;
}

function cut(text: string, ranges: readonly Range[]): string {
  let kept = "";
  let at = 0;
  for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
    if (start >= at) kept += text.slice(at, start);
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
}
