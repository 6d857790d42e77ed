import { htmlToHast } from "satteri";
import { interfaceWords } from "#text/markdown.ts";
import { withPlainNames } from "./diagram-names.ts";
import { printedSvg } from "./svg.ts";
import { element, ours, textOf, type TreeElement, type TreeNode } from "./tree.ts";
import { offsetOf, type Work, warn } from "./work.ts";

/** Draws a mermaid block in place as an SVG with its source folded below; what cannot be drawn stays a code block with a note. */
export async function drawDiagram(figure: TreeElement, work: Work): Promise<void> {
  const words = interfaceWords(work.options.language);
  const pre = figure.children[0] as TreeElement;
  try {
    const { renderMermaidSVG } = await import("beautiful-mermaid");
    const markup = renderMermaidSVG(withPlainNames(textOf(pre).trim()));
    if (!/<text\b/u.test(markup)) throw new Error("nothing was drawn");
    const drawn = htmlToHast(markup, { fragment: true }) as TreeNode;
    const svg = drawn.children?.find((child) => child.tagName === "svg");
    if (!svg) throw new Error("svg");
    work.drawings += 1;
    const value = printedSvg(svg, { label: words.drawing, prefix: `drawing-${String(work.drawings)}-` });
    const source = element("details", {}, [ours("summary", words.drawingSource), pre]);
    figure.children = [element("div", { className: ["drawing-box"], tabIndex: 0 }, [{ type: "html", value }]), source];
  } catch (error) {
    const message = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
    warn(work, "diagram-not-drawn", { offset: offsetOf(pre), values: { message } });
    figure.children = [pre, ours("figcaption", words.drawingNote)];
  }
}
