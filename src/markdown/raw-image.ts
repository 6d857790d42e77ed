import { picture } from "./pictures.ts";
import { element, type PropertyValue, type TreeNode } from "./tree.ts";
import type { Work } from "./work.ts";

/** An image written as HTML, in the size its author gave; of our own the height follows where he gave only a width. */
export function rawImage(passed: Record<string, PropertyValue>, offset: number, work: Work): TreeNode[] {
  const node = element("img", passed);
  const place = { offset, line: 0, column: 0 };
  node.position = { start: place, end: place };
  const given = { width: pixels(passed["width"]), height: pixels(passed["height"]) };
  Object.assign(node.properties, given);
  const made = picture(node, work) ?? [node];
  if (made[0] !== node || given.width === undefined) return made;
  const { width, height } = node.properties;
  const scaled = Number(height) * (given.width / Number(width));
  node.properties["width"] = given.width;
  node.properties["height"] = given.height ?? (Number.isFinite(scaled) ? Math.round(scaled) : undefined);
  return made;
}

function pixels(value: PropertyValue): number | undefined {
  const written = String(value ?? "");
  return /^\d{1,5}$/u.test(written) ? Number(written) : undefined;
}
