import { markdownToHast } from "satteri";
import { hasDirective, treeWithDirectives } from "./directives.ts";
import { featuresFor } from "./features.ts";
import { finished } from "./finish.ts";
import { htmlOf } from "./html.ts";
import { preparedSource } from "./prepare.ts";
import type { BodyOptions, RenderedBody } from "./rendered.ts";
import { noteLargeTables, noteRemoved, noteUnclosedFence, noteUnusedFootnotes } from "./source-typos.ts";
import type { TreeNode } from "./tree.ts";
import { newWork } from "./work.ts";

/**
 * Renders a Markdown body (without its front matter) to HTML that has no script and no style attribute; never throws for
 * what an author wrote, and tells what it found doubtful.
 */
export async function renderBody(source: string, options: BodyOptions): Promise<RenderedBody> {
  const prepared = preparedSource(source, { math: options.math, mdx: false });
  const work = newWork({ source: prepared, written: source, options });
  const features = featuresFor(prepared, options);
  const root = hasDirective(prepared)
    ? treeWithDirectives(prepared, features)
    : (markdownToHast(prepared, { features, position: true }) as TreeNode);
  noteRemoved(work, source);
  noteUnusedFootnotes(work);
  noteUnclosedFence(work);
  noteLargeTables(work);
  const rest = await finished(root, work);
  return { html: htmlOf(root), ...rest };
}
