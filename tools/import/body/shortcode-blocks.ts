import { argumentOf, block, inline, isOf, joined, known, markdownLink, type Use } from "./shortcode-use.ts";
import data from "./shortcode-names.json" with { type: "json" };

const { calloutsByBeginning } = data;
const ownFence = /^[ \t]*(`{3,}|~{3,})[^\n]*\n([\s\S]*?)\n[ \t]*\1[ \t]*$/u;

/** Callouts as `> [!NOTE] 제목`, quotations as `>`; their words stay in order. */
export function calloutShortcode(use: Use) {
  if (isOf("quote", use)) return quotation(use);
  if (!isOf("callout", use)) return undefined;
  const said = argumentOf(use, ["type", "kind", "style", "level", "color", "class", "icon", "context", "status"]);
  const kind = [said ?? "", ...use.listed, use.name].map(kindOf).find((found) => found !== undefined) ?? "NOTE";
  const title =
    argumentOf(use, ["title", "heading", "header", "label", "summary"]) ??
    (use.inner ? use.listed.find(isProse) : undefined) ??
    (isOf("namesItself", use) ? use.name.toUpperCase() : undefined);
  const text = use.inner || (argumentOf(use, ["text", "content", "message", "body"]) ?? use.listed.find(isProse) ?? "");
  if (use.inline) return inline(joined([title, text], ": "));
  const head = `[!${kind}]${title === undefined ? "" : ` ${title}`}`;
  return block(quoted([head, text].join(followsAtOnce(text) ? "\n" : "\n\n")));
}

/** Whether a text's first lines are plain prose: lists, tables, rules and code may need a blank line above them. */
function followsAtOnce(text: string): boolean {
  const [paragraph = ""] = text.split(/\n[ \t]*\n/u);
  return paragraph.split("\n").every((line) => /^[\p{L}*"'‘“(][^|]*$/u.test(line) && !/^\*[ \t*]/u.test(line));
}

/** The kind of callout that a word means, by how it begins: `warning`, `danger-box`; undefined for any other. */
export function kindOf(word: string): string | undefined {
  const name = word.trim().toLowerCase();
  return calloutsByBeginning.find(({ begins }) => begins.split(" ").some((one) => name.startsWith(one)))?.kind;
}

/** Whether an argument is words for readers rather than a kind or an icon's name. */
function isProse(value: string): boolean {
  return /\p{Script=Hangul}|\s/u.test(value.trim()) && !/^(?:fa[srb]? fa-|[\w-]+$)/u.test(value.trim());
}

function quotation(use: Use) {
  const author = argumentOf(use, ["author", "by", "from", "name", "cite"]);
  const work = argumentOf(use, ["title", "source", "work"]);
  const link = argumentOf(use, ["link", "url", "href"]);
  const text = (use.inner ?? argumentOf(use, ["text", "quote"]) ?? "").trim();
  const source = joined([author, work, ...use.listed.filter(isProse)], ", ");
  const shown = source === "" ? (link ?? "") : link === undefined ? source : markdownLink(source, link);
  if (use.inline) return inline(joined([text, shown], " — "));
  return block(quoted(joined([text, shown && `— ${shown}`], "\n\n")));
}

/** Each line behind `> `; a tab there would be no more than two blanks, so outside fences it becomes four. */
export function quoted(text: string): string {
  let isFenced = false;
  const lines = text.split("\n").map((line) => {
    const isFence = /^[ \t]*(?:`{3}|~{3})/u.test(line);
    const shown = isFenced || isFence ? line : line.replace(/^\t+/u, (tabs) => "    ".repeat(tabs.length));
    if (isFence) isFenced = !isFenced;
    return line.trim() === "" ? ">" : `> ${shown}`;
  });
  return lines.join("\n");
}

/** Code, diagrams and formulas of shortcodes as fences and `$`. */
export function codeShortcode(use: Use) {
  const text = use.raw;
  if (text === undefined) return undefined;
  if (isOf("code", use) || (use.name === "typeit" && use.named.has("code"))) return code(use, text);
  const diagram = known("diagrams", use);
  if (diagram) return block(fence(trimmedLines(text).replace(ownFence, "$2"), diagram.language));
  return isOf("formula", use) ? formula(use, text.trim()) : undefined;
}

/** A formula between the signs that make one on every page; words with formulas of their own among them stay words. */
function formula(use: Use, text: string) {
  const tex = text.replace(/^(?:\$\$?|\\\[|\\\()\s*|\s*(?:\$\$?|\\\]|\\\))$/gu, "");
  const holdsWords = /(?<!\\)\$/u.test(tex.replace(/\\text\{[^{}]*\}/gu, ""));
  const display = !use.inline && (use.named.has("display") || /block|^(?:katex|math|mathjax|latex)$/u.test(use.name));
  if (!holdsWords) return display ? block(`$$\n${tex}\n$$`) : inline(`$$${tex}$$`);
  const words = text.replace(/(?<![\\$])\$([^$\n]+)\$(?!\$)/gu, "$$$$$1$$$$");
  return use.inline ? inline(words) : block(words);
}

function code(use: Use, text: string) {
  const language = argumentOf(use, ["lang", "language", "type", "code"], 0) ?? "";
  // Hugo's names a language; those of WordPress and Docusaurus that name none mark words.
  if (use.name === "highlight" && language === "" && !text.trim().includes("\n"))
    return { text: `==${text.trim()}==`, block: !use.inline };
  const options = [
    argumentOf(use, ["options", "opts"], 1) ?? "",
    ...[...use.named]
      .filter(([name]) => /^(?:linenos|hl_lines|linenostart)$/u.test(name))
      .map(([name, value]) => `${name}=${value}`),
  ];
  const title = argumentOf(use, ["title", "file", "filename", "caption"]);
  const inLine = use.inline || /hl_inline\s*=\s*(?:true|1)/u.test(options.join(" "));
  if (inLine) return inline(spanned(text.trim()));
  // MDX has code as a text of its program.
  const body = trimmedLines(text).replace(/^\{`([\s\S]*)`\}$/u, "$1");
  if (use.name !== "highlight" && /^[ \t]*(?:`{3,}|~{3,})[^\n]*\n[\s\S]*\n[ \t]*(?:`{3,}|~{3,})[ \t]*$/u.test(body))
    return block(body);
  const meta = [
    /linenos\s*=\s*(?:true|table|inline|1)/u.test(options.join(" ")) ? "showLineNumbers" : "",
    linesOf(options.join(" ")),
    title === undefined ? "" : `title="${title.replace(/"/gu, "'")}"`,
  ];
  const plain = /^[\w+#.-]*$/u.test(language) ? language || (meta.join("") && "text") : "text";
  return block(fence(body, joined([plain, ...meta], " ")));
}

/** `hl_lines=[2,"5-7"]` and `hl_lines=2 5-7` as `{2,5-7}`. */
function linesOf(options: string): string {
  const lines = /hl_lines\s*=\s*(?:\[([^\]]*)\]|["']?([\d\s-]+)["']?)/u.exec(options);
  const numbers = (lines?.[1] ?? lines?.[2] ?? "").match(/\d+(?:-\d+)?/gu) ?? [];
  return numbers.length === 0 ? "" : `{${numbers.join(",")}}`;
}

export function fence(text: string, info: string): string {
  const ticks = ticksFor(text, 3);
  return `${ticks}${info}\n${text}\n${ticks}`;
}

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
