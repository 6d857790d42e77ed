import { sourceName } from "#reading/walk.ts";
import { withoutLiquid } from "#tools/import/body/liquid.ts";
import { asFolder, hugoPath, safeId } from "#tools/import/shared/addresses.ts";
import type { Blog, SourcePage, SourceSite } from "#tools/import/shared/blog.ts";
import { readSource } from "#tools/import/shared/front-matter.ts";
import type { LeftOut } from "#tools/import/shared/report.ts";
import { below, folderOf, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { booleanAt, headingOf, inZone, textAt, valueAt, writtenDate } from "#tools/import/shared/values.ts";
import { contentFolders, type Folder, type FolderRow, folderSite, paper } from "./content-folders.ts";
import { exportedFields, withFenceTitles, withFilms, withoutFeedHtml, withoutMdx } from "./dialects.ts";
import { listLike, listsOfTerms } from "#tools/import/shared/lists.ts";
import { pathSite } from "./path-sites.ts";
import { usesEleventy, withDataBeside } from "./hiding-files.ts";
import { withRaised } from "./mkdocs.ts";
import { aliasesOf, dateKeys, fieldsOf, isSealed } from "./fields.ts";
import { hexoLists, quartzConfig, routes, type RulePost } from "./rules.ts";

/** Themes of Astro, Gatsby and Next have a page of all months. */
const usualLists = [listLike("/archives/")];

/** Reads a folder of Markdown files by what its kind's row says. */
export function folderBlog(tree: SourceTree, kind: FolderRow): Blog {
  const site = folderSite(tree, kind);
  const folders = contentFolders(tree, kind);
  const left: LeftOut[] = [];
  const work = tree.has("package.json") ? /^(?:docs?|tests?|examples?)\//u : /^(?!)/u;
  const pages = tree.files.flatMap((file): SourcePage[] => {
    const folder = folders.find(({ root }) => below(file, root) !== undefined);
    if (folder !== undefined && isForeign(file, tree)) left.push({ file, reason: "left-foreign" });
    if (!sourceName.test(file)) return [];
    const isWork = folder?.root === "" && (paper.test(file) || (!folder.index && work.test(file)));
    const isAside = folder === undefined || isWork || /(?:^|\/)\.[^/]+\//u.test(file);
    const page = isAside ? undefined : pageOf(file, folder, { tree, kind, site });
    if (page !== undefined && !isDrawing(page)) return [page];
    const aside = isWork || paper.test(file) ? "left-paper" : "left-outside";
    left.push({ file, reason: page !== undefined ? "left-foreign" : isAside ? aside : "left-empty" });
    return [];
  });
  const content = folders.map(({ root }) => root).filter((root) => root !== "");
  return {
    site,
    pages: kind.name === "obsidian" ? chosen(pages, quartzConfig(tree)) : pages,
    left,
    lists:
      kind.name === "hexo" ? hexoLists(tree, pages) : [...listsOfTerms(pages), ...(kind.package ? usualLists : [])],
    folders: { published: kind.published, content, assets: [...kind.assets, ...(kind.posts.includes("") ? [""] : [])] },
    steps: {
      hexo: [withFenceTitles, withoutLiquid],
      velog: [withoutFeedHtml, withoutMdx],
      gatsby: [withFilms, withoutMdx],
    }[kind.name] ?? [
      ...(usesEleventy(tree) ? [withoutLiquid] : []),
      ...((kind.byPath && pathSite(tree)?.steps) || []),
      withoutMdx,
    ],
  };
}

/** A text in a form that is not read: one of writers' own, or HTML and its templates with the day of a post. */
function isForeign(file: string, tree: SourceTree): boolean {
  if (/\.(?:canvas|rst|a(?:scii)?doc|org|ipynb|[rq]md|textile)$/iu.test(file)) return true;
  return /\.(?:html?|njk|liquid)$/iu.test(file) && /^---\n(?:[^\n]*\n)*?date *:/u.test(tree.text(file));
}

/** What plugins of Obsidian keep in notes for themselves: drawings and boards. */
function isDrawing({ data }: SourcePage): boolean {
  return ["excalidraw-plugin", "kanban-plugin", "tldraw-file"].some((key) => data[key] !== undefined);
}

/** Where some notes say `publish: true`, or Quartz asks for it, those that do not are their author's own. */
function chosen(notes: readonly SourcePage[], quartz = ""): readonly SourcePage[] {
  const isAsked = /(?<!\/\/.*)Plugin\.ExplicitPublish\(/u.test(quartz);
  if (!isAsked && !notes.some(({ data }) => booleanAt(data, "publish") === true)) return notes;
  return notes.map((note) => ({ ...note, data: { ...note.data, publish: note.data["publish"] ?? false } }));
}

function pageOf(
  file: string,
  folder: Folder,
  { tree, kind, site }: { tree: SourceTree; kind: FolderRow; site: SourceSite },
): SourcePage | undefined {
  const { body, data: own } = readSource(tree.text(file));
  const isRoute = routes.test(folder.root);
  const data = withDataBeside(tree, file, { ...(/\.mdx$/iu.test(file) ? exportedFields(body) : {}), ...own });
  const isHome = textAt(data, "layout")?.toLowerCase() === "home" || booleanAt(data, "home") === true;
  if ((folder.role === "page" || isHome) && body.trim() === "") return undefined;
  const stem = file.replace(/\.\w+$/u, "");
  const segments = (below(stem, folder.root) ?? stem).split("/");
  const isIndex = segments.length > 1 && (folder.index ?? /^index$/u).test(segments.at(-1) ?? "");
  const isPage = isRoute && segments.length > 1 && segments.at(-1) === "page";
  const parts = isIndex || isPage ? segments.slice(0, -1) : segments;
  const name = (parts.at(-1) ?? "").normalize("NFC");
  const title = textAt(data, "title") ?? headingOf(withRaised(body, site.params)) ?? titleOf(name, kind);
  const dates = dateKeys.map((key) => [key, writtenDate(valueAt(data, key), site.timeZone)] as const);
  const [dateKey, written = writtenDate(/^\d{4}-\d{1,2}-\d{1,2}/u.exec(name)?.[0], site.timeZone)] =
    dates.find(([, found]) => found !== undefined) ?? [];
  const date = written && inZone(written, site.timeZone);
  return {
    file,
    kind: folder.role === "page" || (date === undefined && (isRoute || (isIndex && folder.index))) ? "page" : "post",
    id: safeId(parts),
    bundle: isIndex && !folder.index ? folderOf(file) : tree.inside(stem).length > 0 ? stem : undefined,
    language: site.language,
    title,
    ...addressOf({ parts, isIndex, data, title, date }, folder, { tree, kind }),
    data: { ...fieldsOf({ data, body }, dateKey, kind), ...(isSealed(data, site) ? { encrypted: true } : {}) },
    date,
    draft:
      folder.role === "draft" ||
      (kind.package ? segments : [(folder.index && segments.at(-1)) || name]).some((part) => part.startsWith("_")),
  };
}

/** The address that the site's rule or, in Eleventy, the post gives, else a new one by the file's path; and the old ones that must lead there. */
function addressOf(post: RulePost, folder: Folder, { tree, kind }: { tree: SourceTree; kind: FolderRow }) {
  const own = usesEleventy(tree) ? aliasesOf({ permalink: post.data["permalink"] }, kind) : [];
  const ruled = folder.rule?.(post) ?? own[0];
  const slug = textAt(post.data, "url_slug", "slug") ?? post.parts.at(-1) ?? "";
  const usual = [...post.parts.slice(0, -1), slug].map((part) => hugoPath(part)).filter((part) => part !== "");
  const { path, aliases } = asFolder(ruled ?? `/posts/${usual.join("/")}/`.replace(/^\/posts(?=\/posts\/.)/u, ""));
  const all = [...aliases, ...builtInUtc(post, folder, kind), ...aliasesOf(post.data, kind)];
  return { path, aliases: all.filter((alias) => alias !== path), isNewAddress: ruled === undefined };
}

/** Hexo on a machine in UTC, as hosts that build sites are, puts the day nine hours before a Korean time into addresses. */
function builtInUtc(post: RulePost, { rule }: Folder, { name }: FolderRow): string[] {
  const { date } = post;
  if (name !== "hexo" || date === undefined) return [];
  const day = new Date(date.epochMs).toISOString().slice(0, 10);
  const path = day === date.day ? undefined : rule?.({ ...post, date: { ...date, day } });
  return path === undefined ? [] : [asFolder(path).path];
}

/** A file's name as words; in Obsidian it is the title as it stands. */
function titleOf(name: string, kind: FolderRow): string {
  return kind.name === "obsidian"
    ? name
    : name
        .replace(/^\d{4}-\d{1,2}-\d{1,2}[-_ ]?/u, "")
        .replace(/[-_]+/gu, " ")
        .trim();
}
