import { pageWord } from "#text/importing.ts";
import { fixedPaths } from "#model/address.ts";
import { repliesText } from "#model/replies.ts";
import { hiddenBy } from "#reading/hidden.ts";
import { bareSource, decodeText, readSource, type Source } from "./front-matter.ts";
import { type Note, type PageReport, placesIn, warningLines } from "./report.ts";
import { frontMatter } from "./front-matter-written.ts";
import { htmlToMarkdown } from "#tools/import/body/html-to-markdown.ts";
import { pageCover, pictureAt, picturesLike } from "./pictures.ts";
import { type BodyContext, bundleTarget, type PageWork, type SourcePage, type Tools } from "./blog.ts";
import { safeName } from "./addresses.ts";
import type { Target } from "./target.ts";
import { booleanAt, heading, headingOf, textAt, textOf, valueAt, writtenDate } from "./values.ts";

/** Converts one page, writes it, and says what was doubtful. */
export function importedPage(page: SourcePage, tools: Tools, target: Target): PageReport {
  const { text, encoding } = decodeText(tools.tree.bytes(page.file));
  const source = tools.blog.isBare ? bareSource(text) : readSource(text);
  const { bodyLine } = source;
  const at: PageWork = { page, tools, notes: [] };
  noteHead(at, source, encoding);
  const body = withoutTitle(source.body, page);
  const converted = withList(convertedBody(body, at), at, body);
  const file = `${bundleTarget(page)}${page.bundle === undefined ? "" : "/index"}${page.suffix ?? ""}.md`;
  const findings = { cover: pageCover(at), math: mathOf(at, body), hidden: isHidden(at, source) };
  const head = frontMatter(page, { site: tools.blog.site, file }, findings);
  target.put(file, `${head}\n${converted.replace(/\s*$/u, "\n")}`);
  const { replies = [] } = page;
  if (page.kind === "post" && replies.length > 0)
    target.put(`src/content/replies/${page.id}.json`, repliesText({ discussions: [], replies: [...replies] }));
  const isDraft = page.draft || findings.hidden;
  return {
    source: page.file,
    target: file,
    path: page.path,
    aliases: page.aliases,
    isNewAddress: page.isNewAddress === true && !isDraft,
    isDraft,
    words: converted.replace(/\]\([^)]*\)|<[^>]*>|&\w+;/gu, " ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
    pictures: converted.match(/!\[|<img\b/gu)?.length ?? 0,
    warnings: warningLines(
      at.notes,
      { file: page.file, head: text.split("\n").slice(0, bodyLine).join("\n"), body, bodyLine },
      { head, body: converted, bodyLine: head.split("\n").length + 1 },
    ),
  };
}

/** Words about a section with a link to the posts: at its address there was a list of them. */
function withList(converted: string, { page, notes }: PageWork, body: string): string {
  if (page.section !== true) return converted;
  notes.push({ ...placesIn(body)(body.search(/\S/u)), code: "section-page", values: { address: page.path } });
  return `${converted.trimEnd()}\n\n[${pageWord("모든 글 보기", page.korean)}](${fixedPaths.posts})\n`;
}

/** A body in our Markdown; one that cannot be converted stays as it is, with a warning. */
function convertedBody(body: string, at: PageWork): string {
  const { convert, site } = at.tools.blog;
  try {
    const isHtml = /\.html?$/iu.test(at.page.file) && site.kind !== "tistory";
    return convert(isHtml ? htmlToMarkdown(body) : body, bodyContext(at)).replace(/^\n+/u, "");
  } catch (error) {
    at.notes.push({ code: "body-unconverted", values: { reason: String(error) } });
    return body;
  }
}

/** The converters' view of one page; warnings go to its notes with the line of the text in which they stand. */
function bodyContext(at: PageWork): BodyContext {
  const { page, notes } = at;
  const { blog, find, links } = at.tools;
  const context: BodyContext = {
    page,
    site: blog.site,
    picture: (address) => pictureAt(address, at),
    pictures: (pattern) => picturesLike(pattern, at),
    link: (address) => linked(address, at),
    reference: (target) => links.byReference(target, page),
    titleOf: (address) => links.pageAt(address, page)?.title,
    hasFile: (address) => find(links.local(address) ?? address, page) !== undefined,
    over: (text) => {
      const placeOf = placesIn(text);
      return { ...context, warn: (code, start, values = {}) => notes.push({ ...placeOf(start), code, values }) };
    },
    warn: (code, _, values = {}) => notes.push({ code, values }),
  };
  return context;
}

function linked(address: string, { page, tools }: PageWork): string | undefined {
  const local = tools.links.local(address);
  if (local === undefined || local === "") return undefined;
  const meant = tools.links.pageAt(address, page);
  if (meant !== undefined) return meant.path + (/#.*$/su.exec(local)?.[0] ?? "");
  const isFile = /\.\w{2,5}(?:[?#].*)?$/u.test(local);
  const found = isFile ? (fileOfPage(local, page, tools) ?? tools.find(local, page)) : undefined;
  if (found !== undefined) {
    const at = found.at.startsWith("/") ? found.at : page.path + found.at;
    tools.files.set(at, found.file);
    return at;
  }
  const list = tools.lists.get(local.replace(/\/*$/u, "/"));
  if (list !== undefined || local === address || !local.startsWith("/")) return list;
  return tools.blog.site.ownAddress === undefined || local === "/" ? local : undefined;
}

/** A file of a bundle, named by its page's address: `/2020/글/a.png`. */
function fileOfPage(local: string, from: SourcePage, tools: Tools): { file: string; at: string } | undefined {
  const [, folder = "", name = ""] = /^(.+\/)([^/?#]+)/u.exec(local) ?? [];
  const owner = folder === "" ? undefined : tools.links.pageAt(folder, from);
  const file = owner?.bundle === undefined ? undefined : tools.tree.find(`${owner.bundle}/${name}`);
  return file === undefined || owner === undefined ? undefined : { file, at: owner.path + safeName(name) };
}

function noteHead({ page, tools, notes }: PageWork, { state }: Source, encoding: string): void {
  const note = (code: Note["code"], values: Note["values"] = {}, key?: string) => notes.push({ code, values, key });
  if (encoding !== "utf-8") note("encoding", { encoding });
  if (state === "repaired" || state === "unreadable") note(`front-matter-${state}`);
  const written = textOf(valueAt(page.data, "date"));
  if (written !== undefined && !written.startsWith("0001-01-01")) {
    const date = writtenDate(written, tools.blog.site.timeZone);
    if (date?.timeDropped !== false) note("date-odd", { written }, "date");
  }
  const moved = tools.moved.get(page.file);
  if (moved !== undefined) note("import-address-taken", { address: moved, now: page.path });
  const listed = textAt(page.data, "_build.list", "build.list");
  if (page.kind === "page" && /^(?:never|local|false)$/u.test(listed ?? "")) note("unlisted", {}, "_?build");
}

const mathKeys = ["math", "katex", "mathjax", "usemath", "use_math", "usekatex", "mathjax3"];

function mathOf({ page, tools }: PageWork, body: string): boolean {
  if (!/\$|\\\(|\\\[/u.test(body)) return false;
  const own = mathKeys
    .map((key) => booleanAt(page.data, key) ?? booleanAt(page.data, `${key}.enable`))
    .find((value) => value !== undefined);
  return own ?? tools.blog.site.math;
}

/**
 * Whether readers of the source could not see the page today: by a field, by where it lies, by its dates, or because nobody
 * could read its fields.
 */
function isHidden({ page, tools, notes }: PageWork, { state }: Source): boolean {
  const { kind, timeZone } = tools.blog.site;
  const { held } = hiddenBy(page.data);
  const isAside = liesAside(page.file, kind) || state === "unreadable";
  if (!page.draft && held) notes.push({ code: "hidden-by-field", key: held.key, values: { field: held.key } });
  else if (!page.draft && isAside) notes.push({ code: "hidden-by-place", values: {} });
  const instant = (...keys: string[]) => writtenDate(valueAt(page.data, ...keys), timeZone)?.epochMs ?? Number.NaN;
  const isOver = instant("expirydate", "unpublishdate") <= tools.now;
  const isEarly = instant("publishdate") > tools.now;
  if (isOver || isEarly)
    notes.push({ code: "hidden-by-date", key: isOver ? "expirydate|unpublishdate" : "publishdate", values: {} });
  return held !== undefined || isAside || isOver || isEarly;
}

/** Drafts and models of posts; Jekyll publishes nothing of `_posts` whose name has no day. */
function liesAside(file: string, kind: string): boolean {
  if (/(?:^|\/)(?:_drafts|scaffolds|archetypes)\//u.test(file)) return true;
  return kind === "jekyll" && /(?:^|\/)_posts\/(?:.*\/)?(?!\d{4}-\d{1,2}-\d{1,2}-)[^/]*$/u.test(file);
}

/** A body without the first heading that gave the page its title. */
function withoutTitle(body: string, { data, title }: SourcePage): string {
  return valueAt(data, "title") === undefined && headingOf(body) === title ? body.replace(heading, "") : body;
}
