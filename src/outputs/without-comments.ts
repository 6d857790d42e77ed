import { markdownToMdast } from "satteri";

interface Node {
  readonly type: string;
  readonly identifier?: string;
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
  readonly children?: readonly Node[];
}
type Range = readonly [start: number, end: number];

const references = new Set(["linkReference", "imageReference", "footnoteReference"]);

/**
 * Markdown without what its page never shows: HTML comments (those in code stay) and definitions that nothing refers
 * to, such as `[//]: # (note)`. A comment that nobody closes goes to the end, as browsers hide it.
 */
export function withoutComments(markdown: string): string {
  if (!/<!--|\]:/u.test(markdown)) return markdown;
  const nodes = [...every(markdownToMdast(markdown, { position: true }) as Node)];
  const referred = new Set(nodes.filter(({ type }) => references.has(type)).map(({ identifier }) => identifier));
  const ranges = nodes.flatMap((node): Range[] => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return [];
    if (node.type === "html") return commentsIn(markdown, start, end);
    const defines = node.type === "definition" || node.type === "footnoteDefinition";
    return defines && !referred.has(node.identifier) ? [[start, end]] : [];
  });
  return cut(markdown, ranges)
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

function* every(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* every(child);
}

function commentsIn(markdown: string, start: number, end: number): Range[] {
  const found: Range[] = [];
  for (let from = markdown.indexOf("<!--", start); from !== -1 && from < end;) {
    const empty = /^<!--(?:-?>)/u.exec(markdown.slice(from, from + 6))?.[0].length;
    const close = markdown.indexOf("-->", from + 4);
    const after = empty ? from + empty : close === -1 ? markdown.length : close + 3;
    found.push([from, after]);
    from = markdown.indexOf("<!--", after);
  }
  return found;
}

function cut(text: string, ranges: readonly Range[]): string {
  let kept = "";
  let at = 0;
  for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
    if (start > at) kept += text.slice(at, start);
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
}
