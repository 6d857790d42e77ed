import type { Blog } from "#tools/import/shared/blog.ts";
import { inZone, writtenDate } from "#tools/import/shared/dates.ts";
import { decodeText } from "#tools/import/shared/decode.ts";
import { readSource } from "#tools/import/shared/front-matter.ts";
import { asFolder, hugoPath } from "#tools/import/shared/hugo-path.ts";
import { safeId } from "#tools/import/shared/ids.ts";
import { isKorean } from "#tools/import/shared/language.ts";
import type { LeftOut } from "#tools/import/shared/report.ts";
import type { SourcePage, SourceSite } from "#tools/import/shared/source-page.ts";
import { folderOf, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { headingOf, listOf, textAt, textOf, valueAt } from "#tools/import/shared/values.ts";
import type { FolderKind } from "./kinds.ts";
import { type Rule, type RulePost, settingsOf, textsOf } from "./rules.ts";

const markdown = /\.(?:md|markdown|mdx)$/iu;
/** What stands in repositories for those who work there. */
const paper =
  /(?:^|\/)(?:README|LICEN[CS]E|CHANGELOG|CHANGES|HISTORY|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|SUPPORT|ARCHITECTURE|AGENTS|CLAUDE|GEMINI|TODO|ROADMAP|AUTHORS|PULL_REQUEST_TEMPLATE)[^/]*\.(?:md|markdown|mdx)$/u;
const dateKeys =
  "date pubDatetime pubDate published publishedAt published_at publishDate released_at released created_at createdAt created created-time 작성일 날짜 생성일".split(
    " ",
  );
const updatedKeys =
  "lastmod updated modDatetime updatedDate updatedAt updated_at last_modified_at modified 수정일".split(" ");

interface Folder {
  readonly root: string;
  readonly role: "post" | "draft" | "page";
  readonly rule: Rule;
}

/** Reads a folder of Markdown files by what its kind's row says; undefined where no content lies. */
export function folderBlog(tree: SourceTree, kind: FolderKind): Blog | undefined {
  const site = siteOf(tree, kind);
  const folders = foldersOf(tree, kind);
  const files = tree.files.filter((file) => markdown.test(file));
  const left: LeftOut[] = [];
  const isRepository = tree.has("package.json");
  const pages = files.flatMap((file) => {
    const folder = folders.find(({ root }) => root === "" || file.startsWith(`${root}/`));
    const isPaper =
      folder?.root === "" && (paper.test(file) || (isRepository && /^(?:docs?|tests?|examples?)\//u.test(file)));
    if (folder !== undefined && !isPaper && !hasHiddenFolder(file)) return [pageOf(file, folder, { tree, kind, site })];
    left.push({ file, reason: isPaper || paper.test(file) ? "left-paper" : "left-outside" });
    return [];
  });
  if (pages.length === 0) return undefined;
  const content = folders.map(({ root }) => root).filter((root) => root !== "");
  return {
    site,
    pages,
    left,
    isRuled: folders.some(({ rule }) => rule !== undefined),
    folders: { published: kind.published, content, assets: [...kind.assets, ...(kind.posts.includes("") ? [""] : [])] },
    convert: kind.convert,
  };
}

function hasHiddenFolder(file: string): boolean {
  return /(?:^|\/)\.[^/]+\//u.test(file);
}

/** Where posts, drafts and pages lie: the folders that the site's own settings name, else the likeliest that holds any. */
function foldersOf(tree: SourceTree, kind: FolderKind): Folder[] {
  const holds = (root: string) =>
    tree.files.some((file) => markdown.test(file) && (root === "" || file.startsWith(`${root}/`)));
  const config = textsOf(
    tree,
    /^(?:gatsby-config|contentlayer\.config|velite\.config|src\/content\.config|src\/content\/config)\.\w+$/u,
  );
  const named = [...config.matchAll(/["'`](?:\$\{__dirname\})?\.?\/?((?:[\w-]+\/)*[\w-]+)\/?["'`]/gu)]
    .map(([, path = ""]) => path)
    .filter((path) => path !== "src" && holds(path));
  const isOutside = (root: string) =>
    tree.files.some((file) => markdown.test(file) && !paper.test(file) && !file.startsWith(`${root}/`));
  const isWhole = kind.posts.includes("");
  const first = kind.posts.find((root) => holds(root) && (root === "" || !isWhole || !isOutside(root)));
  const inside = first === "src/content" ? children(tree, first) : first === undefined ? [] : [first];
  const all = [...new Set(named.length > 0 ? named : inside)].map((root): Folder => ({
    root,
    role: "post",
    rule: kind.rule(tree, root),
  }));
  const ruled = all.filter(({ rule }) => rule !== undefined);
  const own = [
    ...(ruled.length > 0 ? ruled : all),
    { root: kind.drafts, role: "draft", rule: undefined },
    {
      root: kind.pages,
      role: "page",
      rule: ({ parts, isIndex }: RulePost) => `/${parts.join("/")}${isIndex ? "/" : ".html"}`,
    },
  ] as const;
  return own
    .filter((folder): folder is Folder => folder.root !== undefined)
    .sort((a, b) => b.root.length - a.root.length);
}

function children(tree: SourceTree, root: string): string[] {
  return [
    ...new Set(
      tree.files.flatMap((file) =>
        markdown.test(file) && file.startsWith(`${root}/`) ? [file.split("/").slice(0, 3).join("/")] : [],
      ),
    ),
  ].filter((path) => !markdown.test(path));
}

function pageOf(
  file: string,
  folder: Folder,
  at: { tree: SourceTree; kind: FolderKind; site: SourceSite },
): SourcePage {
  const { tree, kind, site } = at;
  const source = readSource(decodeText(tree.bytes(file)).text);
  const segments = file
    .slice(folder.root === "" ? 0 : folder.root.length + 1)
    .replace(/\.\w+$/u, "")
    .split("/");
  const isIndex = segments.length > 1 && segments.at(-1) === "index";
  const parts = isIndex ? segments.slice(0, -1) : segments;
  const name = (parts.at(-1) ?? file).normalize("NFC");
  const title = textAt(source.data, "title") ?? headingOf(source.body) ?? titleOf(name, kind);
  const dateKey = dateKeys.find((key) => writtenDate(textOf(valueAt(source.data, key)), site.timeZone));
  const date = writtenDate(
    dateKey === undefined ? /^\d{4}-\d{1,2}-\d{1,2}/u.exec(name)?.[0] : textOf(valueAt(source.data, dateKey)),
    site.timeZone,
  );
  const shown = date && inZone(date, site.timeZone);
  const ruled = folder.rule?.({ parts, isIndex, data: source.data, title, date: shown });
  const slug = textAt(source.data, "url_slug", "slug") ?? name;
  const usual = [...parts.slice(0, -1), slug].map((part) => hugoPath(part)).filter((part) => part !== "");
  const address = asFolder(ruled ?? `/posts/${usual.join("/")}/`);
  const asset = file.replace(/\.\w+$/u, "");
  const bundle = isIndex
    ? folderOf(file)
    : tree.files.some((other) => other.startsWith(`${asset}/`))
      ? asset
      : undefined;
  return {
    file,
    kind: folder.role === "page" ? "page" : "post",
    id: safeId(parts),
    bundle,
    language: site.language,
    title,
    path: address.path,
    isNewAddress: ruled === undefined,
    aliases: [...address.aliases, ...aliasesOf(source.data, kind)].filter((alias) => alias !== address.path),
    data: fieldsOf(source.data, dateKey, kind),
    date: shown,
    draft: folder.role === "draft",
    korean: isKorean(title + source.body),
  };
}

/** A file's name as words; in Obsidian it is the title as it stands. */
function titleOf(name: string, kind: FolderKind): string {
  return kind.name === "obsidian" ? name : name.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_ ]?/u, "").replace(/[-_]+/gu, " ");
}

/** Old addresses that the front matter names; in Obsidian `aliases` are other names. */
function aliasesOf(data: SourcePage["data"], kind: FolderKind): string[] {
  if (kind.name === "obsidian") return [];
  const link = textAt(data, ...kind.addressKeys);
  const old = link === undefined ? [] : [URL.canParse(link) ? decodeURI(new URL(link).pathname) : link];
  return [...old, ...listOf(valueAt(data, "aliases", "alias", "redirect_from"))].map((alias) => {
    const rooted = `/${alias}`.replace(/^\/{2,}/u, "/");
    return /\/$|\.\w+$/u.test(rooted) ? rooted : `${rooted}/`;
  });
}

/** The front matter with the keys of its system under ours. */
function fieldsOf(data: SourcePage["data"], dateKey: string | undefined, kind: FolderKind): SourcePage["data"] {
  const updated = valueAt(data, ...updatedKeys);
  const tags = listOf(valueAt(data, "tags", "tag"), /,/u).map((tag) => tag.replace(/^#/u, ""));
  const names = kind.name === "obsidian" ? listOf(data["aliases"]) : [];
  const gone = new Set([dateKey, ...updatedKeys, "tags", "tag", ...(names.length > 0 ? ["aliases"] : [])]);
  return {
    ...Object.fromEntries(Object.entries(data).filter(([key]) => key === "date" || !gone.has(key))),
    ...(updated === undefined ? {} : { updated }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(names.length === 0 ? {} : { otherNames: names }),
  };
}

function siteOf(tree: SourceTree, kind: FolderKind): SourceSite {
  const yaml = kind.name === "hexo" ? settingsOf(tree, "_config.yml") : {};
  const code = textsOf(
    tree,
    /^(?:gatsby-config|astro\.config|next\.config|src\/config|src\/site\.config|src\/consts|gatsby-meta-config|data\/siteMetadata)\.\w+$/u,
  );
  const said = (...names: string[]) =>
    textAt(yaml, ...names) ??
    new RegExp(`\\b(?:${names.join("|")})\\s*[:=]\\s*["'\`]([^"'\`\\n]+)["'\`]`, "u").exec(code)?.[1];
  const url = said("url", "siteUrl", "site", "website");
  const baseUrl = url !== undefined && URL.canParse(url) && !/example\.|localhost/u.test(url) ? url : undefined;
  const base =
    said("root", "pathPrefix", "basePath", "base") ?? (baseUrl === undefined ? "/" : new URL(baseUrl).pathname);
  const breaks = textAt(yaml, "marked.breaks");
  return {
    kind: kind.name,
    title: said("title"),
    description: said("description", "subtitle", "desc"),
    author: said("author"),
    baseUrl: baseUrl?.replace(/\/*$/u, "/"),
    basePath: `/${base}/`.replace(/\/{2,}/gu, "/"),
    timeZone: textAt(yaml, "timezone") ?? "Asia/Seoul",
    language: "ko",
    lineBreaks: breaks === "false" ? "commonmark" : kind.lineBreaks,
    emoji: false,
    math: kind.name === "velog" || kind.name === "obsidian",
    params: yaml,
  };
}
