import { pageWord } from "#text/importing.ts";
import { fixedPaths } from "#model/address.ts";
import { repliesText } from "#model/replies.ts";
import { hiddenBy } from "#reading/hidden.ts";
import { writtenDate } from "./dates.ts";
import { decodeText, readSource, type Source } from "./front-matter.ts";
import { type Note, type PageReport, placeIn, warningLines } from "./report.ts";
import { frontMatter } from "./front-matter-written.ts";
import { htmlToMarkdown } from "#tools/import/body/html-to-markdown.ts";
import { pageContext } from "./page-context.ts";
import { pageCover } from "./cover.ts";
import { bundleTarget, type SourcePage, type Tools } from "./blog.ts";
import type { Target } from "./target.ts";
import { booleanAt, textAt, textOf, valueAt } from "./values.ts";

/** Converts one page, writes it, and says what was doubtful. */
export function importedPage(page: SourcePage, tools: Tools, target: Target): PageReport {
  const { text, encoding } = decodeText(tools.tree.bytes(page.file));
  const source: Source = tools.blog.isBare ? { data: {}, body: text, bodyLine: 1, state: "none" } : readSource(text);
  const notes: Note[] = [];
  noteHead(page, { source, encoding, tools, notes });
  const body = withoutTitle(source.body, page);
  const converted = withList(convertedBody(body, { page, tools, notes }), { page, body, notes });
  const file = `${bundleTarget(page)}${page.bundle === undefined ? "" : "/index"}${page.suffix ?? ""}.md`;
  const findings = {
    ...pageCover(page, tools, notes),
    math: mathOf(page, tools, body),
    hidden: isHidden(page, { source, tools, notes }),
  };
  const head = frontMatter(page, { site: tools.blog.site, file }, findings);
  target.put(file, `${head}\n${converted.replace(/\s*$/u, "\n")}`);
  const id = /^src\/content\/posts\/(.+?)(?:\/index)?\.md$/u.exec(file)?.[1];
  const { replies = [] } = page;
  if (id !== undefined && replies.length > 0)
    target.put(`src/content/replies/${id}.json`, repliesText({ discussions: [], replies: [...replies] }));
  const warnings = warningLines(
    notes,
    { file: page.file, head: text.split("\n").slice(0, source.bodyLine).join("\n"), body, bodyLine: source.bodyLine },
    { head, body: converted, bodyLine: head.split("\n").length + 1 },
  );
  return {
    source: page.file,
    target: file,
    path: page.path,
    aliases: page.aliases,
    isNewAddress: page.isNewAddress === true && !page.draft && !findings.hidden,
    isDraft: page.draft || findings.hidden,
    words: converted.replace(/\]\([^)]*\)|<[^>]*>|&\w+;/gu, " ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
    pictures: converted.match(/!\[|<img\b/gu)?.length ?? 0,
    warnings,
  };
}

/** Words about a section with a link to the posts: at its address there was a list of them. */
function withList(converted: string, of: { page: SourcePage; body: string; notes: Note[] }): string {
  if (of.page.section !== true) return converted;
  of.notes.push({
    ...placeIn(of.body, of.body.search(/\S/u)),
    code: "section-page",
    values: { address: of.page.path },
  });
  const name = pageWord("모든 글 보기", of.page.korean);
  return `${converted.trimEnd()}\n\n[${name}](${fixedPaths.posts})\n`;
}

/** A body in our Markdown; one that cannot be converted stays as it is, with a warning. */
function convertedBody(body: string, of: { page: SourcePage; tools: Tools; notes: Note[] }): string {
  const { page, tools, notes } = of;
  try {
    const isHtml = /\.html?$/iu.test(page.file) && tools.blog.site.kind !== "tistory";
    return tools.blog
      .convert(isHtml ? htmlToMarkdown(body) : body, pageContext(page, tools, notes))
      .replace(/^\n+/u, "");
  } catch (error) {
    notes.push({ code: "body-unconverted", values: { reason: String(error) } });
    return body;
  }
}

function noteHead(page: SourcePage, at: { source: Source; encoding: string; tools: Tools; notes: Note[] }): void {
  const note = (code: Note["code"], values: Note["values"] = {}, key?: string) => at.notes.push({ code, values, key });
  if (at.encoding !== "utf-8") note("encoding", { encoding: at.encoding });
  if (at.source.state === "repaired" || at.source.state === "unreadable") note(`front-matter-${at.source.state}`);
  const written = textOf(valueAt(page.data, "date"));
  const odd =
    written !== undefined && !written.startsWith("0001-01-01") && writtenDate(written, at.tools.blog.site.timeZone);
  if (odd === undefined || (odd !== false && odd.timeDropped)) note("date-odd", { written: written ?? "" }, "date");
  const moved = at.tools.moved.get(page.file);
  if (moved !== undefined) note("import-address-taken", { address: moved, now: page.path });
  const listed = textAt(page.data, "_build.list", "build.list");
  if (page.kind === "page" && /^(?:never|local|false)$/u.test(listed ?? "")) note("unlisted", {}, "_?build");
}

const mathKeys = ["math", "katex", "mathjax", "usemath", "use_math", "usekatex", "mathjax3"];

function mathOf(page: SourcePage, tools: Tools, body: string): boolean {
  if (!/\$|\\\(|\\\[/u.test(body)) return false;
  const own = mathKeys
    .map((key) => booleanAt(page.data, key) ?? booleanAt(page.data, `${key}.enable`))
    .find((value) => value !== undefined);
  return own ?? tools.blog.site.math;
}

/** Whether readers of the source could not see the page today: by a field, by where it lies, or because nobody could read its fields. */
function isHidden(page: SourcePage, at: { source: Source; tools: Tools; notes: Note[] }): boolean {
  const { held } = hiddenBy(page.data);
  const isAside = liesAside(page.file, at.tools.blog.site.kind) || at.source.state === "unreadable";
  if (!page.draft && held) at.notes.push({ code: "hidden-by-field", key: held.key, values: { field: held.key } });
  else if (!page.draft && isAside) at.notes.push({ code: "hidden-by-place", values: {} });
  return hiddenNow(page, at.tools, at.notes) || held !== undefined || isAside;
}

/** Drafts and models of posts; Jekyll publishes nothing of `_posts` whose name has no day. */
function liesAside(file: string, kind: string): boolean {
  if (/(?:^|\/)(?:_drafts|scaffolds|archetypes)\//u.test(file)) return true;
  return kind === "jekyll" && /(?:^|\/)_posts\/(?:.*\/)?(?!\d{4}-\d{1,2}-\d{1,2}-)[^/]*$/u.test(file);
}

function hiddenNow(page: SourcePage, tools: Tools, notes: Note[]): boolean {
  const { timeZone } = tools.blog.site;
  const expires = writtenDate(valueAt(page.data, "expirydate", "unpublishdate"), timeZone);
  const appears = writtenDate(valueAt(page.data, "publishdate"), timeZone);
  const isOver = expires !== undefined && expires.epochMs <= tools.now;
  const isEarly = appears !== undefined && appears.epochMs > tools.now;
  if (isOver || isEarly)
    notes.push({ code: "hidden-by-date", key: isOver ? "expirydate|unpublishdate" : "publishdate", values: {} });
  return isOver || isEarly;
}

/** A body without the first heading that gave the page its title. */
function withoutTitle(body: string, page: SourcePage): string {
  if (valueAt(page.data, "title") !== undefined) return body;
  return body.replace(/^\s*# +(.+?)(?: +#+)?[ \t]*(?:\n|$)/u, (line, title: string) =>
    title === page.title ? "" : line,
  );
}
