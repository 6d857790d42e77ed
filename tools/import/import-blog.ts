import { blogOfKind, type DetectedKind, detectedKind, kindNames } from "./kinds.ts";
import type { Blog, SourcePage, Tools } from "#tools/import/shared/blog.ts";
import { fileFinder } from "#tools/import/shared/blog-files.ts";
import { blogLinks } from "#tools/import/shared/blog-links.ts";
import { copyAside, copyBundles, copyPublished } from "#tools/import/shared/copied-files.ts";
import { chosenLanguage, distinctPages, translationsOf, withTranslationKeys } from "#tools/import/shared/pages.ts";
import { existingContent } from "./shared/target.ts";
import { importedPage } from "#tools/import/shared/imported-page.ts";
import { type OldAddress, withOldAddresses } from "#tools/import/shared/old-addresses.ts";
import type { Report } from "#tools/import/shared/report.ts";
import { type SourceTree, sourceTree, treeBelow } from "#tools/import/shared/source-tree.ts";
import type { Target } from "#tools/import/shared/target.ts";

/** What the command asks for. */
export interface ImportOptions {
  /** A folder, an archive (`.zip`) or an export's file. */
  readonly source: string;
  readonly language?: string | undefined;
  /** That of the site which takes the blog in. */
  readonly siteLanguage?: string | undefined;
  readonly kind?: string | undefined;
  /** The old blog's address, where its files do not say it: `https://이름.tistory.com`. */
  readonly address?: string | undefined;
  /** The addresses that the old blog had, by its map or feed. */
  readonly addresses?: readonly OldAddress[] | undefined;
  /** Milliseconds since the epoch; posts that expired before, or appear after, become drafts. */
  readonly now: number;
  /** Called once the kind is known, before anything is written. */
  readonly detected?: ((kind: DetectedKind) => void) | undefined;
  readonly progress: (done: number, all: number) => void;
}

/** What `--kind` takes. */
export const importKinds = kindNames;

/** Reads a blog and puts every page and file of it into the target, one by one; undefined where no blog is found. */
export function importBlog(options: ImportOptions, target: Target): Report | undefined {
  const tree = siteTree(options.source);
  const kind = detectedKind(tree, options.kind);
  if (kind === undefined) return undefined;
  options.detected?.(kind);
  const found = blogOfKind(tree, kind);
  if (found === undefined) return undefined;
  const blog = options.address === undefined ? found : withAddress(found, options.address);
  const language = chosenLanguage(blog.pages, options.language, blog.site.language);
  const isWanted = (page: SourcePage) => language === "all" || page.language === language;
  const existing = existingContent(target.root, target);
  const wanted = language === "all" ? inLanguages(blog, options.siteLanguage) : blog.pages.filter(isWanted);
  const matched = withOldAddresses(wanted, options.addresses ?? [], blog.site);
  const distinct = distinctPages(matched.pages, existing);
  const translations = translationsOf(distinct.pages);
  const pages = withTranslationKeys(distinct.pages, translations);
  const tools = toolsFor({ blog, tree: blog.tree ?? tree, pages, moved: distinct.moved, now: options.now });
  const reports = pages.map((page, index) => {
    const report = importedPage(page, tools, target);
    options.progress(index + 1, pages.length);
    return report;
  });
  copyBundles(pages, tools, target);
  copyAside(blog.left, tools, target);
  const asides = copyPublished(tools, target);
  putRedirects(blog, target);
  return {
    site: blog.site,
    language,
    pages: reports,
    translations,
    left: blog.left,
    otherLanguages: blog.pages.filter((page) => !isWanted(page)).map(({ file }) => file),
    asides,
    kept: target.keptFiles,
    lost: [...matched.lost, ...distinct.moved.values()],
  };
}

function toolsFor(of: Pick<Tools, "blog" | "tree" | "moved" | "now"> & { pages: readonly SourcePage[] }): Tools {
  const { pages, ...rest } = of;
  return {
    ...rest,
    find: fileFinder(of.tree, of.blog.folders),
    links: blogLinks(pages, of.blog.site),
    files: new Map(),
    whole: new Map(),
    lists: new Map(of.blog.lists),
  };
}

/** A blog of which its owner says where it was. */
function withAddress(blog: Blog, address: string): Blog {
  const isOwn = !/^(?:velog|tistory|notion|obsidian|markdown)$/u.test(blog.site.kind);
  const base = isOwn && blog.site.baseUrl === undefined ? { baseUrl: address.replace(/\/*$/u, "/") } : {};
  return { ...blog, site: { ...blog.site, ...base, ownAddress: address } };
}

/** The old addresses of lists and feeds, for the site to lead on. */
function putRedirects({ lists = [] }: Blog, target: Target): void {
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
  const settings =
    /^((?:[^/]+\/){0,2})(?:(?:hugo|config)\.(?:toml|ya?ml|json)|_config\.ya?ml|config\/_default\/.+|(?:astro|gatsby|next)[.-]config\.\w+)$/u;
  const folders = tree.files.flatMap((file) => settings.exec(file)?.[1] ?? []);
  const content = ["content/", "_posts/", "source/_posts/", "src/", "posts/", "data/"];
  const blogs = folders.filter((folder) =>
    tree.files.some((file) => content.some((name) => file.startsWith(folder + name))),
  );
  const [own] = blogs.sort((a, b) => a.length - b.length);
  return own === undefined || own === "" ? tree : treeBelow(tree, own);
}

/**
 * Pages of other languages than the new site's, or, where none are in that, than the one with most Korean posts: with the
 * language in the file's name (`글.en.md`), and in a folder of their own where that cannot be, or where the files beside
 * them are others.
 */
function inLanguages({ pages, site }: Blog, ours = "ko"): SourcePage[] {
  const isOurs = pages.some(({ language }) => language === ours);
  const main = isOurs ? ours : chosenLanguage(pages, undefined, site.language);
  const nameOf = ({ kind, id }: SourcePage) => `${kind}/${id}`;
  const bundles = new Map(pages.flatMap((page) => (page.language === main ? [[nameOf(page), page.bundle]] : [])));
  return pages.map((page) => {
    const { language, bundle } = page;
    if (language === main) return page;
    const name = nameOf(page);
    if (/^(?:ko|en)$/u.test(language) && (!bundles.has(name) || bundles.get(name) === bundle))
      return { ...page, suffix: `.${language}` };
    return { ...page, id: `${language}/${page.id}`, data: { ...page.data, lang: language } };
  });
}
