import { scan } from "./code-scan.ts";
import { type CodeTag, codeTags, escapedTagAt, tagAt, type Token } from "./shortcode-tags.ts";

/** Shortcodes whose inside is code or data and is read no further. */
const rawInside =
  /^(?:highlight|code|codeblock|code-block|prism|raw|rawhtml|raw-html|html|mermaid|chart|echarts|katex|math|mathjax|latex|plantuml|typeit|markmap|music)$/iu;

/**
 * Cuts a body into text and shortcode tags. Tags in code become what `inCode` makes of them, escaped ones there lose
 * their escape; outside code an escaped tag becomes inline code, which is how its author wants it seen.
 */
export function shortcodeTokens(body: string, inCode: CodeTag): Token[] {
  const tokens: Token[] = [];
  let text = "";
  let start = 0;
  const keep = (at: number, shown: string) => {
    if (text === "") start = at;
    text += shown;
  };
  const flush = () => {
    if (text !== "") tokens.push({ kind: "text", text, start });
    text = "";
  };
  const code = (from: number, to: number) => keep(from, codeTags(body.slice(from, to), from, inCode));
  const shortcode = (at: number) => {
    const escaped = escapedTagAt(body, at);
    const tag = escaped ? undefined : tagAt(body, at);
    if (tag === undefined) {
      keep(at, escaped ? `\`${escaped.shown}\`` : body.slice(at, at + 3));
      return escaped?.end ?? at + 3;
    }
    flush();
    tokens.push(tag);
    const isRaw = tag.kind === "open" && !tag.selfClosing && rawInside.test(tag.name);
    const inside = isRaw ? rawEnd(body, tag) : undefined;
    if (inside !== undefined) code(tag.end, inside);
    return inside ?? tag.end;
  };
  scan(body, "\\{\\{[<%]", { text: (from, to) => keep(from, body.slice(from, to)), code, tag: shortcode });
  flush();
  return tokens;
}

function rawEnd(body: string, tag: { name: string; end: number }): number | undefined {
  const closing = new RegExp(`\\{\\{[<%]\\s*/\\s*${tag.name}\\s*[>%]\\}\\}`, "u").exec(body.slice(tag.end));
  return closing ? tag.end + closing.index : undefined;
}
