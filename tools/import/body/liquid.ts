import { type Converted, isLineLead, placed, settled } from "./shortcode-use.ts";
import type { BodyContext } from "#tools/import/shared/blog.ts";
import { scan } from "./code-scan.ts";
import { highlighted, isSteering, liquidTag } from "./liquid-tags.ts";
import { liquidValue } from "./liquid-values.ts";

const holders = new Set(["raw", "highlight", "comment", "capture"]);

/**
 * A body whose Liquid has become Markdown. Code keeps its Liquid, save `raw`, which only shields; what `{{ … }}` shows is
 * put in where it can be known; a value that no reader saw goes, anything else stays as inline code, each with a warning.
 */
export function withoutLiquid(body: string, context: BodyContext): string {
  if (!/\{[%{]/u.test(body)) return body;
  const captured = new Map<string, string>();
  let text = "";
  scan(body, "\\{%|\\{\\{", {
    text: (from, to) => {
      text += body.slice(from, to);
    },
    code: (from, to) => {
      text += body.slice(from, to).replace(/\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/gu, "$1");
    },
    tag: (at) => {
      const step = liquidAt({ body, at, text, captured }, context);
      text = step.text;
      return step.end;
    },
  });
  return settled(text);
}

interface State {
  readonly body: string;
  readonly at: number;
  readonly text: string;
  readonly captured: Map<string, string>;
}

interface Step {
  readonly text: string;
  readonly end: number;
}

function liquidAt(state: State, context: BodyContext): Step {
  return state.body.startsWith("{{", state.at) ? outputAt(state, context) : tagAt(state, context);
}

function outputAt(state: State, context: BodyContext): Step {
  const [whole, expression = ""] = /^\{\{-?\s*([^\n]*?)\s*-?\}\}/u.exec(state.body.slice(state.at)) ?? [];
  if (whole === undefined) return { text: `${state.text}{{`, end: state.at + 2 };
  const end = state.at + whole.length;
  const value = liquidValue(expression, context, state.captured);
  const isBlock = value?.includes("\n") && /\|\s*markdownify/u.test(expression);
  if (isBlock) return { text: `${state.text.trimEnd()}\n\n${value?.trim() ?? ""}\n\n`, end };
  if (value !== undefined) return { text: state.text + value, end };
  const isValue = /^[\p{L}_][\p{L}\p{N}_.[\]"'-]*(?:\s*\|.*)?$/u.test(expression);
  context.warn(isValue ? "liquid-value" : "liquid-shown", state.at, { written: whole });
  if (isValue) return { text: state.text, end };
  return { text: `${state.text}\`${whole}\``, end };
}

function tagAt(state: State, context: BodyContext): Step {
  const { body, at, text } = state;
  const [whole, name = "", rest = ""] = /^\{%-?\s*([\w-]+)\s*([\s\S]*?)\s*-?%\}/u.exec(body.slice(at)) ?? [];
  if (whole === undefined) return { text: `${text}{%`, end: at + 2 };
  const end = at + whole.length;
  const lineStart = text.slice(text.lastIndexOf("\n") + 1);
  if (holders.has(name) || (!isSteering(name) && endOf(name, body.slice(end)) !== undefined))
    return held({ ...state, name, rest, inside: end, lineStart }, context);
  const isAlone = isLineLead(lineStart) && /^[ \t]*(?:\n|$)/u.test(body.slice(end, end + 200));
  const made = liquidTag({ name, rest, start: at, inline: !isAlone }, context);
  return { text: put(text, lineStart, made), end };
}

/** A tag that holds what follows up to its end. */
function held(
  of: State & { name: string; rest: string; inside: number; lineStart: string },
  context: BodyContext,
): Step {
  const { body, name, inside, text } = of;
  const closing = endOf(name, body.slice(inside));
  const content = closing === undefined ? "" : body.slice(inside, inside + closing.index);
  const end = closing === undefined ? inside : inside + closing.index + closing[0].length;
  if (name === "raw") return { text: text + content, end };
  if (name === "comment") return { text, end };
  if (name === "capture") {
    of.captured.set(of.rest.trim().replace(/^["']|["']$/gu, ""), withoutLiquid(content.trim(), context));
    return { text, end };
  }
  const isInline = !isLineLead(of.lineStart);
  if (name === "highlight") return { text: put(text, of.lineStart, highlighted(of.rest, content, isInline)), end };
  const inner = withoutLiquid(content, context.over(content));
  const tag = { name, rest: of.rest, start: of.at, inline: isInline, inner, raw: content };
  return { text: put(text, of.lineStart, liquidTag(tag, context)), end };
}

function endOf(name: string, rest: string): RegExpExecArray | undefined {
  return new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, "u").exec(rest) ?? undefined;
}

function put(text: string, lineStart: string, made: Converted): string {
  return made.block ? placed(text, lineStart, made.text) : text + made.text;
}
