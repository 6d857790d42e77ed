import { fenceEnd, fenceStart, spanEnd } from "./code-scan.ts";
import { type CodeTag, codeTags, escapedTagAt, tagAt, type Token } from "./shortcode-tags.ts";

const interesting = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}|~{3,})[^\n]*$|`+|\{\{[<%]|\\`/gmu;
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
  let textStart = 0;
  let at = 0;
  const keep = (until: number, shown = body.slice(at, until)) => {
    if (text === "") textStart = at;
    text += shown;
    at = until;
  };
  const flush = () => {
    if (text !== "") tokens.push({ kind: "text", text, start: textStart });
    text = "";
  };
  while (at < body.length) {
    interesting.lastIndex = at;
    const found = interesting.exec(body);
    keep(found?.index ?? body.length);
    if (!found) break;
    const [sign, fence] = found;
    const codeEnd =
      fence !== undefined
        ? fenceEnd(body, at, { sign, fence })
        : sign.startsWith("`")
          ? spanEnd(body, at, sign)
          : undefined;
    if (codeEnd !== undefined) keep(codeEnd, codeTags(body.slice(at, codeEnd), at, inCode));
    else if (!sign.startsWith("{{")) keep(at + (fence === undefined ? sign.length : fenceStart(sign, fence)));
    else {
      const escaped = escapedTagAt(body, at);
      const tag = escaped ? undefined : tagAt(body, at);
      if (escaped) keep(escaped.end, `\`${escaped.shown}\``);
      else if (!tag) keep(at + 3);
      else {
        flush();
        tokens.push(tag);
        at = tag.end;
        const inside =
          tag.kind === "open" && !tag.selfClosing && rawInside.test(tag.name) ? rawEnd(body, tag) : undefined;
        if (inside !== undefined) keep(inside, codeTags(body.slice(at, inside), at, inCode));
      }
    }
  }
  flush();
  return tokens;
}

function rawEnd(body: string, tag: { name: string; end: number }): number | undefined {
  const closing = new RegExp(`\\{\\{[<%]\\s*/\\s*${tag.name}\\s*[>%]\\}\\}`, "u").exec(body.slice(tag.end));
  return closing ? tag.end + closing.index : undefined;
}
