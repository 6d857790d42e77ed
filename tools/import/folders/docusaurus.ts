import type { SourceTree } from "#tools/import/shared/source-tree.ts";
import { textAt } from "#tools/import/shared/values.ts";
import { objectIn, settingOf } from "./program-text.ts";
import { type Rule, textsOf } from "./rules.ts";

/** The settings of Docusaurus' blog as they are written. */
export function docusaurusBlog(tree: SourceTree): string {
  return objectIn(textsOf(tree, /^docusaurus\.config\.\w+$/u), "blog");
}

/** Docusaurus: the blog's own place, then a post's slug, or its path with the day as folders. */
export function docusaurusRule(tree: SourceTree): Rule {
  const base = settingOf(docusaurusBlog(tree), "routeBasePath") ?? "blog";
  return ({ parts, data }) => {
    const dated = parts.join("/").replace(/^(\d{4})-(\d\d)-(\d\d)[-/]/u, "$1/$2/$3/");
    return `/${base}/${textAt(data, "slug") ?? dated}/`.replace(/\/{2,}/gu, "/");
  };
}
