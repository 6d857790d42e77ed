import { markdownToHast } from "satteri";
import { colourAll } from "./code.ts";
import { featuresFor } from "./features.ts";
import { htmlOf } from "./html.ts";
import { preparedSource } from "./prepare.ts";
import type { BodyOptions, RenderedBody } from "./rendered.ts";
import type { TreeNode } from "./tree.ts";
import { visibleText } from "./visible-text.ts";
import { walk } from "./walk.ts";
import { newWork } from "./work.ts";

/**
 * Renders a Markdown body (without its front matter) to HTML that has no script and no style attribute; never throws for
 * what an author wrote, and tells what it found doubtful.
 */
export async function renderBody(source: string, options: BodyOptions): Promise<RenderedBody> {
  const prepared = preparedSource(source, { math: options.math, mdx: false });
  const work = newWork(prepared, options);
  const root = markdownToHast(prepared, { features: featuresFor(prepared, options), position: true }) as TreeNode;
  walk(root, work);
  await colourAll(work);
  const html = htmlOf(root, work);
  const { headings, pictures, warnings } = work;
  const whole = visibleText(root);
  return { html, headings, pictures, text: whole, warnings };
}
