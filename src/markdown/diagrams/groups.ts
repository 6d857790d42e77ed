import type { MermaidGraph } from "beautiful-mermaid";
import { type boxesOf, pointsIn, written } from "./boxes.ts";
import type { TreeNode } from "#markdown/tree.ts";

type Groups = MermaidGraph["subgraphs"];

/** All groups of a flowchart, each with those around it, the outermost first. */
export function groupsIn(
  groups: Groups,
  around: readonly string[] = [],
): (Groups[number] & { around: readonly string[] })[] {
  return groups.flatMap((group) => [{ ...group, around }, ...groupsIn(group.children, [...around, group.id])]);
}

/** Puts edges from one group to another within a third in their place: the drawer counts them from the corner of the third, and draws them from the picture's. */
export function placeEdges(svg: TreeNode, outer: Groups, boxes: ReturnType<typeof boxesOf>): void {
  const groups = groupsIn(outer);
  const inside = new Map(groups.flatMap(({ id, nodeIds, around }) => nodeIds.map((node) => [node, [...around, id]])));
  const around = new Map<string, readonly string[]>([
    ...groups.map((group) => [group.id, group.around] as const),
    ...inside,
  ]);
  for (const node of svg.children ?? []) {
    const [from, to] = [String(node.properties?.["dataFrom"]), String(node.properties?.["dataTo"])];
    const [start, end] = [around.get(from) ?? [], around.get(to) ?? []];
    const isWithinOne = inside.has(from) && inside.has(to) && start.at(-1) === end.at(-1);
    const shared = isWithinOne ? undefined : start.filter((id, at) => id === end[at]).at(-1);
    const corner = shared === undefined ? undefined : boxes.get(shared);
    if (corner) move(node, corner.left, corner.top);
  }
}

export function move({ properties = {}, children = [] }: TreeNode, right: number, down: number): void {
  const { x, y, points } = properties;
  if (x !== undefined) properties["x"] = Number(x) + right;
  if (y !== undefined) properties["y"] = Number(y) + down;
  if (points !== undefined) properties["points"] = written(pointsIn(points).map(([x, y]) => [x + right, y + down]));
  for (const child of children) move(child, right, down);
}
