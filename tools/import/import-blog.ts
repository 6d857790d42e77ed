import { readdirSync } from "node:fs";
import path from "node:path";
import { blogOfKind, type DetectedKind, detectedKind } from "./kinds.ts";
import { withAuthorNames } from "#tools/import/shared/authors.ts";
import type { Blog, ListRedirect } from "#tools/import/shared/blog.ts";
import { toolsFor } from "#tools/import/shared/page-context.ts";
import { copyBundles, copyPublished } from "#tools/import/shared/files.ts";
import { chosenLanguage, distinctPages, inLanguages, withTranslations } from "#tools/import/shared/pages.ts";
import { importedPage } from "#tools/import/shared/imported-page.ts";
import { fixedPaths } from "#model/address.ts";
import { tried } from "#model/tried.ts";
import { leading } from "#tools/import/shared/lists.ts";
import { type OldAddress, withOldAddresses } from "#tools/import/shared/old-site.ts";
import type { Report } from "#tools/import/shared/report.ts";
import { below, partOf, type SourceTree, sourceTree } from "#tools/import/shared/source-tree.ts";
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

/** Reads a blog and puts every page and file of it into the target, one by one; undefined where no blog is found. */
export function importBlog(options: ImportOptions, target: Target): Report | undefined {
  const whole = siteTree(options.source);
  const kind = detectedKind(whole, options.kind);
  if (kind === undefined) return undefined;
  options.detected?.(kind);
  const found = blogOfKind(whole, kind);
  if (found === undefined) return undefined;
  const named = { ...found, pages: withAuthorNames(found.pages, whole) };
  const blog = { tree: whole, ...withAddress(named, options.address) };
  const { site, left, tree } = blog;
  target.identify(site);
  const language = chosenLanguage(blog, options.language);
  const [wanted = [], others = []] =
    language === "all"
      ? [inLanguages(blog, options.siteLanguage)]
      : [true, false].map((is) => blog.pages.filter((page) => (page.language === language) === is));
  const matched = withOldAddresses(wanted, options.addresses ?? [], site);
  const distinct = distinctPages(matched.pages, target.taken());
  const { pages, translations } = withTranslations(distinct);
  const tools = toolsFor(blog, tree, { pages, now: options.now });
  const reports = pages.map((page, index) => {
    const report = importedPage(page, tools, target);
    options.progress(index + 1, pages.length);
    return report;
  });
  copyBundles(pages, tools, target);
  const links = whole.strayLinks.map((file) => ({ file, reason: "left-link" as const }));
  const unread = Array.from(whole.unread, (file) => ({ file, reason: "left-unread" as const }));
  const asides = [...copyPublished(tools, target), ...links, ...unread];
  const published = pages.filter((_, index) => reports[index]?.isDraft === false);
  putRedirects(leading(tools.lists, published), target);
  const [otherLanguages, kept] = [others.map(({ file }) => file), target.keptFiles];
  const gone = distinct.flatMap(({ moved, isNewAddress }) => (isNewAddress ? [] : (moved ?? [])));
  const lost = [...matched.lost, ...gone.filter((path) => !Object.values<string>(fixedPaths).includes(path))];
  return { site, language, pages: reports, translations, left, otherLanguages, asides, kept, lost };
}

/** A blog with the address that its owner names. */
function withAddress(blog: Blog, address: string | undefined): Blog {
  if (address === undefined) return blog;
  const isOwn = !/^(?:velog|tistory|notion|obsidian|markdown)$/u.test(blog.site.kind);
  const base = isOwn && blog.site.baseUrl === undefined ? { baseUrl: address.replace(/\/*$/u, "/") } : {};
  return { ...blog, site: { ...blog.site, ...base, ownAddress: address } };
}

/** The old addresses of lists and feeds, for the site to lead on. */
function putRedirects(lists: ListRedirect[], target: Target): void {
  if (lists.length === 0) return;
  const lines = lists.map(([from, to]) => `${from} ${to}`).sort();
  const head = "# 옛 블로그의 목록과 피드가 옮겨 온 곳: 옛 주소와 새 주소를 한 줄에 적습니다.";
  target.putLines("src/content/moves.txt", head, lines);
}

const settingsFile = String.raw`(?:hugo|config)\.(?:toml|ya?ml|json)|_config\.ya?ml|(?:astro|gatsby|next|docusaurus)[.-]config\.\w+`;

/** The settings of a blog of which a folder is a part, one or two steps above it. */
export function settingsAbove(folder: string): string | undefined {
  const named = new RegExp(`^(?:${settingsFile})$`, "u");
  const settingsIn = (at: string) =>
    (tried(() => readdirSync(at)) ?? []).flatMap((name) => (named.test(name) ? path.join(at, name) : []));
  const [own, ...above] = [".", "..", "../.."].map((step) => settingsIn(path.resolve(folder, step)));
  return own?.length === 0 ? above.flat()[0] : undefined;
}

/** The tree of a blog, whose folder may lie a step or two below the one that was named. */
function siteTree(source: string): SourceTree {
  const tree = sourceTree(source);
  const settings = new RegExp(`^((?:[^/]+/){0,2})(?:${settingsFile}|config/_default/.+)$`, "u");
  const folders = tree.files.flatMap((file) => settings.exec(file)?.[1] ?? []);
  const content = ["content/", "_posts/", "source/_posts/", "src/", "posts/", "data/"];
  const blogs = folders.filter((folder) =>
    tree.files.some((file) => content.some((name) => file.startsWith(folder + name))),
  );
  const [own] = blogs.sort((a, b) => a.length - b.length);
  return own === undefined || own === "" ? tree : partOf(tree, (file) => below(file, own.replace(/\/$/u, "")));
}
