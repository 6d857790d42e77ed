import { byCodePoint } from "#model/order.ts";
import { endBareAddresses } from "./bare-addresses.ts";
import { colourAll } from "./code.ts";
import { drawDiagram } from "./diagrams.ts";
import { emojiFor } from "./dialects.ts";
import { placeSecondAnchors } from "./headings.ts";
import { mayHaveFormulas, typesetter } from "./mathematics.ts";
import type { RenderedBody } from "./rendered.ts";
import { dropTitle } from "./title.ts";
import type { TreeNode } from "./tree.ts";
import { walk } from "./walk.ts";
import { bodyWords } from "./words.ts";
import { noteUnreported, type Work } from "./work.ts";

/** Runs all steps over a parsed tree, in place, and gives what is known of the body beside its HTML. */
export async function finished(root: TreeNode, work: Work): Promise<Omit<RenderedBody, "html">> {
  if (mayHaveFormulas(work.source)) work.typeset = await typesetter();
  work.emoji = await emojiFor(work.source);
  dropTitle(root, work.options.title);
  if (/https?:\/\/|www\./i.test(work.source)) endBareAddresses(root, work);
  walk(root, work);
  placeSecondAnchors(work);
  await colourAll(work);
  for (const figure of work.diagrams) await drawDiagram(figure, work);
  noteUnreported(work);
  const { headings, pictures, images: pictureCount, asksContents, warnings } = work;
  const remoteOrigins = [...work.remoteOrigins].sort(byCodePoint);
  return { headings, pictures, remoteOrigins, pictureCount, ...bodyWords(root), asksContents, warnings };
}
