import { markdownToHast } from "satteri";
import { featuresFor } from "./features.ts";
import { finished } from "./finish.ts";
import { htmlOf } from "./html.ts";
import { preparedSource } from "./prepare.ts";
import type { BodyOptions, RenderedBody } from "./rendered.ts";
import { noteRemoved } from "./source-slips.ts";
import type { TreeNode } from "./tree.ts";
import { newWork } from "./work.ts";

/**
 * Renders a Markdown body (without its front matter) to HTML that has no script and no style attribute; never throws for
 * what an author wrote, and tells what it found doubtful.
 */
export async function renderBody(source: string, options: BodyOptions): Promise<RenderedBody> {
  const prepared = preparedSource(source, { math: options.math, mdx: false });
  const work = newWork(prepared, options);
  const root = markdownToHast(prepared, { features: featuresFor(prepared, options), position: true }) as TreeNode;
  noteRemoved(work, source);
  const rest = await finished(root, work);
  return { html: htmlOf(root), ...rest };
}
