import type { Blog } from "#tools/import/shared/blog.ts";
import { fileFinder } from "#tools/import/shared/blog-files.ts";
import { blogLinks } from "#tools/import/shared/blog-links.ts";
import { copyAside, copyBundles, copyPublished } from "#tools/import/shared/copied-files.ts";
import { distinctPages } from "#tools/import/shared/distinct.ts";
import { existingContent } from "#tools/import/shared/existing.ts";
import { hugoBlog } from "#tools/import/hugo/blog.ts";
import { importedPage } from "#tools/import/shared/imported-page.ts";
import { jekyllBlog } from "#tools/import/jekyll/blog.ts";
import { chosenLanguage } from "#tools/import/shared/language.ts";
import { markdownBlog } from "#tools/import/velog/blog.ts";
import type { Report } from "#tools/import/shared/report.ts";
import type { SourcePage } from "#tools/import/shared/source-page.ts";
import { type SourceTree, sourceTree } from "#tools/import/shared/source-tree.ts";
import type { Target } from "#tools/import/shared/target.ts";
import { translationsOf, withTranslationKeys } from "#tools/import/shared/translations.ts";
import { tistoryBlog } from "#tools/import/tistory/blog.ts";
import type { Tools } from "#tools/import/shared/tools.ts";

/** What the command asks for. */
export interface ImportOptions {
  readonly source: string;
  readonly language?: string;
  readonly kind?: string;
  /** The old blog's address, where its files do not say it: `https://이름.tistory.com`. */
  readonly address?: string;
  /** Milliseconds since the epoch; posts that expired before, or appear after, become drafts. */
  readonly now: number;
  readonly progress: (done: number, all: number) => void;
}

/** Reads a blog and puts every page and file of it into the target, one by one; undefined where no blog is found. */
export function importBlog(options: ImportOptions, target: Target): Report | undefined {
  const tree = siteTree(options.source);
  const found = blogOf(tree, options.kind);
  if (found === undefined) return undefined;
  const blog = options.address === undefined ? found : withAddress(found, options.address);
  const language = chosenLanguage(blog.pages, options.language, blog.site.language);
  const isWanted = (page: SourcePage) => language === "all" || page.language === language;
  const existing = existingContent(target.root, target);
  const wanted = language === "all" ? inFolders(blog.pages, blog.site.language) : blog.pages.filter(isWanted);
  const distinct = distinctPages(wanted, existing);
  const translations = translationsOf(distinct.pages);
  const pages = withTranslationKeys(distinct.pages, translations);
  for (const { path } of pages) target.remove(existing.samples.get(path.toLowerCase()));
  const tools: Tools = {
    tree,
    blog,
    find: fileFinder(tree, blog.folders),
    links: blogLinks(pages, blog.site),
    files: new Map(),
    whole: new Map(),
    lists: new Map(blog.lists),
    now: options.now,
    moved: distinct.moved,
  };
  const reports = pages.map((page, index) => {
    const report = importedPage(page, tools, target);
    options.progress(index + 1, pages.length);
    return report;
  });
  copyBundles(pages, tools, target);
  copyAside(blog.left, tools, target);
  const asides = copyPublished(tools, target);
  putMoves(blog, target);
  return {
    site: blog.site,
    language,
    pages: reports,
    translations,
    left: blog.left,
    otherLanguages: blog.pages.filter((page) => !isWanted(page)).map(({ file }) => file),
    asides,
    kept: target.keptFiles,
  };
}

/** A blog of which its owner says where it was. */
function withAddress(blog: Blog, address: string): Blog {
  const isOwn = blog.site.kind === "hugo" || blog.site.kind === "jekyll";
  const base = isOwn && blog.site.baseUrl === undefined ? { baseUrl: address.replace(/\/*$/u, "/") } : {};
  return { ...blog, site: { ...blog.site, ...base, ownAddress: address } };
}

/** The old addresses of lists and feeds, for the site to lead on. */
function putMoves({ lists = [] }: Blog, target: Target): void {
  if (lists.length === 0) return;
  const lines = lists.map(([from, to]) => `${from} ${to}\n`).join("");
  target.put(
    "src/content/moves.txt",
    `# 옛 블로그의 목록과 피드가 옮겨 온 곳: 옛 주소와 새 주소를 한 줄에 적습니다.\n${lines}`,
  );
}

/** The tree of a blog, whose folder may lie a step or two below the one that was named. */
function siteTree(source: string): SourceTree {
  const tree = sourceTree(source);
  const settings = /^((?:[^/]+\/){0,2})(?:(?:hugo|config)\.(?:toml|ya?ml|json)|_config\.ya?ml|config\/_default\/.+)$/u;
  const folders = tree.files.flatMap((file) => settings.exec(file)?.[1] ?? []);
  const blogs = folders.filter((folder) =>
    tree.files.some((file) => file.startsWith(`${folder}content/`) || file.startsWith(`${folder}_posts/`)),
  );
  const [own] = blogs.sort((a, b) => a.length - b.length);
  return own === undefined || own === "" ? tree : sourceTree(`${source}/${own}`.replace(/\/$/u, ""));
}

/** Pages of the other languages in a folder of their own. */
function inFolders(pages: readonly SourcePage[], main: string): SourcePage[] {
  return pages.map((page) =>
    page.language === main
      ? page
      : { ...page, id: `${page.language}/${page.id}`, data: { ...page.data, lang: page.language } },
  );
}

function blogOf(tree: SourceTree, kind: string | undefined): Blog | undefined {
  const readers = { jekyll: jekyllBlog, hugo: hugoBlog, tistory: tistoryBlog, velog: markdownBlog };
  const asked = Object.entries(readers).filter(([name]) => kind === undefined || name === kind);
  return asked.map(([, read]) => read(tree)).find((blog) => blog !== undefined);
}
