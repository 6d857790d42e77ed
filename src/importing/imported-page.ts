import type { Blog } from "./blog.ts";
import type { FoundFile } from "./blog-files.ts";
import type { BlogLinks } from "./blog-links.ts";
import type { BodyContext } from "./body-context.ts";
import { coverOf } from "./cover.ts";
import { writtenDate } from "./dates.ts";
import { decodeText } from "./decode.ts";
import { doubtLines, type Note } from "./doubt-lines.ts";
import { readSource } from "./front-matter.ts";
import { frontMatter } from "./front-matter-written.ts";
import type { PageReport } from "./report.ts";
import type { SourcePage } from "./source-page.ts";
import type { SourceTree } from "./source-tree.ts";
import type { Target } from "./target.ts";
import { booleanAt, valueAt } from "./values.ts";

/** What every page's import works with. */
export interface Tools {
  readonly tree: SourceTree;
  readonly blog: Blog;
  readonly find: (address: string, page: SourcePage) => FoundFile | undefined;
  readonly links: BlogLinks;
  /** Files to publish: path under `public` → path in the source. */
  readonly files: Map<string, string>;
  readonly now: number;
}

/** The folder of ours that holds a bundle. */
export function bundleTarget(page: SourcePage): string {
  return `src/content/${page.kind}s/${page.id}`;
}

/** Converts one page, writes it, and says what was doubtful. */
export function importedPage(page: SourcePage, tools: Tools, target: Target): PageReport {
  const { text, encoding } = decodeText(tools.tree.bytes(page.file));
  const source = readSource(text);
  const notes: Note[] = [];
  if (encoding !== "utf-8") notes.push({ side: "source", start: 0, code: "encoding", values: { encoding } });
  if (source.state === "mended" || source.state === "unreadable")
    notes.push({ side: "source", start: 0, code: `front-matter-${source.state}`, values: {} });
  const body = withoutTitle(source.body, page);
  const converted = tools.blog.convert(body, {
    source: context(page, tools, notes, "source"),
    target: context(page, tools, notes, "target"),
  });
  const head = frontMatter(page, tools.blog.site, {
    ...coverFound(page, tools, notes),
    math: mathOf(page, tools, body),
    toc: false,
    hidden: hiddenNow(page, tools, notes),
  });
  const file = page.bundle === undefined ? `src/content/${page.kind}s/${page.id}.md` : `${bundleTarget(page)}/index.md`;
  target.put(file, `${head}\n${converted.replace(/^\n+/u, "").replace(/\s*$/u, "\n")}`);
  const doubts = doubtLines(
    notes,
    { body, bodyLine: source.bodyLine },
    { body: converted.replace(/^\n+/u, ""), bodyLine: head.split("\n").length + 1 },
  );
  return { source: page.file, target: file, path: page.path, aliases: page.aliases, doubts };
}

function context(page: SourcePage, tools: Tools, notes: Note[], side: Note["side"]): BodyContext {
  const { site } = tools.blog;
  const picture = (address: string) => {
    const local = tools.links.local(address);
    return local === undefined ? undefined : fileAddress(local, page, tools, { pictures: true });
  };
  return {
    page,
    site,
    picture,
    pictures: (pattern) => globbed(pattern, page, tools),
    link: (address) => linked(address, page, tools),
    reference: (target) => tools.links.byReference(target, page),
    warn: (code, start, values = {}) => notes.push({ side, start, code, values }),
  };
}

const pictureName = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|tiff?)$/iu;

function fileAddress(local: string, page: SourcePage, tools: Tools, only: { pictures: boolean }): string | undefined {
  const found = tools.find(local, page);
  if (found === undefined || (only.pictures && !/\.\w+$/u.test(found.file))) return undefined;
  if (found.where === "beside" && pictureName.test(found.file)) return found.at;
  const at = found.where === "beside" ? `${page.path}${found.at}` : found.at;
  tools.files.set(at, found.file);
  return at;
}

function linked(address: string, page: SourcePage, tools: Tools): string | undefined {
  const own = tools.links.toPage(address, page);
  if (own !== undefined) return own;
  const local = tools.links.local(address);
  if (local === undefined || local === "") return undefined;
  const file = /\.\w{2,5}(?:[?#].*)?$/u.test(local) ? fileAddress(local, page, tools, { pictures: false }) : undefined;
  if (file !== undefined) return file;
  return local !== address && local.startsWith("/") ? local : undefined;
}

function globbed(pattern: string, page: SourcePage, tools: Tools): string[] {
  const folder = pattern.replace(/[^/]*[*?].*$/u, "").replace(/^\.?\/+|\/+$/gu, "");
  const name = /[*?]/u.test(pattern) ? (pattern.split("/").at(-1) ?? "*") : "*";
  const fits = new RegExp(
    `^${name
      .replace(/[.+^${}()|[\]\\]/gu, "\\$&")
      .replace(/\*+/gu, ".*")
      .replace(/\?/gu, ".")}$`,
    "iu",
  );
  const roots = [
    ...(page.bundle === undefined ? [] : [page.bundle]),
    ...tools.blog.folders.published,
    ...tools.blog.folders.assets,
  ];
  const places = roots.map((root) => (folder === "" ? root : `${root}/${folder}`));
  const inPlace = (file: string) =>
    places.some((place) => file.startsWith(`${place}/`) && !file.slice(place.length + 1).includes("/"));
  const files = tools.tree.files.filter(
    (file) => pictureName.test(file) && inPlace(file) && fits.test(file.split("/").at(-1) ?? ""),
  );
  return files.flatMap((file) => fileAddress(`/${file}`, page, tools, { pictures: true }) ?? []);
}

function coverFound(page: SourcePage, tools: Tools, notes: Note[]): { cover?: { address: string; alt?: string } } {
  const written = coverOf(page) ?? featureFile(page, tools);
  if (written === undefined) return {};
  const local = tools.links.local(written.address);
  const found = local === undefined ? undefined : fileAddress(local, page, tools, { pictures: true });
  if (found === undefined && local !== undefined)
    notes.push({ side: "source", start: 0, code: "cover-missing", values: { address: written.address } });
  return { cover: { ...written, address: found ?? written.address } };
}

/** A picture named `feature…` beside a post, which some themes show by themselves. */
function featureFile(page: SourcePage, tools: Tools): { address: string } | undefined {
  const { bundle } = page;
  if (bundle === undefined) return undefined;
  const file = tools.tree.files.find(
    (name) =>
      name.startsWith(`${bundle}/feature`) && pictureName.test(name) && !name.slice(bundle.length + 1).includes("/"),
  );
  return file === undefined ? undefined : { address: file.slice(bundle.length + 1) };
}

function mathOf(page: SourcePage, tools: Tools, body: string): boolean {
  if (!/\$|\\\(|\\\[/u.test(body)) return false;
  const own = ["math", "katex", "mathjax", "usemath", "use_math", "usekatex", "mathjax3"]
    .map((key) => booleanAt(page.data, key) ?? booleanAt(page.data, `${key}.enable`))
    .find((value) => value !== undefined);
  return own ?? tools.blog.site.math;
}

function hiddenNow(page: SourcePage, tools: Tools, notes: Note[]): boolean {
  const { timeZone } = tools.blog.site;
  const expires = writtenDate(valueAt(page.data, "expirydate", "unpublishdate"), timeZone);
  const appears = writtenDate(valueAt(page.data, "publishdate"), timeZone);
  const hidden =
    (expires !== undefined && expires.epochMs <= tools.now) || (appears !== undefined && appears.epochMs > tools.now);
  if (hidden) notes.push({ side: "source", start: 0, code: "hidden-by-date", values: {} });
  return hidden;
}

/** A body without the first heading that gave the page its title. */
function withoutTitle(body: string, page: SourcePage): string {
  if (valueAt(page.data, "title") !== undefined) return body;
  return body.replace(/^\s*# +(.+?)(?: +#+)?[ \t]*(?:\n|$)/u, (line, title: string) =>
    title === page.title ? "" : line,
  );
}
