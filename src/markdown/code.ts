import { bundledLanguages, bundledLanguagesAlias } from "shiki/langs";
import { drawDiagram } from "./diagrams/draw.ts";
import { badFormula } from "./formulas.ts";
import { element, isElement, text, textOf, type TreeElement, type TreeNode } from "./tree.ts";
import { offsetOf, type Step, warn, type Work } from "./work.ts";

const plain = new Set(["", "text", "txt", "plain", "plaintext", "ansi", "none", "no-highlight", "nohighlight"]);

const knowsLanguage = (name: string) => name in bundledLanguages || name in bundledLanguagesAlias;

interface CodeInfo {
  readonly language: string;
  readonly title: string | undefined;
  readonly numbered: boolean;
  readonly marked: Set<number>;
  readonly inserted: Set<number>;
  readonly deleted: Set<number>;
}

/** Sets a code block aside to be coloured, in a box that the keyboard can scroll. */
export const pre: Step = (node, work) => {
  const [only] = node.children;
  if (only?.type === "html") return [element("div", { className: ["math"], tabIndex: 0 }, node.children)];
  const code = node.children.find((child) => isElement(child, "code"));
  if (!isElement(code)) return undefined;
  const [firstClass = ""] = [code.properties["className"] ?? []].flat();
  const named = String(firstClass).replace(/^language-/u, "");
  const { lang, meta } = code.data ?? {};
  if (named === badFormula) {
    if (lang === badFormula) warn(work, badFormula, { offset: offsetOf(node), values: { message: meta ?? "" } });
    node.properties = { tabIndex: 0 };
    return undefined;
  }
  if (isIndentedProse(node, textOf(code), work)) warn(work, "prose-as-code", { offset: offsetOf(node) });
  if (isUnclosed(node, work)) warn(work, "fence-unclosed", { offset: offsetOf(node) });
  const info = codeInfo(lang ?? named, meta ?? "");
  code.properties = {};
  node.children = [code];
  node.properties = {
    tabIndex: mayScroll(textOf(code)) ? 0 : undefined,
    className: info.numbered ? ["numbered"] : undefined,
    dataLanguage: info.language === "" ? undefined : info.language,
  };
  if (info.language === "toc") {
    work.asksContents = true;
    return [];
  }
  if (info.language === "mermaid") {
    const figure = element("figure", { className: ["drawing"] }, [node]);
    work.later.push(() => drawDiagram(figure, work));
    return [figure];
  }
  if (!plain.has(info.language) && !knowsLanguage(info.language)) {
    warn(work, "language-unknown", { offset: offsetOf(node), values: { language: info.language } });
  }
  work.later.push(() => colour(code, info));
  if (info.title === undefined) return undefined;
  return [element("figure", { className: ["code"] }, [element("figcaption", {}, [text(info.title)]), node])];
};

/** Whether a paragraph was indented as in a book, which makes code of it in Markdown. */
function isIndentedProse({ position }: TreeElement, words: string, { source }: Work): boolean {
  return (
    /^\p{Script=Hangul}[^\n]{0,999}[\p{Script=Hangul})\]'"’”][.!?…]+['"’”)]*$/mu.test(words) &&
    !/^[ \t]*(?:`{3}|~{3})/u.test(source.slice(position?.start.offset))
  );
}

/** Whether no line closes a fence, so that all below it became code; a quotation ends its own. */
function isUnclosed({ position }: TreeElement, { source }: Work): boolean {
  const [start = 0, end = 0] = [position?.start.offset, position?.end.offset];
  const written = source.slice(start, end);
  const [marks] = /^(?:`{3,}|~{3,})/u.exec(written.trimStart()) ?? [];
  if (marks === undefined || source.slice(end).trim() !== "") return false;
  const isQuoted = source.slice(source.lastIndexOf("\n", start) + 1, start).includes(">");
  return !isQuoted && !new RegExp(`\\n[ \\t]*${marks[0]}{${marks.length}}[\`~]*\\s*$`, "u").test(written);
}

/** Whether a line may be too long for a phone, Hangul counted twice. */
function mayScroll(source: string): boolean {
  return /[^\n]{25}/u.test(source.replace(/[\u1100-\uffff]/gu, "$&$&"));
}

/** Colours a block and marks its lines, in place. */
async function colour(code: TreeElement, info: CodeInfo): Promise<void> {
  const source = withoutCodeMarks(textOf(code), info);
  const isKnown = !plain.has(info.language) && knowsLanguage(info.language);
  const hasLines = info.numbered || info.marked.size + info.inserted.size + info.deleted.size > 0;
  if (!isKnown && !hasLines) return;
  const body = source.endsWith("\n") ? source.slice(0, -1) : source;
  // The highlighter is loaded with the first code that has colours.
  const lines = isKnown
    ? await (await import("./highlight.ts")).colouredLines(body, info.language)
    : body.split("\n").map((content) => [{ content, className: undefined }]);
  code.children = lines.flatMap((line, at) => {
    const tokens = line.map(({ content, className }) =>
      className === undefined ? text(content) : element("span", { className: [className] }, [text(content)]),
    );
    const nodes = hasLines ? [lineNode(tokens, at + 1, info)] : tokens;
    return at > 0 ? [text("\n"), ...nodes] : nodes;
  });
  if (body !== source) code.children.push(text("\n"));
}

function lineNode(tokens: TreeNode[], number: number, info: CodeInfo): TreeElement {
  if (info.inserted.has(number)) return element("ins", { className: ["line"] }, tokens);
  if (info.deleted.has(number)) return element("del", { className: ["line"] }, tokens);
  return element("span", { className: info.marked.has(number) ? ["line", "marked"] : ["line"] }, tokens);
}

/** Names that Shiki has under another. */
const otherNames = new Map([
  ["golang", "go"],
  ["shell-session", "shellsession"],
]);

/**
 * Reads an info string: `js title="a.js" {1,3-4} showLineNumbers ins={2} del={5}`, or Hugo's
 * `go {linenos=table,hl_lines=[2,"4-5"]}`, VitePress's `js{1} [a.js]`, Gatsby's `js:title=a.js{1}`, HackMD's `js=`, Zola's `rust,linenos`, Pandoc's `{.js .이름}`.
 */
export function codeInfo(language: string, meta: string): CodeInfo {
  if (/^\w+=["']/u.test(language)) return codeInfo("", `${language} ${meta}`);
  const [, counted, classed = counted] = /^([\w+#.-]+)=(?:\d*|\+)$|^\{\.?([a-z][\w+#-]*)\}?$/iu.exec(language) ?? [];
  if (classed !== undefined) return codeInfo(classed, counted ? `${meta} showLineNumbers` : meta);
  const [, name = language, inBraces] = /^([^{:,]*)[{:,]\{?(.*)$/u.exec(language) ?? [];
  const named = name.toLowerCase();
  const rest = inBraces === undefined ? meta : `{${inBraces} ${meta}`;
  const given = /\b(?:title|file|filename)=(?:"([^"]*)"|'([^']*)'|([^\s{}:]+))/u.exec(rest);
  const title = given ? (given[1] ?? given[2] ?? given[3]) : /(?:^|\s)\[([^\]\n]+)\](?=\s|$)/u.exec(meta)?.[1];
  const ofHugo = /\bhl_lines=(\[[^\]]*\]|"[^"]*"|[\d-]+)/u.exec(rest)?.[1];
  return {
    // Prism's diffs of a language are `diff-js`.
    language: named.startsWith("diff-") ? "diff" : (otherNames.get(named) ?? named),
    title,
    numbered:
      /\blinenos=(?!false)/iu.test(rest) || /\b(?:showLineNumbers|lineNumbers|linenos)\b(?!=)|\blinenums=/u.test(rest),
    marked: linesOf(ofHugo ?? /(?<!=)\{([\d\s,-]+)\}/u.exec(rest)?.[1]),
    inserted: linesOf(/\bins=\{([^}]*)\}/u.exec(rest)?.[1]),
    deleted: linesOf(/\bdel=\{([^}]*)\}/u.exec(rest)?.[1]),
  };
}

/** Numbers named by `1,3-5`; ranges longer than 10,000 lines are cut there. */
function linesOf(spec = ""): Set<number> {
  const lines = new Set<number>();
  for (const [, from = "", to = from] of spec.matchAll(/(\d+)(?:\s*-\s*(\d+))?/gu)) {
    const last = Math.min(Number(to), Number(from) + 10_000);
    for (let line = Number(from); line <= last; line++) lines.add(line);
  }
  return lines;
}

const mark =
  /[ \t]*(?:\/\/|#|--|;|%|<!--|\/\*)[ \t]*\[!code[ \t]+(\+\+|--|hl|highlight|focus|warning|error)(?::(\d{1,3}))?\][ \t]*(?:-->|\*\/)?[ \t]*$/u;

const comment =
  /^[ \t]*(?:\/\/|#|--|;|%|<!--|\/\*|\{\/\*)[ \t]*highlight-(next-line|start|end)[ \t]*(?:-->|\*\/\}?)?[ \t]*$/u;
const behind = /[ \t]*(?:\/\/|#|--|<!--|\/\*|\{\/\*)[ \t]*highlight-line[ \t]*(?:-->|\*\/\}?)?[ \t]*$/u;

/** Code without the marks of VitePress behind its lines (`// [!code ++]`), of Gatsby and Docusaurus (`// highlight-next-line`); the lines that they mark go into `info`. */
function withoutCodeMarks(source: string, { marked, inserted, deleted }: CodeInfo): string {
  if (!/\[!code |highlight-(?:next-)?(?:line|start)/u.test(source)) return source;
  const lines: string[] = [];
  let isMarking: string | undefined;
  for (const line of source.split("\n")) {
    const [, said] = comment.exec(line) ?? [];
    if (said !== undefined) {
      isMarking = said === "end" ? undefined : said;
      continue;
    }
    const [whole = behind.exec(line)?.[0], kind, count = "1"] = mark.exec(line) ?? [];
    const number = lines.push(whole === undefined ? line : line.slice(0, -whole.length));
    const into = kind === "++" ? inserted : kind === "--" ? deleted : marked;
    if (whole !== undefined) for (let at = 0; at < Number(count); at++) into.add(number + at);
    if (isMarking !== undefined) marked.add(number);
    if (isMarking === "next-line") isMarking = undefined;
  }
  return lines.join("\n");
}
