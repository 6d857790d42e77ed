import { posix } from "node:path";
import { onceEach } from "#model/once.ts";
import { sourceName } from "#reading/walk.ts";
import { dataIn, type SourceTree, textsOf } from "#tools/import/shared/source-tree.ts";
import { booleanAt, type Data, isMap, textAt } from "#tools/import/shared/values.ts";
import type { Step } from "#tools/import/shared/blog.ts";
import { withoutMkDocs } from "./mkdocs.ts";
import { withoutVue, withoutZolaTags, withShownFiles } from "./path-bodies.ts";
import { filled, githubSlug, type Rule, slugized } from "./rules.ts";

/** A site whose files lie as its addresses read. */
interface PathSite {
  /** The folder of its pages. */
  readonly root: string;
  readonly rule: Rule;
  /** What the page of a folder is called in it. */
  readonly index?: RegExp;
  /** Its settings, where they are data. */
  readonly settings: Data;
  /** What its bodies need. */
  readonly steps: readonly Step[];
}

/** Settings of VitePress or VuePress and of their themes, beside the pages or above their folder. */
export const pressSettings = /^(?:[^/]+\/)?\.v(?:ite|ue)press\/(?:config|theme)(?:\/index)?\.\w+$/u;

const docusaurus = /^docusaurus\.config\.\w+$/u;
const [folderPage, readme] = [/^index$/u, /^(?:index|readme)$/iu];

/** A quoted value in a program's text. */
function settingOf(text: string, key: string): string | undefined {
  return new RegExp(`\\b${key}\\s*:\\s*(["'\`])(?:\\./)?(.*?)/?\\1`, "u").exec(text)?.[2];
}

/** The object behind a key in a program's text as it is written, with objects in it two deep; empty where there is none. */
export function objectIn(text: string, key: string): string {
  return new RegExp(String.raw`\b${key}\s*:\s*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}`, "u").exec(text)?.[0] ?? "";
}

/** The site that Docusaurus makes of a folder, or VitePress, VuePress, MkDocs, Eleventy or Zola, whose first page stays ours; undefined for any other. */
export const pathSite = onceEach((tree: SourceTree): PathSite | undefined => {
  if (tree.files.some((file) => docusaurus.test(file))) return docusaurusSite(tree);
  const site = siteIn(tree);
  const isFirst = ([name = "", ...more]: readonly string[]) => more.length === 0 && site?.index?.test(name);
  return site && { ...site, rule: (post) => (isFirst(post.parts) ? undefined : site.rule?.(post)) };
});

function siteIn(tree: SourceTree): PathSite | undefined {
  const [press] = tree.files.filter((file) => pressSettings.test(file));
  if (press !== undefined) return pressSite(textsOf(tree, pressSettings), press);
  if (tree.has("mkdocs.yml")) return mkdocsSite(dataIn(tree, "mkdocs.yml"));
  const eleventy = textsOf(tree, /^(?:\.eleventy|eleventy\.config)\.\w+$/u);
  if (eleventy !== "") return eleventySite(eleventy, tree);
  const zola = dataIn(tree, "config.toml");
  return zola["base_url"] === undefined ? undefined : zolaSite(zola);
}

/** VitePress and VuePress: a file's path with `.html`; permalinks by the pattern of a page or of the settings. */
function pressSite(code: string, file: string): PathSite {
  const isVue = file.includes(".vuepress/");
  const usual = /@vuepress\/(?:plugin-)?blog\b/u.test(code) ? "/:year/:month/:day/:slug" : undefined;
  const pattern = settingOf(code, "(?:permalink|permalinkPattern|itemPermalink)") ?? usual;
  const rule: Rule = (post) => {
    const { parts, isIndex, data } = post;
    const regular = `${parts.join("/")}${isIndex ? "/" : ".html"}`;
    const slug = slugized((parts.at(-1) ?? "").replace(/^\d{4}-\d{1,2}-\d{1,2}-/u, ""), true);
    const asked = [textAt(data, "permalink"), isIndex ? undefined : pattern].find((one) => one?.startsWith("/"));
    const address = filled((isVue && asked) || regular, { slug, regular, raw: regular }, post);
    return `/${/:\w/u.test(address) ? regular : address}`;
  };
  const said = /\bsrcDir\s*:\s*((?:[\w.]+\([^)\n]*\)|[^,\n}])+)/u.exec(code)?.[1]?.trim() ?? "";
  const isNamed = said !== "" && !/["'`]/u.test(said);
  const line = isNamed ? code.split("\n").find((one) => one.includes(`${said} =`)) : said;
  const folder = /.*["'`](?:\.{0,2}\/)*([^"'`]+)["'`]/u.exec(line ?? "")?.[1];
  const above = posix.join(file.replace(/\.v(?:ite|ue)press\/.*$/u, ""), folder ?? "");
  return {
    root: above.replace(/^\.?\/?|\/$/gu, ""),
    // Settings that write paths anew say addresses that no file's place does.
    rule: /\brewrites\b/u.test(code) ? undefined : rule,
    index: isVue ? readme : folderPage,
    settings: {},
    steps: [withoutVue, withShownFiles],
  };
}

/** MkDocs: a file's path; the posts of its blog have, unless it says otherwise, their days and titles in their addresses. */
function mkdocsSite(settings: Data): PathSite {
  const isFlat = booleanAt(settings, "use_directory_urls") === false;
  const blog = [settings["plugins"]].flat().find((one) => one === "blog" || (isMap(one) && "blog" in one));
  const said = (key: string, usual: string) => (isMap(blog) && textAt(blog, `blog.${key}`)) || usual;
  const folder = `${said("blog_dir", "blog")}/`.replace(/^\.\//u, "");
  const day = said("post_url_date_format", "yyyy/MM/dd").replace("yyyy", ":year").replace("MM", ":month");
  const form = said("post_url_format", "{date}/{slug}").replace("{date}", day.replace("dd", ":day"));
  const rule: Rule = (post) => {
    const { parts, isIndex, data, title } = post;
    const isPost = blog !== undefined && parts.join("/").startsWith(`${folder}posts/`);
    const values = { slug: textAt(data, "slug") ?? githubSlug(title), file: parts.at(-1) };
    const path = isPost
      ? folder + filled(form.replace(/\{(\w+)\}/gu, ":$1"), values, { date: post.date })
      : parts.join("/");
    return /:\w/u.test(path) ? undefined : `/${path}${isFlat && !isIndex ? ".html" : "/"}`;
  };
  return { root: textAt(settings, "docs_dir") ?? "docs", rule, index: readme, settings, steps: [withoutMkDocs] };
}

/** Eleventy: a file's path below its input, unless a permalink of its own, of its folder or of a layout says otherwise. */
function eleventySite(code: string, tree: SourceTree): PathSite {
  const folder = /\bsetInputDirectory\(\s*["'`]([^"'`]+)/u.exec(code)?.[1] ?? settingOf(objectIn(code, "dir"), "input");
  const data = textsOf(tree, /\.11tydata\.\w+$|(?:^|\/)([^/]+)\/\1\.json$|(?:^|\/)_(?:includes|layouts|data)\//u);
  const isOther = /\bpermalink["']?\s*[:=]/u.test(data) || /addGlobalData\(\s*["'`]permalink/u.test(code);
  const rule: Rule = ({ parts, isIndex, data: { permalink } }) => {
    const path = !isIndex && parts.length > 1 && parts.at(-1) === parts.at(-2) ? parts.slice(0, -1) : parts;
    return isOther || permalink !== undefined ? undefined : `/${path.join("/")}/`;
  };
  return { root: (folder ?? "").replace(/^\.?\/?|\/+$/gu, ""), rule, index: folderPage, settings: {}, steps: [] };
}

/** Zola: a page's own path, or its place with its slug, which is not known of names that are spelled in Latin letters. */
function zolaSite(settings: Data): PathSite {
  const isSpelled = (textAt(settings, "slugify.paths") ?? "on") === "on";
  const rule: Rule = ({ parts, data }) => {
    const own = textAt(data, "path");
    const name = textAt(data, "slug") ?? (parts.at(-1) ?? "").replace(/^\d{4}-\d\d-\d\d[-_]/u, "");
    const names = [...parts.slice(0, -1), name];
    if (own === undefined && isSpelled && !/^[\x20-\x7e]*$/u.test(names.join(""))) return undefined;
    return `/${own ?? names.map((one) => (isSpelled ? slugized(one, true) : one)).join("/")}/`;
  };
  return { root: "content", rule, index: folderPage, settings, steps: [withoutZolaTags] };
}

/** Docusaurus: the blog's own place, then a post's slug, or its path with the day as folders; without a blog a document's path without the numbers that order it. */
function docusaurusSite(tree: SourceTree): PathSite {
  const config = textsOf(tree, docusaurus);
  const said = (of: string, key: string) => settingOf(objectIn(config, of), key) ?? of;
  const [blog, docs] = [said("blog", "path"), said("docs", "path")];
  const holds = (folder: string) => tree.inside(folder).some((file) => sourceName.test(file));
  const isBlog = holds(blog) || !holds(docs);
  const base = said(isBlog ? "blog" : "docs", "routeBasePath");
  const rule: Rule = ({ parts, data }) => {
    const dated = parts.join("/").replace(/^(\d{4})-(\d\d)-(\d\d)[-/]/u, "$1/$2/$3/");
    const plain = parts.map((part) => part.replace(/^\d+\s*[-_.]+\s*(?=[^-_.\s])/u, ""));
    const slug = textAt(data, "slug") ?? (isBlog ? dated : (textAt(data, "id") ?? plain.at(-1) ?? ""));
    const above = isBlog || slug.startsWith("/") ? "" : plain.slice(0, -1).join("/");
    return `/${base}/${above}/${slug}/`.replace(/\/{2,}/gu, "/");
  };
  return { root: isBlog ? blog : docs, rule, ...(isBlog ? {} : { index: readme }), settings: {}, steps: [] };
}
