import { type SourceTree, textsOf } from "#tools/import/shared/source-tree.ts";
import { textAt } from "#tools/import/shared/values.ts";
import { objectIn, settingOf } from "./program-text.ts";
import type { Rule } from "./rules.ts";

function settingsOf(tree: SourceTree, of: "blog" | "docs"): string {
  return objectIn(textsOf(tree, /^docusaurus\.config\.\w+$/u), of);
}

/** The folder of Docusaurus' blog, or that of its documents where the blog holds none, with what the page of a folder is called in it. */
export function docusaurusFolder(tree: SourceTree, holds: (folder: string) => boolean) {
  const blog = settingOf(settingsOf(tree, "blog"), "path") ?? "blog";
  const docs = settingOf(settingsOf(tree, "docs"), "path") ?? "docs";
  return holds(blog) || !holds(docs) ? { root: blog } : { root: docs, index: /^(?:index|readme)$/iu };
}

/** Docusaurus: the blog's own place, then a post's slug, or its path with the day as folders; a document's path without the numbers that order it. */
export function docusaurusRule(tree: SourceTree, folder: string): Rule {
  const isBlog = folder === (settingOf(settingsOf(tree, "blog"), "path") ?? "blog");
  const of = isBlog ? "blog" : "docs";
  const base = settingOf(settingsOf(tree, of), "routeBasePath") ?? of;
  return ({ parts, data }) => {
    const dated = parts.join("/").replace(/^(\d{4})-(\d\d)-(\d\d)[-/]/u, "$1/$2/$3/");
    const plain = parts.map((part) => part.replace(/^\d+\s*[-_.]+\s*(?=[^-_.\s])/u, ""));
    const slug = textAt(data, "slug") ?? (isBlog ? dated : (textAt(data, "id") ?? plain.at(-1) ?? ""));
    const above = isBlog || slug.startsWith("/") ? "" : plain.slice(0, -1).join("/");
    return `/${base}/${above}/${slug}/`.replace(/\/{2,}/gu, "/");
  };
}
