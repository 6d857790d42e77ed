import { escaped, escapedText } from "#model/escape.ts";
import type { PropertyValue, TreeNode } from "#markdown/tree.ts";

const shapes = new Set("svg g defs marker polygon polyline rect text tspan path circle ellipse line title".split(" "));
const attributes = new Set(
  (
    "viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points dx dy id transform fill stroke opacity orient refX refY " +
    "markerWidth markerHeight marker-end marker-start text-anchor font-size font-weight stroke-width stroke-dasharray " +
    "stroke-linejoin stroke-linecap paint-order dominant-baseline"
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
export function printedSvg(node: TreeNode, options: { label: string; prefix: string }): string {
  if (node.type === "text") return escapedText((node.value ?? "").replace(/\s*\n\s*/gu, ""));
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
