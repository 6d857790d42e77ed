import { htmlToHast } from "satteri";
import { interfaceWords } from "#text/markdown.ts";
import { isFlowchart, withPlainNames } from "./diagram-names.ts";
import { inDeclaredOrder } from "./diagram-order.ts";
import { printedSvg } from "./svg.ts";
import { element, ours, textOf, type TreeElement, type TreeNode } from "./tree.ts";
import { offsetOf, type Work, warn } from "./work.ts";

/** Draws a mermaid block in place as an SVG with its source folded below; what cannot be drawn stays a code block with a note. */
export async function drawDiagram(figure: TreeElement, work: Work): Promise<void> {
  const words = interfaceWords(work.options.language);
  const pre = figure.children[0] as TreeElement;
  try {
    const { parseMermaid, renderMermaidSVG } = await import("beautiful-mermaid");
    const plain = withPlainNames(textOf(pre).trim());
    const markup = renderMermaidSVG(isFlowchart(plain) ? inDeclaredOrder(plain, parseMermaid(plain)) : plain);
    if (!/<text\b/u.test(markup)) throw new Error("nothing was drawn");
    const drawn = htmlToHast(markup, { fragment: true }) as TreeNode;
    const svg = drawn.children?.find((child) => child.tagName === "svg");
    if (!svg) throw new Error("svg");
    work.drawings += 1;
    const value = printedSvg(svg, { label: labelOf(svg, words.drawing), prefix: `drawing-${String(work.drawings)}-` });
    const source = element("details", {}, [ours("summary", words.drawingSource), pre]);
    figure.children = [element("div", { className: ["drawing-box"], tabIndex: 0 }, [{ type: "html", value }]), source];
  } catch (error) {
    const message = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
    warn(work, "diagram-not-drawn", { offset: offsetOf(pre), values: { message } });
    figure.children = [pre, ours("figcaption", words.drawingNote)];
  }
}

/** `다이어그램: 초고, 퇴고`: the first words that the drawing shows, for those who do not see it. */
function labelOf(svg: TreeNode, kind: string): string {
  const shown = (node: TreeNode): string[] =>
    node.tagName === "text"
      ? [
          textOf(node as TreeElement)
            .replace(/\s+/gu, " ")
            .trim(),
        ]
      : (node.children ?? []).flatMap(shown);
  const words = [...new Set(shown(svg))].filter((word) => word !== "").slice(0, 12);
  return `${kind}: ${words.join(", ")}`.replace(/[&"<]/gu, " ").slice(0, 160);
}
