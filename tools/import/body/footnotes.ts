import type { PageContext } from "#tools/import/shared/page-context.ts";
import { type Edit, edited, type MarkdownNode, parsedMarkdown, type Span, spanOf } from "./markdown-map.ts";

interface Footnote extends Span {
  readonly name: string;
  /** The footnotes that it cites itself. */
  readonly cites: readonly string[];
}

/**
 * A body whose footnotes are all shown: one that nothing in the text leads to (it cites itself, or its name was taken)
 * becomes a paragraph where it stands, with a warning.
 */
export function withCitedFootnotes(body: string, context: PageContext): string {
  if (!/\[\^[^\]\n]+\]:/u.test(body)) return body;
  const root = parsedMarkdown(body);
  const footnotes = footnotesIn(root);
  const byName = new Map([...footnotes].reverse().map((footnote) => [footnote.name, footnote]));
  const reached = new Set<string>();
  const reach = (names: readonly string[]): void => {
    for (const name of names.filter((one) => !reached.has(one))) {
      reached.add(name);
      reach(byName.get(name)?.cites ?? []);
    }
  };
  reach(citedIn(root));
  const edits = footnotes.flatMap((footnote): Edit[] => {
    if (reached.has(footnote.name) && byName.get(footnote.name) === footnote) return [];
    reach([footnote.name, ...footnote.cites]);
    context.warn("footnote-uncited", footnote.start, { written: `[^${footnote.name}]` });
    return [asParagraph(body, footnote)];
  });
  return edited(body, edits);
}

function footnotesIn(node: MarkdownNode): Footnote[] {
  if (node.type !== "footnoteDefinition") return (node.children ?? []).flatMap(footnotesIn);
  return [{ ...spanOf(node), name: node.identifier ?? "", cites: (node.children ?? []).flatMap(citedIn) }];
}

function citedIn(node: MarkdownNode): string[] {
  if (node.type === "footnoteReference") return [node.identifier ?? ""];
  return node.type === "footnoteDefinition" ? [] : (node.children ?? []).flatMap(citedIn);
}

/** The lines of a footnote as text: its mark shown, its further lines without their indent. */
function asParagraph(body: string, { start, end }: Footnote): Edit {
  const lineStart = body.slice(body.lastIndexOf("\n", start - 1) + 1, start);
  const above = body.slice(0, start - lineStart.length);
  const text = body.slice(start, end);
  const lines = lineStart.includes(">") ? text : text.replace(/\n(?: {1,4}|\t)/gu, "\n");
  const isTop = lineStart.trim() === "";
  const before = isTop && !/(?:^|\n[ \t]*)\n[ \t]*$|^$/u.test(above) ? "\n" : "";
  const after = isTop && /^\n[ \t]*\S/u.test(body.slice(end)) ? "\n" : "";
  return { start, end, text: `${before}\\${lines}${after}` };
}
