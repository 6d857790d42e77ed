import { type CodeInfo, codeInfo, withCodeMarks } from "./code-info.ts";
import type { CodeToken } from "./highlight.ts";
import { knowsLanguage } from "./languages.ts";
import { badFormula } from "./mathematics.ts";
import { element, isElement, text, textOf, type TreeElement, type TreeNode } from "./tree.ts";
import { offsetOf, type Step, type Work, warn } from "./work.ts";

const plain = new Set(["", "text", "txt", "plain", "plaintext", "ansi", "none", "no-highlight", "nohighlight"]);

/** Sets a code block aside to be coloured, in a box that the keyboard can scroll. */
export const pre: Step = (node, work) => {
  const [only] = node.children;
  if (only?.type === "html") return [element("div", { className: ["math"], tabIndex: 0 }, node.children)];
  const code = node.children.find((child) => isElement(child, "code"));
  if (!isElement(code)) return undefined;
  const classes = code.properties["className"];
  const named = Array.isArray(classes) ? String(classes[0] ?? "").replace(/^language-/u, "") : "";
  if (named === badFormula) {
    const { lang, meta } = code.data ?? {};
    if (lang === badFormula) warn(work, badFormula, { offset: offsetOf(node), values: { message: meta ?? "" } });
    node.properties = { tabIndex: 0 };
    return undefined;
  }
  const info = codeInfo(code.data?.lang ?? named, code.data?.meta ?? "");
  code.properties = {};
  node.children = [code];
  node.properties = {
    tabIndex: mayScroll(textOf(code)) ? 0 : undefined,
    className: info.numbered ? ["numbered"] : undefined,
  };
  if (info.language !== "") node.properties["dataLanguage"] = info.language;
  if (info.language === "mermaid") {
    const figure = element("figure", { className: ["drawing"] }, [node]);
    work.diagrams.push(figure);
    return [figure];
  }
  code.data = { lang: code.data?.lang ?? named, meta: code.data?.meta ?? null };
  if (!plain.has(info.language) && !knowsLanguage(info.language)) {
    warn(work, "language-unknown", { offset: offsetOf(node), values: { language: info.language } });
  }
  work.codes.push(code);
  if (info.title === undefined) return undefined;
  return [element("figure", { className: ["code"] }, [element("figcaption", {}, [text(info.title)]), node])];
};

/** Whether a line may be too long for a phone, Hangul counted twice. */
function mayScroll(source: string): boolean {
  return /[^\n]{25}/u.test(source.replace(/[\u1100-\uffff]/gu, "$&$&"));
}

/** Colours the blocks that `pre` set aside, in place. */
export async function colourAll(work: Work): Promise<void> {
  for (const code of work.codes) {
    const { source, info } = withCodeMarks(textOf(code), codeInfo(code.data?.lang ?? "", code.data?.meta ?? ""));
    const { language } = info;
    const known = !plain.has(language) && knowsLanguage(language);
    if (!known && !info.hasLines) continue;
    const body = source.endsWith("\n") ? source.slice(0, -1) : source;
    // The highlighter is loaded with the first code that has colours.
    const lines = known
      ? await (await import("./highlight.ts")).colouredLines(body, language)
      : body.split("\n").map((content) => [{ content }]);
    code.children = codeNodes(lines, info);
    if (body !== source) code.children.push(text("\n"));
  }
}

function codeNodes(lines: readonly CodeToken[][], info: CodeInfo): TreeNode[] {
  const out: TreeNode[] = [];
  for (const [i, line] of lines.entries()) {
    if (i > 0) out.push(text("\n"));
    const tokens = line.map(tokenNode);
    if (info.hasLines) out.push(lineNode(tokens, i + 1, info));
    else out.push(...tokens);
  }
  return out;
}

function lineNode(tokens: TreeNode[], number: number, info: CodeInfo): TreeElement {
  if (info.inserted.has(number)) return element("ins", { className: ["line"] }, tokens);
  if (info.deleted.has(number)) return element("del", { className: ["line"] }, tokens);
  return element("span", { className: info.marked.has(number) ? ["line", "marked"] : ["line"] }, tokens);
}

function tokenNode(token: CodeToken): TreeNode {
  const words = text(token.content);
  return token.className === undefined ? words : element("span", { className: [token.className] }, [words]);
}
