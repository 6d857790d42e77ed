import type { MermaidGraph } from "beautiful-mermaid";
import { groupsIn } from "./groups.ts";

const word = "[\\p{L}\\p{N}\\p{M}_]+(?:-[\\p{L}\\p{N}\\p{M}_]+)*";
const shape = "\\[[^\\]\\n]{0,200}\\]+|\\([^)\\n]{0,200}\\)+|\\{[^}\\n]{0,200}\\}+|>[^\\]\\n]{0,200}\\]";
const quoted = `"[^"\\n]*"|\\|[^|\\n]*\\||:::${word}`;
/** Quoted words, words of an edge (`|예|`), a class; else a node's name with the shape behind it. */
const pieces = new RegExp(`${quoted}|(${word})(${shape})?`, "gu");
const ended = String.raw`--+[->ox]|==+[=>ox]|-?\.+-[>ox]?`;
/** The same with whole edges, and edges around their words (`-- 예 -->`). */
const edgePieces = new RegExp(
  String.raw`${quoted}|${word}(?:${shape})?|(<?)(${ended})(?:[ \t]*(\|[^|\n]*\|))?|(<?)(?:--|==|-\.)[ \t]*([^\n|]{1,200}?)[ \t]*(${ended})|~~~+|;`,
  "gu",
);
/** Ends the words of what is drawn otherwise than its drawer knows it, as of a transition that is written the other way round; alone, it stands for words that only hold a place. */
export const unseen = "\u200b";
/** No drawing holds more; a longer source is somebody's attack or mistake. */
const mostCharacters = 20_000;
const isPlain = (name: string) => /^[\w-]+$/u.test(name);

export function isFlowchart(source: string): boolean {
  return /^\s*(?:graph|flowchart)\b/u.test(source);
}

/** A flowchart with an edge of the usual length between blanks and its words behind it, the only ones its drawer reads: `A--예--->B;` becomes `A -->|예| B`. Slanted boxes (`[/예/]`) stay marked as such: it knows them as trapezoids. */
export function withSpacedEdges(source: string): string {
  if (source.length > mostCharacters) return source;
  const directed = source
    .replace(/^(\s*(?:graph|flowchart))[ \t]*(?=;|\n|$)/u, "$1 TD")
    .replace(/\[\/([^\]\n]*?)("?)\/\]/gu, `[/$1${unseen}$2\\]`)
    .replace(/\[\\([^\]\n]*?)("?)\\\]/gu, `[\\$1${unseen}$2/]`);
  return directed.replace(edgePieces, (whole, ...found: (string | undefined)[]) => {
    const [start, arrow, label, startOfWords, words, end] = found;
    if (whole === ";") return "\n";
    const drawn = arrow ?? end;
    if (drawn === undefined) return whole;
    const line = drawn.includes(".") ? "-.-" : drawn.startsWith("=") ? "===" : "---";
    const head = drawn.endsWith(">") ? (line === "-.-" ? "-.->" : `${line.slice(0, 2)}>`) : line;
    return ` ${start ?? startOfWords ?? ""}${head}${words === undefined ? (label ?? "") : `|${words}|`} `;
  });
}

export function edgesIn(source: string): number {
  return [...source.matchAll(edgePieces)].filter(([whole, , arrow]) => arrow !== undefined || whole[0] === "~").length;
}

/** The first line with an edge that the drawer does not know. */
export function undrawnEdge(source: string, parse: (source: string) => Pick<MermaidGraph, "edges">): string {
  const lines = source.split("\n").slice(1);
  const isUndrawn = (line: string) => {
    const plain = withPlainNames(withSpacedEdges(`graph TD\n${line}`));
    return parse(plain).edges.length < edgesIn(plain);
  };
  return lines.find(isUndrawn) ?? lines[0] ?? "";
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

/** Names that stand for the words in a shape. */
export function namesWithShapes(lines: readonly string[]): ReadonlySet<string> {
  const found = lines.flatMap((line) => [...line.matchAll(pieces)]);
  return new Set(found.flatMap(([, name, form]) => (name !== undefined && form !== undefined ? [name] : [])));
}

type Edge = MermaidGraph["edges"][number];

const arrows = { solid: ["---", "-->"], dotted: ["-.-", "-.->"], thick: ["===", "==>"] } as const;

/** A flowchart with its edges behind its nodes, one a line, those back to an earlier node written from that node, so that what is declared first is drawn first. */
export function withEdgesLast(source: string, graph: MermaidGraph): string {
  const back = backEdges(graph.edges);
  const drawn = graph.edges.map((edge) => (back.has(`${edge.source} ${edge.target}`) ? turned(edge) : edge));
  const classes = [...graph.classAssignments].map((names) => `class ${names.join(" ")}`);
  return [...nodesOf(source, graph), ...classes, ...unmerged(drawn).map(written)].join("\n");
}

const apart = /^\s*(?:(?:subgraph|direction|style|class|classDef|linkStyle)(?=\s)|end(?=\s*$))/u;

/** The lines of a flowchart without its edges, each node in the group that names it, be it after others, and with the words that stand by its name anywhere: its drawer looks no further than where a name stands first. */
function nodesOf(source: string, graph: MermaidGraph): string[] {
  const groups = groupsIn(graph.subgraphs);
  const isNested = groups.some(({ around }) => around.length > 0);
  const [homes, forms] = [new Map<string, number>(), new Map<string, string>()];
  const open = [0];
  const lines = source.split("\n").map((line, at) => {
    const [word = ""] = apart.exec(line) ?? [];
    if (word.endsWith("subgraph")) open.unshift(at);
    if (word.endsWith("end")) open.shift();
    if (word.endsWith("direction") && isNested) return "";
    if (at === 0 || word !== "") return line;
    for (const [, name = "", form] of line.matchAll(pieces)) {
      if (!graph.nodes.has(name) || groups.some(({ id }) => id === name)) continue;
      if (form !== undefined) forms.set(name, form);
      homes.set(name, homes.get(name) || (open[0] ?? 0));
    }
    return "";
  });
  const inside = Map.groupBy(homes.keys(), (name) => homes.get(name));
  return lines.flatMap((line, at) => [line, ...(inside.get(at) ?? []).map((name) => name + (forms.get(name) ?? ""))]);
}

function turned(edge: Edge): Edge {
  const { source, target, hasArrowStart, hasArrowEnd } = edge;
  return { ...edge, source: target, target: source, hasArrowStart: hasArrowEnd, hasArrowEnd: hasArrowStart };
}

function written({ source, target, label, style, hasArrowStart, hasArrowEnd }: Edge): string {
  const words = label === undefined ? "" : `|${label.replaceAll("\n", "<br>")}|`;
  return `${source} ${hasArrowStart ? "<" : ""}${arrows[style][hasArrowEnd ? 1 : 0]}${words} ${target}`;
}

/** Edges in styles of which those that meet have at least two: the drawer leads edges of one style from a node, or into one, over each other and behind other nodes. The right style comes back once they are drawn. */
function unmerged(edges: readonly Edge[]): Edge[] {
  const firsts = new Map<string, string>();
  return edges.map((edge) => {
    const ends = [`from ${edge.source}`, `to ${edge.target}`];
    const taken = ends.map((end) => firsts.get(end));
    const style = (["solid", "dotted", "thick"] as const).find((free) => !taken.includes(free)) ?? "solid";
    for (const end of ends) if (!firsts.has(end)) firsts.set(end, style);
    return { ...edge, style };
  });
}

const transition = /^([ \t]*)([\p{L}\p{N}_-]+)([ \t]*-->[ \t]*)([\p{L}\p{N}_-]+)(?:[ \t]*:[ \t]*(.+))?$/gmu;

/** A state diagram whose transitions back to an earlier state are written from that state. */
export function withTurnedTransitions(source: string, { edges }: MermaidGraph): string {
  const back = backEdges(edges);
  return source.replace(transition, (whole, ...[indent, from, arrow, to, label = ""]: string[]) =>
    back.has(`${from} ${to}`) ? `${indent}${to}${arrow}${from} : ${label}${unseen}` : whole,
  );
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
