import { markdownToHast } from "satteri";
import { anchors } from "#model/anchor.ts";
import type { Heading } from "#model/post.ts";
import { interfaceWords } from "#text/markdown.ts";
import { preparedSource, ruby } from "./prepare.ts";
import { linksKnown } from "./links.ts";
import { decodedText, rawTokens } from "./raw-tokens.ts";
import { restoredCode, restoredText } from "./sentinels.ts";
import { element, headingNames, isBlank, isElement, oneLine, textOf, type TreeElement, type TreeNode } from "./tree.ts";
import { wordsOf } from "./words.ts";
import { type Step, warn, type Work } from "./work.ts";

/** Shifts and fixes a heading's level (the first is h2, none is skipped), gives it an id of its words and a link to itself, which does not say them again. */
export const heading: Step = (node, work) => {
  if (node.properties["id"] === "footnote-label") return undefined;
  const depth = normalisedLevel(Number(node.tagName[1]), work);
  const shown = wordsOf(node);
  const written = node.properties["id"];
  const raw = rawSource(node, work) ?? textOf(node);
  tellAccident(node, work);
  const id = typeof written === "string" ? takenId(written, work) : work.anchors.idOf(shown);
  noteHeading({ depth, id, text: shown }, work);
  node.tagName = `h${String(depth)}`;
  // `{onclick=…}` would be an attribute too.
  node.properties = { id };
  const label = interfaceWords(work.options.language).headingLink;
  node.children.push(element("a", { className: ["anchor"], href: `#${id}`, ariaLabel: label }));
  if (typeof written !== "string" && oneLine(raw) !== shown) noteSecondAnchor(node, raw, work);
  return undefined;
};

/** Gives headings an empty target with the id that Hugo makes of their raw source too, where no other id is that name. */
export function placeSecondAnchors(work: Work): void {
  for (const { heading: node, id } of work.secondAnchors) {
    if (work.anchors.idOf(id) === id) node.children.unshift(element("a", { id }));
  }
}

function noteSecondAnchor(node: TreeElement, raw: string, work: Work): void {
  const id = String(node.properties["id"]);
  const fromSource = anchors().idOf(raw);
  if (fromSource !== id) work.secondAnchors.push({ heading: node, id: fromSource });
}

function noteHeading(found: Heading, work: Work): void {
  work.headings.push(found);
  work.headingIds.add(found.id);
}

function takenId(written: string, work: Work): string {
  const id = written.normalize("NFC");
  if (work.headingIds.has(id)) return work.anchors.idOf(id);
  work.anchors.take(id);
  return id;
}

const comment = /<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/gu;

/** What stands after the `#`s in the author's file, as far as readers may know it; undefined where the parser gave no place but that of the HTML around. */
function rawSource(node: TreeElement, work: Work): string | undefined {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  const raw = start === undefined || end === undefined ? "<" : work.source.slice(start, end).trim();
  if (raw.startsWith("<")) return undefined;
  const bare = raw.startsWith("#") ? raw.replace(/^#+/u, "").replace(/\s#+$/u, "") : raw.replace(/\n[^\n]*$/u, "");
  const known = linksKnown(restoredCode(bare), work).replace(comment, "");
  return known.replace(/(?<!\\)\{[ \t]*[#.][^{}]*\}\s*$/u, "");
}

/** A sentence or more lines than one above `---` became a heading where its author wanted a line; a heading may have no words. */
function tellAccident({ position }: TreeElement, work: Work): void {
  const offset = position?.start.offset ?? 0;
  const source = work.source.slice(offset, position?.end.offset ?? 0).trim();
  const words = /^(?!#)([\s\S]*)\n[ \t>]*-+$/u.exec(source)?.[1] ?? "";
  if (words.includes("\n") || /[.…]["'”’)*_]*$/u.test(words.trim()))
    warn(work, "heading-underlined", { offset, values: { written: oneLine(words) } });
  if (/^#+$/u.test(source)) warn(work, "heading-empty", { offset });
}

/** The level that leaves no gap: one below the nearest open section with a smaller written level. */
function normalisedLevel(written: number, work: Pick<Work, "levels">): number {
  while ((work.levels.at(-1) ?? 0) >= written) work.levels.pop();
  work.levels.push(written);
  return Math.min(work.levels.length + 1, 6);
}

/** Notes a heading that is raw HTML, gives it an id where it has none and returns the name to print. */
export function rawHeading(
  name: string,
  from: { passed: TreeElement["properties"]; inside: string },
  work: Work,
): string {
  const depth = normalisedLevel(Number(name[1]), work);
  const inside = from.inside.slice(0, 1000).split(/<\/?h[1-6]/iu, 1)[0] ?? "";
  const said = rawTokens(inside).map((token) => (token.kind === "text" ? token.value : ""));
  const words = oneLine(decodedText(said.join("")));
  const written = from.passed["id"];
  const id = typeof written === "string" ? written : work.anchors.idOf(words);
  from.passed["id"] = id;
  noteHeading({ depth, id, text: words }, work);
  return `h${String(depth)}`;
}

const markedUp = /(`+)(?!`)(.+?)(?<!`)\1(?!`)|\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*/gu;

/** A title as plain words: its author may write `**굵게**`, `` `코드` `` and `{漢字|한자}` there too. */
export function plainTitle(written: string): string {
  const bare = /\*\*|`/u.test(written) ? written.replace(markedUp, "$2$3") : written;
  return bare.replace(ruby, (_, both: string) => `${both.replace("|", "(").replaceAll("|", "")})`);
}

/**
 * The title that a body states: its first heading of the first level, else a heading that it begins with and that has no
 * equal below; undefined where there is none.
 */
export function titleIn(source: string): string | undefined {
  const prepared = preparedSource(source, { math: false });
  const root = markdownToHast(prepared, { features: { headingAttributes: true, frontmatter: false } }) as TreeNode;
  const all = (root.children ?? []).filter((node) => isElement(node, ...headingNames)) as TreeElement[];
  const [first, ...others] = all;
  const isAlone = first !== undefined && others.every(({ tagName }) => tagName > first.tagName);
  const found = all.find(({ tagName }) => tagName === "h1") ?? (isAlone && first === opening(root) ? first : undefined);
  return found && plainWords(found);
}

/** Takes a heading out that only repeats the page's title, before the steps: the first heading, where it begins the body or is of the first level. */
export function dropTitle(root: TreeNode, title: string | undefined): void {
  if (title === undefined) return;
  const first = root.children?.find((node) => isElement(node, ...headingNames));
  if (!first || (first.tagName !== "h1" && first !== opening(root)) || holdsMore(first)) return;
  if (plainWords(first) !== oneLine(title.normalize("NFC"))) return;
  root.children = root.children?.filter((node) => node !== first) ?? [];
}

/** The first node that shows something. */
function opening(root: TreeNode): TreeNode | undefined {
  return root.children?.find((node) => !isBlank(node) && !(node.type === "raw" && /^<!--/u.test(node.value ?? "")));
}

/** A picture or a call of a footnote would be lost with it. */
function holdsMore(node: TreeNode): boolean {
  if (node.tagName === "img" || node.properties?.["dataFootnoteRef"] !== undefined) return true;
  return (node.children ?? []).some(holdsMore);
}

function plainWords(node: TreeNode): string {
  return plainTitle(oneLine(restoredText(wordsOf(node)).normalize("NFC")));
}
