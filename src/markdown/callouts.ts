import { interfaceWords } from "#text/markdown.ts";
import { element, isBlank, isElement, text, type TreeElement, type TreeNode } from "./tree.ts";
import { offsetOf, type Work, warn } from "./work.ts";

type Kind = "note" | "tip" | "important" | "warning" | "caution";

/** Names that GitHub, Obsidian and Korean authors give, by our five kinds. */
const kinds: readonly (readonly [Kind, string])[] = [
  ["note", "note info abstract summary tldr todo example quote cite question help faq 참고 알림 정보 예시 질문"],
  ["tip", "tip hint success check done 도움말 팁"],
  ["important", "important 중요"],
  ["warning", "warning attention 주의"],
  ["caution", "caution danger error failure fail missing bug 경고 위험"],
];
const kindOf = new Map(kinds.flatMap(([kind, names]) => names.split(" ").map((name) => [name, kind] as const)));
const opening = /^\[!([\p{L}\p{N}_-]+)(?:\|[^\]\n]*)?\]([+-])?[ \t]*/u;
/** Names of blocks that are folded till a reader opens them. */
const folding = new Set(["spoiler", "details", "collapse", "접기"]);

/** Whether a container directive's name is one of ours. */
export function isCallout(name: string): boolean {
  return kindOf.has(name.toLowerCase()) || folding.has(name.toLowerCase());
}

/** Turns `> [!NOTE] 제목` into an aside, and `> [!tip]- 제목` into details (`+`: open), before the children are visited. */
export function calloutFrom(quote: TreeElement, work: Work): void {
  const listed = quote.properties["dataCallout"];
  if (typeof listed === "string") {
    makeCallout(quote, { name: listed, title: [], body: quote.children }, work);
    return;
  }
  const first = quote.children.find((child) => !isBlank(child));
  const words = isElement(first, "p") ? first.children[0] : undefined;
  const match = words?.type === "text" ? opening.exec(words.value ?? "") : null;
  if (!isElement(first) || !words || !match) return;
  words.value = (words.value ?? "").slice(match[0].length);
  const [title, rest] = splitAtNewline(first.children);
  const body = quote.children.filter((child) => child !== first);
  const kept = rest.some((child) => !isBlank(child)) ? [{ ...first, children: rest }] : [];
  makeCallout(quote, { name: match[1] ?? "", title, body: [...kept, ...body], fold: match[2] }, work);
}

/** Turns what a `:::note[제목]` block became into an aside; one of a name we do not know is shown with its fence. */
export function directiveCallout(node: TreeElement, work: Work): void {
  const { dataCallout: name, dataTitle: written, dataFence: fence } = node.properties;
  if (typeof fence === "string") {
    warn(work, "markup-left", { offset: offsetOf(node), values: { mark: fence } });
    node.tagName = "div";
    node.properties = {};
    node.children.unshift(element("p", {}, [text(fence)]));
  }
  if (typeof name !== "string") return;
  const label = node.children.find((child) => isElement(child, "p") && child.properties["dataLabel"] !== undefined);
  const body = node.children.filter((child) => child !== label);
  const title = label?.children ?? (typeof written === "string" ? [text(written)] : []);
  makeCallout(node, { name, title, body, fold: folding.has(name.toLowerCase()) ? "-" : undefined }, work);
}

/** Makes an element a callout in place. */
function makeCallout(
  node: TreeElement,
  from: { name: string; title: TreeNode[]; body: TreeNode[]; fold?: string | undefined },
  work: Work,
): void {
  const kind = kindOf.get(from.name.toLowerCase());
  const words = interfaceWords(work.options.language);
  const label = kind ? words.callouts[kind] : folding.has(from.name.toLowerCase()) ? words.unfold : from.name;
  const title = from.title.some((child) => !isBlank(child)) ? from.title : [{ ...text(label), words: "" }];
  const folds = from.fold !== undefined;
  node.tagName = folds ? "details" : "aside";
  node.properties = { className: ["callout", `callout-${kind ?? "note"}`], open: from.fold === "+" ? true : undefined };
  const heading = folds ? element("summary", {}, title) : element("p", { className: ["callout-title"] }, title);
  node.children = [text("\n"), heading, text("\n"), ...withoutLeadingBlanks(from.body)];
}

function withoutLeadingBlanks(nodes: readonly TreeNode[]): TreeNode[] {
  const first = nodes.findIndex((node) => !isBlank(node));
  return first === -1 ? [] : nodes.slice(first);
}

/** The inline nodes up to the first newline, and those after it. */
function splitAtNewline(nodes: readonly TreeNode[]): [TreeNode[], TreeNode[]] {
  for (const [i, node] of nodes.entries()) {
    if (isElement(node, "br")) return [nodes.slice(0, i), nodes.slice(i + 1)];
    const at = node.type === "text" ? (node.value ?? "").indexOf("\n") : -1;
    if (at === -1) continue;
    const [before, after] = [(node.value ?? "").slice(0, at), (node.value ?? "").slice(at + 1)];
    return [
      [...nodes.slice(0, i), { ...node, value: before }],
      [{ ...node, value: after }, ...nodes.slice(i + 1)],
    ];
  }
  return [[...nodes], []];
}
