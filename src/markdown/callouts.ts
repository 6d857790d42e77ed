import { defineHastPlugin, defineMdastPlugin, type Features, markdownToHtml, type MdastNode } from "satteri";
import { interfaceWords } from "#text/markdown.ts";
import { element, isBlank, isElement, mutableTree, text, type TreeElement, type TreeNode } from "./tree.ts";
import { offsetOf, type Work, warn } from "./work.ts";

/** Names that GitHub, Obsidian and Korean authors give, by our five kinds; blocks of the last are folded till a reader opens them. */
const kinds = [
  ["note", "note info abstract summary tldr todo example quote cite question help faq 참고 알림 정보 예시 질문"],
  ["tip", "tip hint success check done 도움말 팁"],
  ["important", "important 중요"],
  ["warning", "warning attention 주의"],
  ["caution", "caution danger error failure fail missing bug 경고 위험"],
  ["folded", "spoiler details collapse 접기"],
] as const;
const kindOf = new Map(kinds.flatMap(([kind, names]) => names.split(" ").map((name) => [name, kind] as const)));
const opening = /^\[!([\p{L}\p{N}_-]+)(?:\|[^\]\n]*)?\]([+-])?[ \t]*/u;

/** Whether a source has a line like `:::note`, or Fuwari's `::github{repo="…"}`. */
export function hasDirective(source: string): boolean {
  return source.includes("::") && /^[ \t>]*(?::{3,}[\p{L}_-]|::github\{)/mu.test(source);
}

/** Marks `:::note[제목]` blocks for `walk`, and gives `10:30`, `참고:설명` and `::name` back as the text that they are. */
const directives = defineMdastPlugin({
  name: "directives",
  options: { position: true },
  textDirective(node, context) {
    context.replaceNode(node, { type: "text", value: written(node, context.source) });
  },
  leafDirective(node, context) {
    const repo = node.name === "github" && node.attributes?.["repo"];
    const words = { type: "text" as const, value: repo || written(node, context.source) };
    const shown = repo ? { type: "link" as const, url: `https://github.com/${repo}`, children: [words] } : words;
    context.replaceNode(node, { type: "paragraph", children: [shown] });
  },
  containerDirective(node, context) {
    const [fence = ""] = written(node, context.source).split("\n", 1);
    // Docusaurus writes the title bare, `:::note 제목`, and the parser forgets it.
    const title = /^:+[^\s[{]+[ \t]+([^[{\s][^\n]*)$/u.exec(fence)?.[1] ?? "";
    const hProperties = { dataCallout: node.name, dataTitle: title, dataFence: fence };
    context.setProperty(node, "data", { hName: "aside", hProperties });
    for (const child of node.children) {
      if (child.type !== "paragraph" || !child.data?.directiveLabel) continue;
      context.setProperty(child, "data", { hProperties: { dataLabel: "" } });
    }
  },
});

function written(node: Pick<MdastNode, "position">, source: string): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}

export function treeWithDirectives(source: string, features: Features): TreeNode {
  let tree: TreeNode = { type: "root", children: [] };
  const capture = defineHastPlugin({
    name: "capture",
    options: { position: true },
    after(root) {
      tree = mutableTree(root as TreeNode);
    },
  });
  markdownToHtml(source, {
    features: { ...features, directive: true },
    mdastPlugins: [directives],
    hastPlugins: [capture],
  });
  return tree;
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

/** Blocks of VitePress that only put their codes side by side: ours stand below each other. */
const groups = new Set(["code-group", "tabs"]);

/** Turns what a `:::note[제목]` block became into an aside; one of a name we do not know is shown with its fence. */
export function directiveCallout(node: TreeElement, work: Work): void {
  const { dataCallout: name, dataTitle, dataFence: fence } = node.properties;
  if (typeof name !== "string" || typeof fence !== "string") return;
  const [offset, end] = [offsetOf(node), node.position?.end.offset];
  if (!/\n[ \t>]*:{3,}[ \t]*$/u.test(work.source.slice(offset, end))) warn(work, "callout-unclosed", { offset });
  const kind = kindOf.get(name.toLowerCase());
  if (kind === undefined) {
    node.tagName = "div";
    node.properties = {};
    if (groups.has(name)) return;
    warn(work, "markup-left", { offset, values: { mark: fence } });
    node.children.unshift(element("p", {}, [text(fence)]));
    return;
  }
  const label = node.children.find((child) => isElement(child, "p") && child.properties["dataLabel"] !== undefined);
  const body = node.children.filter((child) => child !== label);
  const title = label?.children ?? [text(String(dataTitle))];
  makeCallout(node, { name, title, body, fold: kind === "folded" ? "-" : undefined }, work);
}

function makeCallout(
  node: TreeElement,
  from: { name: string; title: TreeNode[]; body: TreeNode[]; fold?: string | undefined },
  work: Work,
): void {
  const { name, body, fold } = from;
  const kind = kindOf.get(name.toLowerCase());
  const { callouts, unfold } = interfaceWords(work.options.language);
  const label = kind === undefined ? name : { ...callouts, folded: unfold }[kind];
  const title = from.title.some((child) => !isBlank(child)) ? from.title : [{ ...text(label), words: "" }];
  const colour = kind === undefined || kind === "folded" ? "note" : kind;
  node.tagName = fold ? "details" : "aside";
  node.properties = { className: ["callout", `callout-${colour}`], open: fold === "+" ? true : undefined };
  const heading = fold ? element("summary", {}, title) : element("p", { className: ["callout-title"] }, title);
  const start = body.findIndex((child) => !isBlank(child));
  node.children = [text("\n"), heading, text("\n"), ...(start === -1 ? [] : body.slice(start))];
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
