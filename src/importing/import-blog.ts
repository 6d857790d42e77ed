import type { Blog } from "./blog.ts";
import { fileFinder } from "./blog-files.ts";
import { blogLinks } from "./blog-links.ts";
import { hugoBlog } from "./hugo-blog.ts";
import { importedPage } from "./imported-page.ts";
import { chosenLanguage } from "./language.ts";
import { copyBundles, copyPublished } from "./copied-files.ts";
import type { PageReport, Report } from "./report.ts";
import type { SourcePage } from "./source-page.ts";
import { type SourceTree, sourceTree } from "./source-tree.ts";
import type { Target } from "./target.ts";

/** What the command asks for. */
export interface ImportOptions {
  readonly source: string;
  readonly language?: string;
  readonly kind?: string;
  /** Milliseconds since the epoch; posts that expired before, or appear after, become drafts. */
  readonly now: number;
  readonly progress: (done: number, all: number) => void;
}

/** Reads a blog and puts every page and file of it into the target, one by one; undefined where no blog is found. */
export function importBlog(options: ImportOptions, target: Target): Report | undefined {
  const tree = sourceTree(options.source);
  const blog = blogOf(tree, options.kind);
  if (blog === undefined) return undefined;
  const language = chosenLanguage(blog.pages, options.language, blog.site.language);
  const pages = distinctIds(blog.pages.filter((page) => language === "all" || page.language === language));
  const others = blog.pages.filter((page) => language !== "all" && page.language !== language);
  const files = new Map<string, string>();
  const tools = {
    tree,
    blog,
    find: fileFinder(tree, blog.folders),
    links: blogLinks(pages, blog.site),
    files,
    now: options.now,
  };
  const reports: PageReport[] = [];
  for (const page of pages) {
    reports.push(importedPage(page, tools, target));
    options.progress(reports.length, pages.length);
  }
  copyBundles(pages, tools, target);
  const asides = copyPublished(tools, target);
  return {
    site: blog.site,
    language,
    pages: reports,
    left: blog.left,
    otherLanguages: others.map(({ file }) => file),
    asides,
    kept: target.keptFiles,
  };
}

function blogOf(tree: SourceTree, kind: string | undefined): Blog | undefined {
  return kind === undefined || kind === "hugo" ? hugoBlog(tree) : undefined;
}

/** Gives pages whose ids are equal, letter case aside, different ones. */
function distinctIds(pages: readonly SourcePage[]): SourcePage[] {
  const seen = new Map<string, number>();
  return pages.map((page) => {
    const key = `${page.kind}/${page.id}`.toLowerCase();
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? page : { ...page, id: `${page.id}-${String(count)}` };
  });
}
