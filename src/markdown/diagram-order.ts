import type { MermaidGraph } from "beautiful-mermaid";

/** The last edge of a line: what stands before it, the node it leaves, its arrow and words, the node it enters. */
const lastEdge =
  /^(\s*(?:.*?\s)??)([\w-]+)((?:[[({>][^\n]*[\])}])?)\s*(-->|-\.->|==>|--\s.+?\s-->)(\|[^|]*\|)?\s*([\w-]+)\s*;?\s*$/u;
const backwards: Readonly<Record<string, string>> = { "-->": "<---", "-.->": "<-.-", "==>": "<===" };

/** A flowchart whose edges back to an earlier node are written from that node, so that what is declared first is drawn first. */
export function inDeclaredOrder(source: string, { edges }: Pick<MermaidGraph, "edges">): string {
  const back = backEdges(edges);
  if (back.size === 0) return source;
  return source
    .split("\n")
    .map((line) => {
      const [, before = "", from = "", shape = "", arrow = "", label, to = ""] = lastEdge.exec(line) ?? [];
      if (!back.has(`${from} ${to}`)) return line;
      const words = label ?? (arrow.length > 4 ? `|${arrow.slice(2, -3).trim()}|` : "");
      return `${before}${from}${shape}\n${to} ${backwards[arrow] ?? "<---"}${words} ${from}`;
    })
    .join("\n");
}

/** `from to` of each edge that closes a circle of the edges before it. */
function backEdges(edges: MermaidGraph["edges"]): ReadonlySet<string> {
  const after = new Map<string, string[]>();
  const back = new Set<string>();
  for (const { source, target } of edges) {
    if (source !== target && reaches(after, target, source)) back.add(`${source} ${target}`);
    else after.set(source, [...(after.get(source) ?? []), target]);
  }
  return back;
}

function reaches(after: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const node of seen) for (const next of after.get(node) ?? []) seen.add(next);
  return seen.has(to);
}
