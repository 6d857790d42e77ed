import { interfaceWords } from "#text/markdown.ts";
import type { Step } from "./work.ts";

/** A task's box says whether the task is done, as it stands without a label of its own. */
export const taskBox: Step = (node, work) => {
  if (node.properties["type"] !== "checkbox") return undefined;
  const words = interfaceWords(work.options.language);
  node.properties["ariaLabel"] = node.properties["checked"] === true ? words.done : words.notDone;
  return undefined;
};
