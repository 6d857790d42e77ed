import temml from "temml";
import { restoredCode } from "./sentinels.ts";
import { text, textOf, type TreeElement, type TreeNode } from "./tree.ts";
import { offsetOf, type Work, warn } from "./work.ts";

/** The MathML of a formula (`code.language-math`), undefined for other code; bad TeX stays code, with a warning. */
export function formula(code: TreeElement, work: Work): TreeNode[] | undefined {
  const classes = [code.properties["className"] ?? []].flat();
  if (!classes.includes("language-math")) return undefined;
  const tex = restoredCode(textOf(code)).trim();
  const display = classes.includes("math-display");
  try {
    const value = temml.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      trust: false,
      maxExpand: 1000,
    });
    return [{ type: "html", value: withoutStyles(value) }];
  } catch (error) {
    const message = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
    warn(work, "math-bad", { offset: offsetOf(code), values: { message } });
    code.properties = { className: ["math-bad"] };
    code.children = [text(tex)];
    return [code];
  }
}

/** Temml writes spacing and alignment as style attributes, which our policy forbids. */
function withoutStyles(mathml: string): string {
  return mathml.replace(/ style="[^"]*"/gu, "");
}
