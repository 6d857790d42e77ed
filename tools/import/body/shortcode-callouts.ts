import { argumentOf, block, type Converted, inline, joined, markdownLink, type Use } from "./shortcode-use.ts";

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^(?:warn(?:ing)?|attention|exclamation|triangle)/iu, "WARNING"],
  [/^(?:danger|caution|error|fail(?:ure)?|bug|red|fire|bomb|missing|critical)/iu, "CAUTION"],
  [/^(?:tip|hint|success|check|done|green|lightbulb|idea|primary)/iu, "TIP"],
  [/^(?:important|question|help|faq|claim|key)/iu, "IMPORTANT"],
  [
    /^(?:note|info|notice|abstract|summary|tldr|todo|example|aside|default|secondary|light|dark|blue|circle-info|details|quote|cite|callout|alert|admonition|remark|definition|pin|star|link|memo|see(?:also)?)/iu,
    "NOTE",
  ],
];

const families =
  /^(?:alert|admonition|admonitions|notice|notification|hint|callout|call-?out|tip|note|info|warning|warn|danger|caution|important|success|error|attention|aside|todo|claim|example|question|abstract|bug|failure|message|panel|infobox|box|blockquote-?box|admo|simple-?notice|remark|definition|theorem|tldr|summary|memo)$/u;
const quotes = /^(?:quote|blockquote|epigraph|pullquote|cite|citation)$/u;

/** Callouts as `> [!NOTE] 제목`, quotations as `>`; their words stay in order. */
export function calloutShortcode(use: Use): Converted | undefined {
  if (quotes.test(use.name)) return quotation(use);
  if (!families.test(use.name)) return undefined;
  const said = argumentOf(use, ["type", "kind", "style", "level", "color", "class", "icon", "context", "status"]);
  const kind = [said ?? "", ...use.listed, use.name].map(kindOf).find((found) => found !== undefined) ?? "NOTE";
  const title =
    argumentOf(use, ["title", "heading", "header", "label", "summary"]) ??
    (use.inner ? use.listed.find(isProse) : undefined) ??
    (/^(?:todo|claim|tldr|theorem|definition)$/u.test(use.name) ? use.name.toUpperCase() : undefined);
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

function kindOf(word: string): string | undefined {
  return kinds.find(([names]) => names.test(word.trim()))?.[1];
}

/** Whether an argument is words for readers rather than a kind or an icon's name. */
function isProse(value: string): boolean {
  return /\p{Script=Hangul}|\s/u.test(value.trim()) && !/^(?:fa[srb]? fa-|[\w-]+$)/u.test(value.trim());
}

function quotation(use: Use): Converted {
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
