import { markdownToHast } from "satteri";
import { byCodePoint } from "#model/order.ts";
import { endBareAddresses } from "./bare-addresses.ts";
import { hasDirective, treeWithDirectives } from "./callouts.ts";
import { emojiFor } from "./dialects.ts";
import { featuresFor, preparedSource } from "./prepare.ts";
import { dropTitle, placeSecondAnchors } from "./headings.ts";
import { htmlOf, type TreeNode } from "./tree.ts";
import { typesetterFor } from "./formulas.ts";
import { type BodyOptions, noteUnreported, type RenderedBody, type Work, workOn } from "./work.ts";
import { noteUnusedFootnotes } from "./text-steps.ts";
import { walk } from "./walk.ts";
import { bodyWords } from "./words.ts";

/**
 * Renders a Markdown body (without its front matter) to HTML that has no script and no style attribute; never throws for
 * what an author wrote, and tells what it found doubtful.
 */
export async function renderBody(source: string, options: BodyOptions): Promise<RenderedBody> {
  const prepared = preparedSource(source, options);
  const work = workOn(prepared, options);
  const features = featuresFor(prepared, options);
  const root = hasDirective(prepared)
    ? treeWithDirectives(prepared, features)
    : (markdownToHast(prepared, { features, position: true }) as TreeNode);
  noteUnusedFootnotes(root, work);
  const rest = await finished(root, work);
  return { html: htmlOf(root), ...rest };
}

/** Runs all steps over a parsed tree, in place, and gives what is known of the body beside its HTML. */
export async function finished(root: TreeNode, work: Work): Promise<Omit<RenderedBody, "html">> {
  work.typeset = await typesetterFor(work.source);
  work.emoji = await emojiFor(work.source);
  dropTitle(root, work.options.title);
  if (/https?:\/\/|www\./i.test(work.source)) endBareAddresses(root, work);
  walk(root, work);
  placeSecondAnchors(work);
  for (const finish of work.later) await finish();
  noteUnreported(work);
  const { headings, pictures, images: pictureCount, warnings, asksContents, hidesWords, hasFormulas } = work;
  const remoteOrigins = [...work.remoteOrigins].sort(byCodePoint);
  const marks = { asksContents, hidesWords, hasFormulas };
  return { headings, pictures, remoteOrigins, pictureCount, ...bodyWords(root), ...marks, warnings };
}
