import type { TreeNode } from "#markdown/tree.ts";

export type Point = readonly [x: number, y: number];

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface NodeBox extends Box {
  /** Whether its sides are those of its shape. */
  readonly isFlat: boolean;
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

/** The nodes and groups of a flowchart, by the names that edges call them by. */
export function boxesOf({ properties = {}, children = [] }: TreeNode): ReadonlyMap<string, NodeBox> {
  const [kind] = [properties["className"]].flat();
  const shape = children.find(({ tagName }) => /^(?:rect|polygon|circle)$/u.test(tagName ?? ""));
  const own = new Map<string, NodeBox>();
  if (shape && (kind === "node" || kind === "subgraph"))
    own.set(String(properties["dataId"]), { ...around(cornersOf(shape)), isFlat: shape.tagName === "rect" });
  return new Map([...own, ...children.flatMap((child) => [...boxesOf(child)])]);
}

function cornersOf({ tagName, properties = {} }: TreeNode): readonly Point[] {
  const read = (name: string) => Number(properties[name] ?? 0);
  const [x, y, radius] = [read("cx"), read("cy"), read("r")];
  if (tagName === "circle")
    return [
      [x - radius, y - radius],
      [x + radius, y + radius],
    ];
  if (tagName !== "rect") return pointsIn(properties["points"]);
  return [
    [read("x"), read("y")],
    [read("x") + read("width"), read("y") + read("height")],
  ];
}

function around(points: readonly Point[]): Box {
  const [across, along] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...across), top: Math.min(...along), right: Math.max(...across), bottom: Math.max(...along) };
}

/** A box with slanted sides, in place of a trapezoid that narrows towards its top or, `isTurned`, its foot. */
export function slanted(trapezoid: TreeNode, isTurned: boolean): Point[] {
  const { left, top, right, bottom } = around(cornersOf(trapezoid));
  const [over, under] = isTurned ? [0, slant] : [slant, 0];
  return [
    [left + over, top],
    [right - under, top],
    [right - over, bottom],
    [left + under, bottom],
  ];
}

const slant = 12;

/** Some pixels that a line may end before the box it leads to, as at the round ends of a cylinder. */
const near = 14;

export function isNear(point: Point | undefined, box: Box | undefined): boolean {
  if (!point || !box) return true;
  const [[x, y], { left, top, right, bottom }] = [point, box];
  return x > left - near && x < right + near && y > top - near && y < bottom + near;
}

/** An edge, of level and upright pieces, from where it leaves a box for the last time. */
export function leaving(points: readonly Point[], box: NodeBox | undefined): readonly Point[] {
  if (!box?.isFlat) return points;
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
