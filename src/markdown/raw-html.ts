import type { TreeNode } from "./tree.ts";
import type { Work } from "./work.ts";

/** first cut */
export class RawHtml {
  readonly work: Work;
  hides = false;
  constructor(work: Work) {
    this.work = work;
  }
  enter(): void {
    this.hides = false;
  }
  leave(): string {
    return "";
  }
  passed(node: TreeNode): string {
    const value = (node.value ?? "").replace(/<!--[\s\S]*?-->/gu, "");
    return /^<\/?(?:hr|br|details|summary|kbd|sup|sub|mark|u|b|i|s)\s*\/?>$/iu.test(value.trim())
      ? value
      : value.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  }
}
