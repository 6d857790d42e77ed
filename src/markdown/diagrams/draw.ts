import { htmlToHast } from "satteri";
import { interfaceWords } from "#text/markdown.ts";
import {
  edgesIn,
  isFlowchart,
  namesWithShapes,
  undrawnEdge,
  withEdgesLast,
  withPlainNames,
  withSpacedEdges,
  withTurnedTransitions,
} from "./flowcharts.ts";
import { mendLines, undrawnRelation, withSpacedRelations } from "./lines.ts";
import { printedSvg } from "./printed.ts";
import { blank, readableSequence, sequenceMarkup, space } from "./sequences.ts";
import { element, oneLine, ours, text, textOf, type TreeElement, type TreeNode } from "#markdown/tree.ts";
import { offsetOf, type Work, warn } from "#markdown/work.ts";

/** What is drawn; charts of other kinds are shown as their source. */
const kinds = /^(?:graph|flowchart|sequenceDiagram|stateDiagram(?:-v2)?|classDiagram|erDiagram)\b/u;
const titleLine = /^[ \t]*title:?[ \t]+(?![-=<~.:{|}])(.+)$/mu;
/** A title block before a diagram, its settings, remarks, links and titles, which the drawer takes for parts of it or passes over. */
const asides = new RegExp(
  String.raw`^\s*---\n[\s\S]*?\n---(?=\n)|%%\{[\s\S]*?\}%%|^[ \t]*(?:%%|click[ \t]|acc(?:Title|Descr)[ \t]*:).*|^[ \t]*accDescr[ \t]*\{[^}]*\}|${titleLine.source}`,
  "gmu",
);

/** More take seconds to place, and no reader follows them. */
const mostLinks = 200;
const link = /--|==|-\.|\.\./gu;

/** Draws a mermaid block in place as an SVG with its source folded below; what cannot be drawn, be it one line, stays a code block with a note. */
export async function drawDiagram(figure: TreeElement, work: Work): Promise<void> {
  const words = interfaceWords(work.options.language);
  const pre = figure.children[0] as TreeElement;
  const written = textOf(pre);
  const source = written.replace(asides, "").trim();
  const refuse = (code: "diagram-unknown" | "diagram-line" | "diagram-not-drawn", value: string, offset = 0) => {
    warn(work, code, { offset: (offsetOf(pre) ?? 0) + offset, values: { value } });
    figure.children = [pre, ours("figcaption", words.drawingNote)];
  };
  if (source !== "" && !kinds.test(source)) return refuse("diagram-unknown", source.split(/\s/u)[0] ?? "");
  const links = source.match(link)?.length ?? 0;
  if (links > mostLinks) return refuse("diagram-not-drawn", `${String(links)} > ${String(mostLinks)}`);
  try {
    const { svg, undrawn } = await drawingOf(source);
    if (undrawn !== undefined) {
      const at = work.source.slice(offsetOf(pre)).indexOf(undrawn.trim());
      return refuse("diagram-line", undrawn.trim().slice(0, 60), Math.max(0, at));
    }
    work.drawings += 1;
    const value = printedSvg(svg, { label: labelOf(svg, words.drawing), prefix: `drawing-${String(work.drawings)}-` });
    const box = element("div", { className: ["drawing-box"], tabIndex: 0 }, [{ type: "html", value }]);
    const title = titleLine
      .exec(written)?.[1]
      ?.trim()
      .replace(/^(["'])(.*)\1$/u, "$2");
    const caption = title === undefined ? [] : [element("figcaption", {}, [text(title)])];
    figure.children = [box, ...caption, element("details", {}, [ours("summary", words.drawingSource), pre])];
  } catch (error) {
    refuse("diagram-not-drawn", error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error));
  }
}

/** The drawing of a source, and the first line that is not whole in it. */
async function drawingOf(source: string): Promise<{ svg: TreeNode; undrawn: string | undefined }> {
  const { parseMermaid, renderMermaidSVG } = await import("beautiful-mermaid");
  const [isFlow, isSequence] = [isFlowchart(source), source.startsWith("sequence")];
  const plain = isFlow ? withPlainNames(withSpacedEdges(source)) : withSpacedRelations(withWordsFirst(source));
  const graph = isFlow || source.startsWith("state") ? parseMermaid(plain) : undefined;
  const ordered = graph ? (isFlow ? withEdgesLast : withTurnedTransitions)(plain, graph) : plain;
  const made = isSequence ? sequenceMarkup(readableSequence(source), renderMermaidSVG) : renderMermaidSVG(ordered);
  const markup = withMeantWords(made, source);
  const drawn = htmlToHast(markup, { fragment: true }) as TreeNode;
  const svg = drawn.children?.find((child) => child.tagName === "svg");
  if (!svg || !/<text\b/u.test(markup)) throw new Error("nothing was drawn");
  mendLines(svg, source, graph && { edges: graph.edges, subgraphs: parseMermaid(ordered).subgraphs });
  const lacks = isFlow && graph && graph.edges.length < edgesIn(plain) ? undrawnEdge(source, parseMermaid) : undefined;
  const unrelated = undrawnRelation(source, markup, renderMermaidSVG);
  return { svg, undrawn: lacks ?? unrelated ?? undrawnWords(source, shownIn(svg).join("").replace(/\s/gu, "")) };
}

/** A drawing without its drawer's own words, in English, and our marks, and with the generics of classes (`List~Item~`) as `List<Item>`. */
function withMeantWords(markup: string, source: string): string {
  const plain = markup
    .replaceAll("(no attributes)", "")
    .replace(/(?<=[^>])\u200b(?=<)/gu, "")
    .replaceAll(blank, "")
    .replaceAll(space, " ");
  if (!source.startsWith("class")) return plain;
  return plain.replace(/(?<=[\p{L}\p{N}_])~(?=[\p{L}\p{N}_])/gu, "&lt;").replace(/(?<=[\p{L}\p{N}_~])~/gu, "&gt;");
}

const styling = /^\s*(?:(?:style|classDef|linkStyle|cssClass|direction)\s|class\s+\S+\s+[^\s{["]+\s*$)/u;
/** What the drawer of sequences takes for something else. */
const misread = /^\s*(?:rect|critical|option|box|create|destroy)\b|<<--?>>/u;
/** Names that stand for other words. */
const aliased =
  /(?:participant|actor)\s+(\S+)\s+as\s|\sas\s+(\S+)|^\s*subgraph\s+(\S+)\s*\[|^\s*state\s+(\S+)\s+<<|^\s*([^\s:]+)\s*:\s/gmu;

/** The first line with words that a drawing lacks: all that are not in ASCII, and those in quotes or behind a colon. */
function undrawnWords(source: string, shown: string): string | undefined {
  const [head = "", ...lines] = source.split("\n");
  const names = [...source.matchAll(aliased)].flatMap((found) => found.slice(1));
  const hidden = new Set([...names, ...namesWithShapes(lines)]);
  const isClass = head.startsWith("class");
  const label = isFlowchart(head) ? /"([^"]*)"/gu : /"([^"]*)"|:(.*)$/gu;
  return lines.find((written) => {
    if (styling.test(written)) return false;
    if (head.startsWith("sequence") && misread.test(written)) return true;
    const line = written.replace(/<\/?[a-z]+\s*\/?>|#\w+;|:::\S+|-x(?=\S*:)/giu, " ");
    const labels = [...line.matchAll(label)].flatMap((found) => found[0].match(words) ?? []);
    const said = isClass ? line.replace(/^\s*class\b|\bo(?=--|\.\.)|(?<=--|\.\.)o\b/gu, " ") : line;
    const others = (said.match(words) ?? []).filter(
      (word) => (isClass || /[^\0-\x7f]/u.test(word)) && !hidden.has(word),
    );
    return [...labels, ...others].some((word) => !shown.includes(word));
  });
}

const words = /[\p{L}\p{M}\p{N}]+/gu;

const signs: Readonly<Record<string, string>> = { choice: "◇", fork: "━━", join: "━━" };
const pseudo = /^([ \t]*)state[ \t]+(\S+)[ \t]+<<(choice|fork|join)>>[ \t]*$/gmu;

/** A state diagram with signs for states that are mere choices or forks, and the words of its states first, without which its drawer shows their names. */
function withWordsFirst(source: string): string {
  if (!source.startsWith("state")) return source;
  const signed = source.replace(
    pseudo,
    (...[, indent, name, kind = ""]: string[]) => `${indent}${name} : ${signs[kind]}`,
  );
  if (signed.includes("{")) return signed;
  const [head = "", ...lines] = signed.split("\n");
  const { words = [], rest = [] } = Object.groupBy(lines, (line) =>
    /^\s*(?:state\s+"[^"]*"\s+as\s|[^\s:>]+\s*:)/u.test(line) ? "words" : "rest",
  );
  return [head, ...words, ...rest].join("\n");
}

function shownIn(node: TreeNode): string[] {
  return node.tagName === "text" ? [oneLine(textOf(node))] : (node.children ?? []).flatMap(shownIn);
}

/** `다이어그램: 초고, 퇴고`: the first words that the drawing shows, for those who do not see it. */
function labelOf(svg: TreeNode, kind: string): string {
  const words = [...new Set(shownIn(svg))].filter((word) => word !== "").slice(0, 12);
  return `${kind}: ${words.join(", ")}`.replace(/[&"<]/gu, " ").slice(0, 160);
}
