import { argumentOf, block, type Converted, inline, joined, type Use } from "./shortcode-use.ts";

const codes = /^(?:highlight|code|codeblock|code-block|prism|codes|snippet|terminal|console|cmd|command)$/u;
const diagrams: Readonly<Record<string, string>> = {
  mermaid: "mermaid",
  plantuml: "plantuml",
  markmap: "markdown",
  chart: "json",
  echarts: "json",
  chartjs: "json",
  flowchart: "flow",
  sequence: "sequence",
  goat: "text",
  dot: "dot",
  graphviz: "dot",
  music: "json",
};
const formulas = /^(?:katex|math|mathjax|latex|tex|mathblock|math-block|mathinline|imath|inlinemath)$/u;

/** Code, diagrams and formulas of shortcodes as fences and `$`. */
export function codeShortcode(use: Use): Converted | undefined {
  const text = use.raw;
  if (text === undefined) return undefined;
  if (codes.test(use.name)) return code(use, text);
  if (use.name === "typeit" && use.named.has("code"))
    return block(fence(trimmedLines(text), use.named.get("code") ?? ""));
  const diagram = diagrams[use.name];
  if (diagram !== undefined) return block(fence(withoutFence(trimmedLines(text)), diagram));
  if (!formulas.test(use.name)) return undefined;
  const formula = text.trim().replace(/^(?:\$\$?|\\\[|\\\()\s*|\s*(?:\$\$?|\\\]|\\\))$/gu, "");
  const display = !use.inline && (use.named.has("display") || /block|^(?:katex|math|mathjax|latex)$/u.test(use.name));
  return display ? block(`$$\n${formula}\n$$`) : inline(`$${formula}$`);
}

function code(use: Use, text: string): Converted {
  const language = argumentOf(use, ["lang", "language", "type"], 0) ?? "";
  const options = [
    argumentOf(use, ["options", "opts"], 1) ?? "",
    ...[...use.named]
      .filter(([name]) => /^(?:linenos|hl_lines|linenostart)$/u.test(name))
      .map(([name, value]) => `${name}=${value}`),
  ];
  const title = argumentOf(use, ["title", "file", "filename", "caption"]);
  const inLine = use.inline || /hl_inline\s*=\s*(?:true|1)/u.test(options.join(" "));
  if (inLine) return inline(spanned(text.trim()));
  const body = trimmedLines(text);
  if (use.name !== "highlight" && /^[ \t]*(?:`{3,}|~{3,})[^\n]*\n[\s\S]*\n[ \t]*(?:`{3,}|~{3,})[ \t]*$/u.test(body))
    return block(body);
  const meta = [
    /linenos\s*=\s*(?:true|table|inline|1)/u.test(options.join(" ")) ? "showLineNumbers" : "",
    linesOf(options.join(" ")),
    title === undefined ? "" : `title="${title.replace(/"/gu, "'")}"`,
  ];
  return block(fence(body, joined([plainLanguage(language), ...meta], " ")));
}

function plainLanguage(language: string): string {
  return /^[\w+#.-]+$/u.test(language) ? language : language === "" ? "" : "text";
}

/** `hl_lines=[2,"5-7"]` and `hl_lines=2 5-7` as `{2,5-7}`. */
function linesOf(options: string): string {
  const lines = /hl_lines\s*=\s*(?:\[([^\]]*)\]|["']?([\d\s-]+)["']?)/u.exec(options);
  const numbers = (lines?.[1] ?? lines?.[2] ?? "").match(/\d+(?:-\d+)?/gu) ?? [];
  return numbers.length === 0 ? "" : `{${numbers.join(",")}}`;
}

/** Text as a fenced block with enough backticks. */
export function fence(text: string, info: string): string {
  const ticks = ticksFor(text, 3);
  return `${ticks}${info}\n${text}\n${ticks}`;
}

/** Text as inline code with enough backticks. */
export function spanned(text: string): string {
  const ticks = ticksFor(text, 1);
  const room = /^`|`$/u.test(text) ? " " : "";
  return `${ticks}${room}${text.replace(/\s*\n\s*/gu, " ")}${room}${ticks}`;
}

/** One backtick more than any run of them in a text has, at least `least`. */
function ticksFor(text: string, least: number): string {
  return "`".repeat(Math.max(least, ...(text.match(/`+/gu) ?? []).map((ticks) => ticks.length + 1)));
}

/** Text without blank lines before it and white space behind. */
export function trimmedLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/u, "").replace(/\s+$/u, "");
}

function withoutFence(text: string): string {
  return /^[ \t]*(`{3,}|~{3,})[^\n]*\n([\s\S]*?)\n[ \t]*\1[ \t]*$/u.exec(text)?.[2] ?? text;
}
