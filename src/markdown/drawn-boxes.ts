import type { TreeNode } from "./tree.ts";

export type Point = readonly [x: number, y: number];

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** `184.77,76.9 184.77,124.9` as numbers. */
export function pointsIn(written: unknown): Point[] {
  return String(written)
    .split(" ")
    .map((point) => point.split(",").map(Number) as unknown as Point);
}

export function written(points: readonly Point[]): string {
  return points.map((point) => point.join(",")).join(" ");
}

/** Rectangular nodes of a flowchart by the names that edges call them by. */
export function boxesOf(svg: TreeNode): ReadonlyMap<string, Box> {
  const found = (svg.children ?? []).flatMap(({ properties = {}, children = [] }) => {
    const rect = children.find(({ tagName }) => tagName === "rect");
    return rect && [properties["className"]].flat()[0] === "node"
      ? [[String(properties["dataId"]), boxOf(rect)] as const]
      : [];
  });
  return new Map(found);
}

function boxOf({ properties = {} }: TreeNode): Box {
  const [left, top, width, height] = ["x", "y", "width", "height"].map((name) => Number(properties[name] ?? 0));
  return { left: left ?? 0, top: top ?? 0, right: (left ?? 0) + (width ?? 0), bottom: (top ?? 0) + (height ?? 0) };
}

/** An edge, of level and upright pieces, from where it leaves a box for the last time. */
export function leaving(points: readonly Point[], box: Box | undefined): readonly Point[] {
  if (!box) return points;
  const last = points.findLastIndex((point, index) => isWithin(point, points[index + 1], box));
  const next = points[last + 1];
  if (last === -1 || next === undefined) return points;
  const edge: Point = [clamp(next[0], box.left, box.right), clamp(next[1], box.top, box.bottom)];
  return [edge, ...points.slice(last + 1)];
}

/** Whether a piece of an edge runs inside a box, not along its border. */
function isWithin([x, y]: Point, next: Point | undefined, { left, top, right, bottom }: Box): boolean {
  if (next === undefined) return false;
  const [from, to] = [Math.min(x, next[0]), Math.max(x, next[0])];
  const [above, below] = [Math.min(y, next[1]), Math.max(y, next[1])];
  return to > left + 1 && from < right - 1 && below > top + 1 && above < bottom - 1;
}

const clamp = (at: number, least: number, most: number) => Math.min(Math.max(at, least), most);

/** Widens the picture where a label or an edge lies outside it. */
export function withRoom(svg: TreeNode): void {
  const { properties = {} } = svg;
  const [x = 0, y = 0, width = 0, height = 0] = String(properties["viewBox"]).split(" ").map(Number);
  const all = [{ left: x, top: y, right: x + width, bottom: y + height }, ...drawnIn(svg)];
  const [left, top] = [Math.min(...all.map((box) => box.left)), Math.min(...all.map((box) => box.top))];
  const [right, bottom] = [Math.max(...all.map((box) => box.right)), Math.max(...all.map((box) => box.bottom))];
  properties["viewBox"] = [left, top, right - left, bottom - top].join(" ");
  properties["width"] = right - left;
  properties["height"] = bottom - top;
}

/** Boxes around the rectangles and edges of a drawing. */
function drawnIn({ tagName, properties = {}, children = [] }: TreeNode): Box[] {
  if (tagName === "marker") return [];
  if (tagName === "rect") return [boxOf({ type: "element", properties })];
  if (tagName !== "polyline") return children.flatMap(drawnIn);
  return pointsIn(properties["points"]).map(([x, y]) => ({ left: x - 1, top: y - 1, right: x + 1, bottom: y + 1 }));
}
