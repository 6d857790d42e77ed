import { interfaceWords } from "#text/markdown.ts";
import { restoredCode } from "./sentinels.ts";
import { element, textOf } from "./tree.ts";
import type { Step, Work } from "./work.ts";
import { anchors } from "#model/anchor.ts";

/** Shifts and mends a heading's level (the first is h2, none is skipped), gives it Hugo's id and a link to itself. */
export const heading: Step = (node, work) => {
  if (node.properties["id"] === "footnote-label") return undefined;
  const depth = mendedLevel(Number(node.tagName[1]), work);
  const shown = textOf(node).replace(/\s+/gu, " ").trim();
  const id = idOf(node, work);
  work.headings.push({ depth, id, text: shown });
  node.tagName = `h${String(depth)}`;
  node.properties["id"] = id;
  const label = interfaceWords(work.options.language).headingLink(shown);
  node.children.push(element("a", { className: ["anchor"], href: `#${id}`, ariaLabel: label }));
  const fromText = anchors().idOf(shown);
  if (fromText !== id && !work.headings.some((other) => other.id === fromText)) {
    node.children.unshift(element("a", { id: work.anchors.idOf(fromText) }));
  }
  return undefined;
};

function idOf(node: Parameters<Step>[0], work: Work): string {
  const written = node.properties["id"];
  if (typeof written === "string") {
    work.anchors.take(written);
    return written.normalize("NFC");
  }
  return work.anchors.idOf(rawSource(node, work) ?? textOf(node));
}

/** What stands after the `#`s in the author's file; undefined where the parser gave no place. */
function rawSource(node: Parameters<Step>[0], work: Work): string | undefined {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start === undefined || end === undefined) return undefined;
  const raw = work.source.slice(start, end).trim();
  const bare = raw.startsWith("#") ? raw.replace(/^#+/u, "").replace(/\s#+$/u, "") : raw.replace(/\n[^\n]*$/u, "");
  return restoredCode(bare).replace(/\s+/gu, " ");
}

/** The level that leaves no gap: one below the nearest open section with a smaller written level. */
export function mendedLevel(written: number, work: Pick<Work, "levels">): number {
  while ((work.levels.at(-1) ?? 0) >= written) work.levels.pop();
  work.levels.push(written);
  return Math.min(work.levels.length + 1, 6);
}
