import type { MermaidGraph } from "beautiful-mermaid";
import { htmlToHast } from "satteri";
import { escaped, escapedText } from "#model/escape.ts";
import { interfaceWords } from "#text/markdown.ts";
import { element, oneLine, ours, type PropertyValue, textOf, type TreeElement, type TreeNode } from "./tree.ts";
import { offsetOf, type Work, warn } from "./work.ts";

/** Draws a mermaid block in place as an SVG with its source folded below; what cannot be drawn stays a code block with a note. */
export async function drawDiagram(figure: TreeElement, work: Work): Promise<void> {
  const words = interfaceWords(work.options.language);
  const pre = figure.children[0] as TreeElement;
  try {
    const { parseMermaid, renderMermaidSVG } = await import("beautiful-mermaid");
    const source = textOf(pre).replace(asides, "").trim();
    const plain = isFlowchart(source) ? withPlainNames(withSpacedEdges(source)) : source;
    const graph = isFlowchart(source) ? parseMermaid(plain) : undefined;
    if (graph && graph.edges.length < edgesIn(plain)) throw new Error("some edges were not read");
    const markup = renderMermaidSVG(graph ? inDeclaredOrder(plain, graph) : plain);
    const drawn = htmlToHast(markup, { fragment: true }) as TreeNode;
    const svg = drawn.children?.find((child) => child.tagName === "svg");
    if (!svg || !/<text\b/u.test(markup)) throw new Error("nothing was drawn");
    work.drawings += 1;
    const value = printedSvg(svg, { label: labelOf(svg, words.drawing), prefix: `drawing-${String(work.drawings)}-` });
    const folded = element("details", {}, [ours("summary", words.drawingSource), pre]);
    figure.children = [element("div", { className: ["drawing-box"], tabIndex: 0 }, [{ type: "html", value }]), folded];
  } catch (error) {
    const message = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
    const [kind = ""] = message.startsWith("Invalid mermaid header") ? textOf(pre).trim().split(/\s/u) : [];
    warn(work, kind ? "diagram-unknown" : "diagram-not-drawn", { offset: offsetOf(pre), values: { message, kind } });
    figure.children = [pre, ours("figcaption", words.drawingNote)];
  }
}

/** `다이어그램: 초고, 퇴고`: the first words that the drawing shows, for those who do not see it. */
function labelOf(svg: TreeNode, kind: string): string {
  const shown = (node: TreeNode): string[] =>
    node.tagName === "text" ? [oneLine(textOf(node))] : (node.children ?? []).flatMap(shown);
  const words = [...new Set(shown(svg))].filter((word) => word !== "").slice(0, 12);
  return `${kind}: ${words.join(", ")}`.replace(/[&"<]/gu, " ").slice(0, 160);
}

const word = "[\\p{L}\\p{N}\\p{M}_]+(?:-[\\p{L}\\p{N}\\p{M}_]+)*";
const shape = "\\[[^\\]\\n]{0,200}\\]+|\\([^)\\n]{0,200}\\)+|\\{[^}\\n]{0,200}\\}+|>[^\\]\\n]{0,200}\\]";
const apart = `"[^"\\n]*"|\\|[^|\\n]*\\||:::${word}`;
/** Quoted words, words of an edge (`|예|`), a class; else a node's name with the shape behind it. */
const pieces = new RegExp(`${apart}|(${word})(${shape})?`, "gu");
const ended = String.raw`--+[->ox]|==+[=>ox]|-?\.+-[>ox]?`;
/** The same with whole edges, and edges around their words (`-- 예 -->`). */
const edgePieces = new RegExp(
  String.raw`${apart}|${word}(?:${shape})?|(<?)(${ended})(?:[ \t]*(\|[^|\n]*\|))?|(<?)(?:--|==|-\.)[ \t]*([^\n|]{1,200}?)[ \t]*(${ended})|~~~+|;`,
  "gu",
);
/** A title block before a diagram, its settings, and remarks, which the drawer takes for parts of it. */
const asides = /^\s*---\n[\s\S]*?\n---(?=\n)|%%\{[\s\S]*?\}%%|^[ \t]*%%.*/gmu;
/** No drawing holds more; a longer source is somebody's attack or mistake. */
const mostCharacters = 20_000;
const isPlain = (name: string) => /^[\w-]+$/u.test(name);

/** Whether a source is of nodes and arrows. */
function isFlowchart(source: string): boolean {
  return /^\s*(?:graph|flowchart)\b/u.test(source);
}

/** A flowchart with an edge of the usual length between blanks and its words behind it, the only ones its drawer reads: `A--예--->B;` becomes `A -->|예| B`. */
export function withSpacedEdges(source: string): string {
  if (source.length > mostCharacters) return source;
  return source.replace(edgePieces, (whole, ...found: (string | undefined)[]) => {
    const [start, arrow, label, startOfWords, words, end] = found;
    if (whole === ";") return "\n";
    const drawn = arrow ?? end;
    if (drawn === undefined) return whole;
    const line = drawn.includes(".") ? "-.-" : drawn.startsWith("=") ? "===" : "---";
    const head = drawn.endsWith(">") ? (line === "-.-" ? "-.->" : `${line.slice(0, 2)}>`) : line;
    return ` ${start ?? startOfWords ?? ""}${head}${words === undefined ? (label ?? "") : `|${words}|`} `;
  });
}

function edgesIn(source: string): number {
  return [...source.matchAll(edgePieces)].filter(([whole, , arrow]) => arrow !== undefined || whole[0] === "~").length;
}

/** A flowchart whose nodes have names in ASCII, the only ones its drawer knows: `초고 --> 공개` keeps its words as labels. */
export function withPlainNames(source: string): string {
  const [head = "", ...lines] = source.split("\n");
  if (source.length > mostCharacters) return source;
  if (!isFlowchart(head) || isPlain(source.replace(/[^\p{L}]/gu, ""))) return source;
  const names = new Map<string, string>();
  const labelled = namesWithShapes(lines);
  const plain = (name: string) => {
    const known = names.get(name) ?? `name_${String(names.size + 1)}`;
    names.set(name, known);
    return known;
  };
  const node = (name: string) => {
    const isFirst = !names.has(name) && !labelled.has(name);
    return isFirst ? `${plain(name)}[${name}]` : plain(name);
  };
  const drawn = lines.map((line) => {
    const [, group, title = "", label] = /^(\s*subgraph\s+)([^[\n]+?)\s*(\[.*\])?\s*$/u.exec(line) ?? [];
    if (group !== undefined)
      return isPlain(title) ? line : `${group}${plain(title)} ${label ?? `[${title.replace(/^"|"$/gu, "")}]`}`;
    const named = /^\s*(?:class|style|click)\s/u.test(line) ? plain : node;
    return line.replace(pieces, (whole, name: string | undefined, form: string | undefined) => {
      if (name === undefined || isPlain(name)) return whole;
      return form === undefined ? named(name) : plain(name) + form;
    });
  });
  return [head, ...drawn].join("\n");
}

function namesWithShapes(lines: readonly string[]): ReadonlySet<string> {
  const found = lines.flatMap((line) => [...line.matchAll(pieces)]);
  return new Set(found.flatMap(([, name, form]) => (name !== undefined && form !== undefined ? [name] : [])));
}

/** The last edge of a line: what stands before it, the node it leaves, its arrow and words, the node it enters. */
const lastEdge =
  /^(\s*(?:.*?\s)??)([\w-]+)((?:[[({>][^\n]*[\])}])?)\s*(-->|-\.->|==>)(\|[^|]*\|)?\s*([\w-]+)\s*;?\s*$/u;
const backwards: Readonly<Record<string, string>> = { "-->": "<---", "-.->": "<-.-", "==>": "<===" };

/** A flowchart whose edges back to an earlier node are written from that node, so that what is declared first is drawn first. */
export function inDeclaredOrder(source: string, { edges }: Pick<MermaidGraph, "edges">): string {
  const back = backEdges(edges);
  if (back.size === 0) return source;
  return source
    .split("\n")
    .map((line) => {
      const [, before = "", from = "", shape = "", arrow = "", label, to = ""] = lastEdge.exec(line) ?? [];
      if (!back.has(`${from} ${to}`)) return line;
      return `${before}${from}${shape}\n${to} ${backwards[arrow] ?? "<---"}${label ?? ""} ${from}`;
    })
    .join("\n");
}

/** `from to` of each edge that closes a circle of the edges before it. */
function backEdges(edges: MermaidGraph["edges"]): ReadonlySet<string> {
  const after = new Map<string, string[]>();
  const back = new Set<string>();
  for (const { source, target } of edges) {
    if (source !== target && reaches(after, target, source)) back.add(`${source} ${target}`);
    else after.set(source, [...(after.get(source) ?? []), target]);
  }
  return back;
}

function reaches(after: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const node of seen) for (const next of after.get(node) ?? []) seen.add(next);
  return seen.has(to);
}

const shapes = new Set("svg g defs marker polygon polyline rect text tspan path circle ellipse line title".split(" "));
const attributes = new Set(
  (
    "viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points dx dy id transform fill stroke opacity orient refX refY " +
    "markerWidth markerHeight marker-end marker-start text-anchor font-size font-weight stroke-width stroke-dasharray " +
    "stroke-linejoin stroke-linecap dominant-baseline"
  ).split(" "),
);
/** The drawing's colour roles as the tokens of our style sheet, with colours that hold where no stylesheet is. */
const colours: readonly (readonly [RegExp, string])[] = [
  [/^var\(--(?:bg|_group-fill)\b.*$/u, "var(--paper, #fff)"],
  [/^var\(--_(?:node-fill|group-hdr|key-badge)\b.*$/u, "var(--shade, #f6f6f4)"],
  [/^var\(--(?:fg|_text)\)$/u, "var(--ink, #222)"],
  [/^var\(--_text-\w+\b.*$/u, "var(--soft, #555)"],
  [/^var\(--.*$/u, "var(--soft, #777)"],
];

/** Prints a drawing of shapes and words alone: no style, script, link or foreign element; its ids get a prefix. */
function printedSvg(node: TreeNode, options: { label: string; prefix: string }): string {
  if (node.type === "text") return escapedText(node.value ?? "").trim();
  if (node.type !== "element" || !shapes.has(node.tagName ?? "")) return "";
  let tag = `<${node.tagName ?? "g"}`;
  if (node.tagName === "svg") tag += ` role="img" aria-label="${options.label}"`;
  for (const key in node.properties) {
    const name = attributeOf(key);
    if (attributes.has(name)) tag += ` ${name}="${printedValue(name, node.properties[key], options.prefix)}"`;
  }
  const inside = (node.children ?? []).map((child) => printedSvg(child, options)).join("");
  return `${tag}>${inside}</${node.tagName ?? "g"}>`;
}

/** hast writes `strokeDashArray` and SVG `stroke-dasharray`, but both `viewBox`. */
function attributeOf(property: string): string {
  if (attributes.has(property)) return property;
  return property.replace(/[A-Z]/u, (letter) => `-${letter}`).toLowerCase();
}

function printedValue(name: string, value: PropertyValue, prefix: string): string {
  let out = Array.isArray(value) ? value.join(" ") : String(value);
  if (name === "id") out = prefix + out;
  if (name.startsWith("marker-")) out = out.replace(/^url\(#/u, `url(#${prefix}`);
  if (name === "fill" || name === "stroke") out = colours.find(([role]) => role.test(out))?.[1] ?? out;
  out = out.replace(/-?\d+\.\d{3,}/gu, (number) => String(Math.round(Number(number) * 100) / 100));
  return escaped(out);
}
