import { interfaceWords } from "#text/markdown.ts";
import { element } from "./tree.ts";
import type { Step } from "./work.ts";

/** Alignment by class, never by a style attribute; a header cell says that it heads its column. */
export const tableCell: Step = (node) => {
  const style = node.properties["style"];
  const align = typeof style === "string" ? /text-align:\s*(left|center|right)/u.exec(style)?.[1] : undefined;
  node.properties = { ...node.properties, style: undefined, className: align ? [`ta-${align}`] : undefined };
  if (node.tagName === "th") node.properties["scope"] = "col";
  return undefined;
};

/** A table in a box of its own, which scrolls by keyboard too. */
export const table: Step = (node, work) => {
  const ariaLabel = interfaceWords(work.options.language).table;
  return [element("div", { className: ["table-scroll"], tabIndex: 0, role: "region", ariaLabel }, [node])];
};
