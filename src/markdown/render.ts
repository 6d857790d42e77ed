import { markdownToHast } from "satteri";
import { hasDirective, treeWithDirectives } from "./directives.ts";
import { featuresFor } from "./features.ts";
import { finished } from "./finish.ts";
import { htmlOf } from "./html.ts";
import { preparedSource } from "./prepare.ts";
import type { BodyOptions, RenderedBody } from "./rendered.ts";
import { sentinel } from "./sentinels.ts";
import { hasTypo, noteLargeTables, noteRemoved, noteUnclosedFence, noteUnusedFootnotes } from "./source-typos.ts";
import type { TreeNode } from "./tree.ts";
import { newWork, type Work } from "./work.ts";

/**
 * Renders a Markdown body (without its front matter) to HTML that has no script and no style attribute; never throws for
 * what an author wrote, and tells what it found doubtful.
 */
export async function renderBody(source: string, options: BodyOptions): Promise<RenderedBody> {
  const prepared = preparedSource(source, { math: options.math, mdx: false });
  const from = { source: prepared, written: source, options };
  if (asksForPlaces(prepared)) return attempt(newWork({ ...from, hasPlaces: true }), source);
  const quick = newWork({ ...from, hasPlaces: false });
  const body = await attempt(quick, source);
  return quick.needsPlaces ? attempt(newWork({ ...from, hasPlaces: true }), source) : body;
}

/** Wiki links, control characters, `##제목`, wide rows and open fences are told from their like by where they stand. */
function asksForPlaces(source: string): boolean {
  return source.includes("[[") || source.includes(sentinel.removed) || hasTypo(source);
}

async function attempt(work: Work, written: string): Promise<RenderedBody> {
  const features = featuresFor(work.source, work.options);
  const root = hasDirective(work.source)
    ? treeWithDirectives(work.source, features)
    : (markdownToHast(work.source, { features, position: work.hasPlaces }) as TreeNode);
  noteRemoved(work, written);
  noteUnusedFootnotes(work);
  noteUnclosedFence(work);
  noteLargeTables(work);
  const rest = await finished(root, work);
  return { html: htmlOf(root), ...rest };
}
