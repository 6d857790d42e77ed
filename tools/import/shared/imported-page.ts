import { createContext, runInContext } from "node:vm";
import { pageWord } from "#text/importing.ts";
import { fixedPaths } from "#model/address.ts";
import { repliesText } from "#model/replies.ts";
import { onceEach } from "#model/once.ts";
import { tried } from "#model/tried.ts";
import { hiddenBy } from "#reading/hidden.ts";
import { bareSource, decodeText, readSource, type Source } from "./front-matter.ts";
import { type PageReport, warningLines } from "./report.ts";
import { frontMatter } from "./front-matter-written.ts";
import { textsOf } from "./source-tree.ts";
import { formula, htmlToMarkdown } from "#tools/import/body/html-to-markdown.ts";
import { editsOf, markdownMap } from "#tools/import/body/markdown-map.ts";
import { ourSteps } from "#tools/import/body/body.ts";
import { isKorean } from "./pages.ts";
import { pageCover } from "./pictures.ts";
import { PageContext, type Tools } from "./page-context.ts";
import { bundleTarget, type SourcePage, type SourceSite } from "./blog.ts";
import type { Target } from "./target.ts";
import { heading, mathAt, textAt, textOf, valueAt, writtenDate } from "./values.ts";

/** Converts one page, writes it, and says what was doubtful. */
export function importedPage(page: SourcePage, tools: Tools, target: Target): PageReport {
  const { text, encoding } = decodeText(tools.tree.bytes(page.file));
  const source = tools.blog.isBare ? bareSource(text) : readSource(text);
  const at = new PageContext(page, tools);
  at.isKorean = isKorean(page.title + source.body);
  noteHead(at, source, encoding);
  const body = withoutTitle(source.body, page);
  const above = source.body.slice(0, source.body.length - body.length);
  const bodyLine = source.bodyLine + above.split("\n").length - 1;
  const converted = withList(convertedBody(body, at), at, body);
  const file = `${bundleTarget(page)}${page.bundle === undefined ? "" : "/index"}${page.suffix ?? ""}.md`;
  const findings = { cover: pageCover(at), math: mathOf(at, body, converted), hidden: isHidden(at, source) };
  const head = frontMatter(page, { site: tools.blog.site, file }, findings);
  target.put(file, `${head}\n${converted.replace(/\s*$/u, "\n")}`);
  const { replies = [] } = page;
  if (page.kind === "post" && replies.length > 0)
    target.put(`src/content/replies/${page.id}.json`, repliesText({ discussions: [], replies: [...replies] }));
  const isDraft = page.draft || findings.hidden;
  for (const [place, own] of at.files) tools[isDraft ? "heldFiles" : "files"].set(place, own);
  return {
    source: page.file,
    target: file,
    path: page.path,
    aliases: page.aliases,
    isNewAddress: page.isNewAddress === true && !isDraft,
    isDraft,
    words: converted.replace(/\]\([^()]*\)|<[^<>]*>|&\w+;/gu, " ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
    pictures: converted.match(/!\[|<img\b/gu)?.length ?? 0,
    warnings: warningLines(
      at.notes,
      { file: page.file, head: text.split("\n").slice(0, bodyLine).join("\n"), body, bodyLine },
      { head, body: converted, bodyLine: head.split("\n").length + 1 },
    ),
  };
}

/** Words about a section with a link to the posts: at its address there was a list of them. */
function withList(converted: string, at: PageContext, body: string): string {
  const { page } = at;
  if (page.section !== true) return converted;
  at.over(body).warn("section-page", body.search(/\S/u), { address: page.path });
  return `${converted.trimEnd()}\n\n[${pageWord("모든 글 보기", at.isKorean)}](${fixedPaths.posts})\n`;
}

/** Milliseconds after which a body counts as one that cannot be converted: rules that look ahead take hours over hostile ones. */
const mostTime = 60_000;
const room = createContext({ work: () => "" });

/** What `work` makes of a body; throws where that takes longer than so many milliseconds. */
export function inTime(work: () => string, milliseconds = mostTime): string {
  room["work"] = work;
  return String(runInContext("work()", room, { timeout: milliseconds }));
}

/** A body in our Markdown; one that cannot be converted stays as it is, with a warning. */
function convertedBody(body: string, at: PageContext): string {
  const isHtml = /\.html?$/iu.test(at.page.file) && at.site.kind !== "tistory";
  const steps = [...(isHtml ? [htmlToMarkdown] : []), ...at.tools.blog.steps, ...ourSteps];
  try {
    return inTime(() => steps.reduce((text, step) => step(text, at.over(text)), body).replace(/^\n+/u, ""));
  } catch (error) {
    at.note("body-unconverted", { reason: String(error) });
    return body;
  }
}

function noteHead(at: PageContext, { state }: Source, encoding: string): void {
  const { page, tools } = at;
  if (encoding !== "utf-8") at.note("encoding", { encoding });
  if (state === "repaired" || state === "unreadable") at.note(`front-matter-${state}`);
  const original = tools.copies.get(page.file);
  if (original !== undefined) at.note("conflict-copy", { original });
  const written = textOf(valueAt(page.data, "date"));
  if (written !== undefined && !written.startsWith("0001-01-01")) {
    const date = writtenDate(written, tools.blog.site.timeZone);
    if (date?.timeDropped !== false) at.note("date-odd", { written }, "date");
  }
  if (page.moved !== undefined) at.note("import-address-taken", { address: page.moved, now: page.path });
  const listed = textAt(page.data, "_build.list", "build.list");
  if (page.kind === "page" && /^(?:never|local|false)$/u.test(listed ?? "")) at.note("unlisted", {}, "_?build");
}

const singleSigns = /inlineMath\b[^;]{0,60}?["']\$["']|\bleft["']?\s*:\s*["']\$["']/u;
const mathPlugin = /"(?:[\w-]+-)?(?:remark|rehype|markdown-it)-(?:[\w-]+-)?(?:math|katex|mathjax)\w*"\s*:/u;

/** Whether a site shows `$…$` as formulas on every page: by a plugin, or by templates that do not ask first whether a page wants them. */
const showsMath = onceEach((tree: Tools["tree"]) => {
  const templates = textsOf(tree, /^(?:docs\/)?(?:_includes|_layouts|layouts)\/.+\.(?:html|js)$/u);
  const isAsked = /\{[{%]-?\s*if\b[^}]*(?:math|katex|latex)/iu.test(templates);
  return mathPlugin.test(textsOf(tree, /^package\.json$/u)) || (singleSigns.test(templates) && !isAsked);
});

function mathOf({ page, site, tools }: PageContext, body: string, converted: string): boolean {
  if (!/\$|\\\(|\\\[|<math\b/u.test(body)) return false;
  const isWritten = () => /\.html?$/iu.test(page.file) && editsOf(markdownMap(converted), formula, () => "").length > 0;
  const isShown = site.math || showsMath(tools.tree) || singleSigns.test(body) || /\\\\[([]|\$`[^`\n]+`\$/u.test(body);
  return mathAt(page.data) ?? mathAt(site.params) ?? (isShown || isWritten());
}

/** Shortcodes of Hugo's themes around words for which readers need a password or a name. */
const lockedPart =
  /\{\{[<%]\s*((?:hugo[-_]?)?encrypt(?:or|ed)?|private|secret|password|protected|(?:for-?)?members?-?only)(?=[\s"'%>])/u;

/** Whether readers of the source could not see the page today: by a field, by where it lies, by its dates, or because nobody could read its fields. */
function isHidden(at: PageContext, source: Source): boolean {
  const { page, tools } = at;
  const { timeZone } = at.site;
  const { held } = hiddenBy(page.data);
  const locked = at.site.kind === "hugo" ? lockedPart.exec(source.body) : null;
  if (locked) at.over(source.body).warn("hidden-by-field", locked.index, { field: locked[1] ?? "" });
  const isAside = liesAside(page.file, at.site) || source.state === "unreadable";
  if (!page.draft && held) at.note("hidden-by-field", { field: held.key }, held.key);
  else if (!page.draft && isAside) at.note("hidden-by-place");
  const instant = (...keys: string[]) => writtenDate(valueAt(page.data, ...keys), timeZone)?.epochMs ?? Number.NaN;
  const isOver = instant("expirydate", "unpublishdate") <= tools.now;
  const isEarly = instant("publishdate") > tools.now;
  if (isOver || isEarly) at.note("hidden-by-date", {}, isOver ? "expirydate|unpublishdate" : "publishdate");
  return held !== undefined || locked !== null || isAside || isOver || isEarly;
}

/** Drafts and models of posts, files that systems do not see, and what the site's settings leave out; Jekyll publishes nothing of `_posts` whose name has no day. */
function liesAside(file: string, { kind, unbuilt = [] }: SourceSite): boolean {
  // One that takes for ever is no reason to publish what it was to leave out.
  const isBuilt = () => inTime(() => String(!unbuilt.some((one) => one.test(file))), 1000);
  if (unbuilt.length > 0 && tried(isBuilt) !== "true") return true;
  if (/(?:^|\/)(?:(?:_drafts|scaffolds|archetypes)\/|\.[^/]*$)|\.draft\.\w+$/u.test(file)) return true;
  return kind === "jekyll" && /(?:^|\/)_posts\/(?:.*\/)?(?!\d{4}-\d{1,2}-\d{1,2}-)[^/]*$/u.test(file);
}

/** A body without the first heading that gave the page its title, where it holds nothing more. */
function withoutTitle(body: string, { data, title }: SourcePage): string {
  const [line = "", sharp, underlined] = heading.exec(body) ?? [];
  return valueAt(data, "title") === undefined && (sharp ?? underlined) === title ? body.slice(line.length) : body;
}
