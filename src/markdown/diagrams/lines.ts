import type { MermaidGraph } from "beautiful-mermaid";
import { boxesOf, isNear, leaving, type Point, pointsIn, slanted, written } from "./boxes.ts";
import { placeEdges } from "./groups.ts";
import { unseen } from "./flowcharts.ts";
import { blank, mendSequence, space, wideLetters } from "./sequences.ts";
import { element, type Properties, textOf, type TreeNode } from "#markdown/tree.ts";

type Drawn = Pick<MermaidGraph, "edges" | "subgraphs">;

const word = String.raw`[\p{L}\p{N}_]`;
/** Words in quotes, a label, or the line between two classes with its ends. */
const relation = new RegExp(
  String.raw`"[^"\n]*"|:.*$|(?:<\|?|\*|(?<!${word})o)?(?<![.-])(?:--|\.\.)(?![.-])(?:\|?>|\*|o(?!${word}))?`,
  "gmu",
);
/** A line between two entities. */
const related = /^\s*\S+\s+[|o}{]+(?:--|\.\.)[|o}{]+\s/u;
/** A line of an entity: its type, its name, its keys and what is said of it. */
const attribute = /^([ \t]+[^\s"|]+[ \t]+)([^\s"|]+)((?:[ \t,]+[PFU]K)*)[ \t]*(?:"([^"\n]*)")?[ \t]*$/gmu;
const betweenClasses = /^\s*(\S+)\s+(?:"[^"]*"\s+)?(?:--|\.\.)\s+(?:"[^"]*"\s+)?(\S+?)\s*(?::.*)?$/u;

/** A class diagram whose lines stand between blanks and, dotted, have an end, the only ones its drawer reads: `A..B` becomes `A ..> B`. Of entities it knows ‘none or more’ (`}o`) in one order alone, takes Hangul for as narrow as Latin letters, and shows no remarks: those stand behind their names. */
export function withSpacedRelations(source: string, dotted = "..>"): string {
  if (source.startsWith("erDiagram"))
    return source
      .replace(/\}o(?=--|\.\.)/gu, "o{")
      .replace(attribute, (...[, type, name, keys, comment]: (string | undefined)[]) => {
        const words = [name, ...(comment ? [comment] : [])].join(" · ");
        return `${type ?? ""}${words.replaceAll(" ", space)}${blank.repeat(wideLetters(words))}${keys ?? ""}`;
      });
  if (!source.startsWith("classDiagram")) return source;
  const opened = source.replace(/^([ \t]*class[ \t][^{\n]*\{)([^}\n]*)\}[ \t]*$/gmu, "$1\n$2\n}");
  return opened.replace(relation, (found) => (isWords(found) ? found : ` ${found === ".." ? dotted : found} `));
}

const isWords = (found: string) => /^[":]/u.test(found);

/** The first line between classes or entities of which, drawn alone, `draw` makes none. */
export function undrawnRelation(source: string, markup: string, draw: (source: string) => string): string | undefined {
  const [head = "", ...lines] = source.split("\n");
  const isClass = head.startsWith("class");
  if (!isClass && !head.startsWith("er")) return undefined;
  const drawn = (svg: string) => svg.match(/-relationship"/gu)?.length ?? 0;
  const asked = lines.filter((line) =>
    isClass ? line.match(relation)?.some((found) => !isWords(found)) : related.test(line),
  );
  if (drawn(markup) >= asked.length) return undefined;
  return asked.find((line) => drawn(draw(withSpacedRelations(`${head}\n${line}`))) === 0);
}

/** Mends a drawing in place where its lines say something else than the source: heads that point away, lie under a node or were never asked for, the marks of how many. */
export function mendLines(svg: TreeNode, source: string, graph?: Drawn): void {
  const headless = new Set(
    withSpacedRelations(source, "..")
      .split("\n")
      .flatMap((line) => {
        const [, from, to] = betweenClasses.exec(line) ?? [];
        return from === undefined ? [] : `${from} ${to ?? ""}`;
      }),
  );
  const isUnseen = ({ children = [] }: TreeNode) =>
    children.some((child) => child.tagName === "text" && textOf(child) === unseen);
  svg.children = (svg.children ?? []).filter((child) => !isUnseen(child));
  if (graph) mendGraph(svg, graph);
  if (source.startsWith("sequence")) mendSequence(svg);
  const mend = (node: TreeNode): void => {
    const { tagName, properties = {}, children = [] } = node;
    if (tagName === "marker") {
      mendMarker(properties);
      return;
    }
    if (headless.has(`${String(properties["dataFrom"])} ${String(properties["dataTo"])}`))
      delete properties["markerEnd"];
    node.children = withCounts(children);
    for (const child of node.children) mend(child);
  };
  mend(svg);
}

/** The nodes of a flowchart or a state diagram, and its edges in their styles, from box to box; throws where one misses its box. */
function mendGraph(svg: TreeNode, graph: Drawn): void {
  const boxes = boxesOf(svg);
  placeEdges(svg, graph.subgraphs, boxes);
  const between = (from: string, to: string, label = "") => [...[from, to].toSorted(), label].join(" ");
  const edges = Map.groupBy(graph.edges, ({ source, target, label }) => between(source, target, label));
  for (const node of svg.children ?? []) {
    const { tagName, properties = {} } = node;
    if (tagName !== "polyline") {
      mendNode(node);
      continue;
    }
    const [from, to] = [String(properties["dataFrom"]), String(properties["dataTo"])];
    const begun = leaving(pointsIn(properties["points"]), boxes.get(from));
    const points = withEntry(leaving(begun.toReversed(), boxes.get(to)).toReversed());
    properties["points"] = written(withoutSpurs(points));
    const edge = edges.get(between(from, to, String(properties["dataLabel"] ?? "")))?.shift();
    if (edge) dress(properties, edge.style);
    if (String(properties["dataLabel"]).endsWith(unseen)) {
      properties["markerStart"] = "url(#arrowhead-start)";
      delete properties["markerEnd"];
    }
    const isWhole = isNear(points[0], boxes.get(from)) && isNear(points.at(-1), boxes.get(to));
    if (!isWhole) throw new Error(`${from} → ${to}`);
  }
}

/** A box with the slant and the colour of words that its source asks for. */
function mendNode({ properties = {}, children = [] }: TreeNode): void {
  const shape = children.find((child) => child.tagName === "polygon");
  if (shape?.properties && String(properties["dataLabel"]).endsWith(unseen))
    shape.properties["points"] = written(slanted(shape, properties["dataShape"] === "trapezoid-alt"));
  const fill = String(children.find((child) => child.properties?.["fill"])?.properties?.["fill"]);
  if (properties["dataShape"] === undefined || /^(?:var|none|transparent)/u.test(fill)) return;
  for (const { properties: word } of children) if (word?.["fill"] === "var(--_text)") word["fill"] = inkOn(fill);
}

const darkNames =
  /^(?:black|navy|maroon|purple|indigo|(?:medium)?blue|brown|teal|green|gr[ae]y|midnightblue|dark(?!orange|khaki|salmon|seagreen|turquoise|gr[ae]y)\w+)$/iu;

/** Words on a colour of the author's own, which is the same by day and by night. */
function inkOn(fill: string): string {
  const [, short, long] = /^#(?:([\da-f]{3})|([\da-f]{6}))$/iu.exec(fill) ?? [];
  const digits = long ?? short?.replace(/./gu, "$&$&");
  const numbers = /^rgba?\(([\d\s,]+)/iu.exec(fill)?.[1]?.match(/\d+/gu)?.map(Number);
  const channels = numbers ?? digits?.match(/../gu)?.map((channel) => Number.parseInt(channel, 16));
  const [red = 0, green = 0, blue = 0] = channels ?? [];
  const isDark = channels === undefined ? darkNames.test(fill) : 0.3 * red + 0.6 * green + 0.1 * blue < 140;
  return isDark ? "#fff" : "#000";
}

/** Gives an edge the style it was written in (`unmerged` of flowcharts). */
function dress(properties: Properties, style: MermaidGraph["edges"][number]["style"]): void {
  const width = Number(properties["strokeWidth"]) / (properties["dataStyle"] === "thick" ? 2 : 1);
  if (style === "dotted") properties["strokeDashArray"] = "4 4";
  else delete properties["strokeDashArray"];
  if (!Number.isNaN(width)) properties["strokeWidth"] = style === "thick" ? width * 2 : width;
}

/** Leaves out points between two on the same level or upright line, where the drawer goes past a bend and back. */
function withoutSpurs(points: readonly Point[]): Point[] {
  const isAlong = (axis: 0 | 1, at: number) =>
    points[at - 1]?.[axis] === points[at]?.[axis] && points[at]?.[axis] === points[at + 1]?.[axis];
  return points.filter((_, at) => !isAlong(0, at) && !isAlong(1, at));
}

/** The head of a flowchart's start is drawn turned round and then turned again; diamonds of class diagrams begin at the border and lie under the box. */
function mendMarker(marker: Properties): void {
  const id = String(marker["id"]);
  if (id.startsWith("arrowhead-start")) marker["orient"] = "auto";
  if (/^cls-(?:composition|aggregation)$/u.test(id)) marker["refX"] = "12";
}

/** Pixels that an arrow's head takes, and some more. */
const entry = 12;

/** An edge whose last piece leads into its node: the drawer ends some along the border, with a piece of no length, where a head would lie on its side. */
function withEntry(all: readonly Point[]): readonly Point[] {
  const [before, bend, end, last] = all.slice(-4);
  if (!before || !bend || !end || !last || Math.hypot(end[0] - last[0], end[1] - last[1]) > 0.01) return all;
  const back = (axis: 0 | 1) => {
    const way = before[axis] - bend[axis];
    return Math.sign(way) * Math.min(entry, Math.abs(way) / 2);
  };
  const moved = ([x, y]: Point): Point => [x + back(0), y + back(1)];
  return [...all.slice(0, -3), moved(bend), moved(end), end];
}

/** The marks of an entity diagram as mermaid draws them: one bar beside the circle of ‘none or one’, and a bar behind the foot of ‘one or more’. */
function withCounts(drawn: readonly TreeNode[]): TreeNode[] {
  const nodes = drawn.filter(({ type, value = "" }) => type !== "text" || value.trim() !== "");
  const isLine = (index: number) => nodes[index]?.tagName === "line";
  const meets = (index: number, other: number) =>
    isLine(index) && isLine(other) && endOf(nodes[index]).join(" ") === endOf(nodes[other]).join(" ");
  return nodes.flatMap((node, index) => {
    const isCircle = nodes[index + 1]?.tagName === "circle";
    const isFoot = meets(index, index - 1) && meets(index, index - 2);
    if (isCircle && isLine(index) && isLine(index - 1) && !meets(index, index - 1)) return [];
    return isFoot && !isCircle ? [node, barBehind(nodes[index - 2], node)] : node;
  });
}

function endOf(line: TreeNode | undefined, side = 2): Point {
  const at = (axis: string) => Number(line?.properties?.[`${axis}${String(side)}`]);
  return [at("x"), at("y")];
}

/** A bar from one outer line of a foot to the other, behind the point where they meet. */
function barBehind(first: TreeNode | undefined, third: TreeNode): TreeNode {
  const [[x1, y1], [x2, y2], [x, y]] = [endOf(first, 1), endOf(third, 1), endOf(third)];
  const away = (at: number, middle: number, back: number) => at + (back - middle) * 1.3;
  const [middleX, middleY] = [(x1 + x2) / 2, (y1 + y2) / 2];
  return element("line", {
    ...third.properties,
    x1: away(x1, middleX, x),
    y1: away(y1, middleY, y),
    x2: away(x2, middleX, x),
    y2: away(y2, middleY, y),
  });
}
