import { picture } from "./pictures.ts";
import { element, type PropertyValue, type TreeNode } from "./tree.ts";
import type { Work } from "./work.ts";

/** An image written as HTML, in the size its author gave; of our own the height follows where he gave only a width. */
export function rawImage(passed: Record<string, PropertyValue>, offset: number, work: Work): TreeNode[] {
  const node = element("img", passed);
  const place = { offset, line: 0, column: 0 };
  node.position = { start: place, end: place };
  return picture(node, work) ?? [node];
}
