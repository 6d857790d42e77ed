import { restoredText } from "./sentinels.ts";
import { element, text, type TreeNode } from "./tree.ts";

const annotated =
  /[{\ufddb]([^{}|\n]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][^{}|\n]*)\|([^{}\n\ufddc]+)[}\ufddc]/gu;

/** Makes `{漢字|한자}` (or `{漢字|한|자}`, a reading for each character) in a text node a ruby annotation; for text whose sentinels still stand, so that `\\{` is told from `{`. */
export function withRuby(node: TreeNode): TreeNode[] {
  const value = node.value ?? "";
  const out: TreeNode[] = [];
  let from = 0;
  for (const match of value.matchAll(annotated)) {
    const [whole, base = "", readings = ""] = match;
    if (match.index > from) out.push({ ...node, value: value.slice(from, match.index) });
    out.push(ruby(base, readings.split("|")));
    from = match.index + whole.length;
  }
  if (from < value.length || out.length === 0) out.push({ ...node, value: value.slice(from) });
  return out;
}

function ruby(base: string, readings: readonly string[]): TreeNode {
  const characters = [...restoredText(base)];
  const each = readings.length === characters.length;
  const pairs = each
    ? characters.map((c, i) => [c, readings[i] ?? ""] as const)
    : [[restoredText(base), readings.join("")] as const];
  const parts = pairs.flatMap(([below, above]) => [
    text(below),
    element("rp", {}, [text("(")]),
    element("rt", {}, [text(above)]),
    element("rp", {}, [text(")")]),
  ]);
  return element("ruby", {}, parts);
}
