import { escaped, escapedText } from "#model/escape.ts";
import type { PropertyValue, TreeNode } from "./tree.ts";

const shapes = new Set("svg g defs marker polygon polyline rect text tspan path circle ellipse line title".split(" "));
/** hast's spelling → SVG's. */
const attributes: Readonly<Record<string, string>> = {
  ...{ viewBox: "viewBox", width: "width", height: "height", x: "x", y: "y", x1: "x1", y1: "y1", x2: "x2", y2: "y2" },
  ...{ cx: "cx", cy: "cy", r: "r", rx: "rx", ry: "ry", d: "d", points: "points", dx: "dx", dy: "dy", id: "id" },
  ...{ transform: "transform", fill: "fill", stroke: "stroke", opacity: "opacity", orient: "orient" },
  ...{ refX: "refX", refY: "refY", markerWidth: "markerWidth", markerHeight: "markerHeight" },
  ...{ markerEnd: "marker-end", markerStart: "marker-start", textAnchor: "text-anchor", fontSize: "font-size" },
  ...{ fontWeight: "font-weight", strokeWidth: "stroke-width", strokeDashArray: "stroke-dasharray" },
  ...{ strokeLineJoin: "stroke-linejoin", strokeLineCap: "stroke-linecap", dominantBaseline: "dominant-baseline" },
};
/** The drawing's colour roles as the tokens of our style sheet, with colours that hold where no stylesheet is. */
const colours: readonly (readonly [RegExp, string])[] = [
  [/^var\(--(?:bg|_group-fill)\b.*$/u, "var(--paper, #fff)"],
  [/^var\(--_(?:node-fill|group-hdr|key-badge)\b.*$/u, "var(--shade, #f6f6f4)"],
  [/^var\(--(?:fg|_text)\)$/u, "var(--ink, #222)"],
  [/^var\(--_text-\w+\b.*$/u, "var(--soft, #555)"],
  [/^var\(--.*$/u, "var(--soft, #777)"],
];

/** Prints a drawing of shapes and words alone: no style, script, link or foreign element; its ids get a prefix. */
export function printedSvg(node: TreeNode, options: { label: string; prefix: string }): string {
  if (node.type === "text") return escapedText(node.value ?? "").trim();
  if (node.type !== "element" || !shapes.has(node.tagName ?? "")) return "";
  let tag = `<${node.tagName ?? "g"}`;
  if (node.tagName === "svg") tag += ` role="img" aria-label="${options.label}"`;
  for (const key in node.properties) {
    const name = attributes[key];
    if (name !== undefined) tag += ` ${name}="${printedValue(name, node.properties[key], options.prefix)}"`;
  }
  const inside = (node.children ?? []).map((child) => printedSvg(child, options)).join("");
  return `${tag}>${inside}</${node.tagName ?? "g"}>`;
}

function printedValue(name: string, value: PropertyValue, prefix: string): string {
  let out = Array.isArray(value) ? value.join(" ") : String(value);
  if (name === "id") out = prefix + out;
  if (name.startsWith("marker-")) out = out.replace(/^url\(#/u, `url(#${prefix}`);
  if (name === "fill" || name === "stroke") out = colours.find(([role]) => role.test(out))?.[1] ?? out;
  out = out.replace(/-?\d+\.\d{3,}/gu, (number) => String(Math.round(Number(number) * 100) / 100));
  return escaped(out);
}
