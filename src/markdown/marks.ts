import { element, type TreeElement, type TreeNode } from "./tree.ts";

const delimiter = /(?<!=)==(?!=)/gu;

/** Makes `==표시==` among an element's children a mark, seeing over other inline elements. */
export function markChildren(parent: TreeElement): void {
  if (!parent.children.some((child) => child.type === "text" && (child.value ?? "").includes("=="))) return;
  const out: TreeNode[] = [];
  let opened = -1;
  for (const child of parent.children) {
    if (child.type !== "text") {
      out.push(child);
      continue;
    }
    const value = child.value ?? "";
    let from = 0;
    for (const { index } of value.matchAll(delimiter)) {
      const [before, after] = [value[index - 1] ?? "", value[index + 2] ?? ""];
      const closes = opened !== -1 && !/^\s/u.test(before) && !/^[a-z0-9]/iu.test(after);
      if (!closes && !canOpen(before, after, parent.children.at(-1) === child)) continue;
      if (index > from) out.push({ ...child, value: value.slice(from, index) });
      if (closes) out.push(element("mark", {}, opened === -1 ? [] : out.splice(opened).slice(1)));
      opened = closes ? -1 : out.push({ ...child, value: "==" }) - 1;
      from = index + 2;
    }
    if (from < value.length) out.push({ ...child, value: value.slice(from) });
  }
  parent.children = out;
}

/** `a==b` and `x == y` are comparisons. */
function canOpen(before: string, after: string, isLast: boolean): boolean {
  return !/^[a-z0-9)\]!<>]/iu.test(before) && !/^\s/u.test(after) && !(isLast && after === "");
}
