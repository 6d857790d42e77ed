import { type Converted, isLineLead, settled, withConverted } from "./shortcode-use.ts";
import type { BodyContext } from "#tools/import/shared/blog.ts";
import { lastByName, scan } from "./code-scan.ts";
import { highlighted, isSteering, liquidTag, unquoted } from "./liquid-tags.ts";
import { textOf, valueAt } from "#tools/import/shared/values.ts";

const holders = new Set(["raw", "highlight", "comment", "capture"]);

/** Where a tag or an output stands in a body. */
interface Place {
  readonly body: string;
  readonly start: number;
  /** True where nothing but indent and markers stands before it on its line. */
  readonly leads: boolean;
  /** What `capture` has named so far. */
  readonly captured: Map<string, string>;
  /** Where the last end of each tag stands. */
  readonly ends: ReadonlyMap<string, number>;
  readonly context: BodyContext;
}

/** What stands for a tag or an output, and where the body goes on. */
interface Step {
  readonly made: Converted;
  readonly end: number;
}

/**
 * A body whose Liquid has become Markdown. Code keeps its Liquid, save `raw`, which only shields; what `{{ … }}` shows is
 * put in where it can be known; a value that no reader saw goes, anything else stays as inline code, each with a warning.
 */
export function withoutLiquid(body: string, context: BodyContext): string {
  if (!/\{[%{]/u.test(body)) return body;
  const captured = new Map<string, string>();
  const ends = lastByName(body, /\{%-?\s*end([\w-]+?)\s*-?%\}/gu);
  let text = "";
  scan(body, "\\{%|\\{\\{", {
    text: (from, to) => {
      text += body.slice(from, to);
    },
    code: (from, to) => {
      text += body.slice(from, to).replace(/\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/gu, "$1");
    },
    tag: (start) => {
      const leads = isLineLead(text.slice(text.lastIndexOf("\n") + 1));
      const at = { body, start, leads, captured, ends, context };
      const { made, end } = body.startsWith("{{", start) ? outputAt(at) : tagAt(at);
      text = withConverted(text, made);
      return end;
    },
  });
  return settled(text);
}

function asIs(text: string): Converted {
  return { text, block: false };
}

function outputAt(at: Place): Step {
  const { body, start, context } = at;
  const [whole = "{{", expression] = /^\{\{-?\s*([^\n]*?)\s*-?\}\}/u.exec(body.slice(start)) ?? [];
  const end = start + whole.length;
  if (expression === undefined) return { made: asIs(whole), end };
  const value = shownBy(expression, at);
  const isBlock = value?.includes("\n") && /\|\s*markdownify/u.test(expression);
  if (value !== undefined) return { made: asIs(isBlock ? `\n\n${value.trim()}\n\n` : value), end };
  const isValue = /^[\p{L}_][\p{L}\p{N}_.[\]"'-]*(?:\s*\|.*)?$/u.test(expression);
  context.warn(isValue ? "liquid-value" : "liquid-shown", start, { written: whole });
  return { made: asIs(isValue ? "" : `\`${whole}\``), end };
}

function tagAt(at: Place): Step {
  const { body, start, leads, context } = at;
  const [whole = "{%", name, rest = ""] = /^\{%-?\s*([\w-]+)\s*([\s\S]*?)\s*-?%\}/u.exec(body.slice(start)) ?? [];
  const inside = start + whole.length;
  if (name === undefined) return { made: asIs(whole), end: inside };
  const ending = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, "u");
  const isEnded = !isSteering(name) && (at.ends.get(name) ?? -1) >= inside;
  const closing = isEnded ? ending.exec(body.slice(inside)) : null;
  if (closing === null && !holders.has(name)) {
    const isAlone = leads && /^[ \t]*(?:\n|$)/u.test(body.slice(inside, inside + 200));
    return { made: liquidTag({ name, rest, start, inline: !isAlone, context }), end: inside };
  }
  const raw = body.slice(inside, inside + (closing?.index ?? 0));
  return { made: held({ name, rest, raw }, at), end: inside + raw.length + (closing?.[0].length ?? 0) };
}

/** A tag that holds what follows up to its end. */
function held(tag: { name: string; rest: string; raw: string }, at: Place): Converted {
  const { name, rest, raw } = tag;
  const { start, context } = at;
  if (name === "raw") return asIs(raw);
  if (name === "capture") at.captured.set(unquoted(rest.trim()), withoutLiquid(raw.trim(), context));
  if (name === "capture" || name === "comment") return asIs("");
  if (name === "highlight") return highlighted(rest, raw, !at.leads);
  return liquidTag({ ...tag, start, inline: !at.leads, inner: withoutLiquid(raw, context.over(raw)), context });
}

/** What `{{ … }}` shows where it can be known: texts, the page's and the site's settings, and filters that make addresses; undefined otherwise. */
function shownBy(expression: string, at: Place): string | undefined {
  const parts = expression.split(/\|(?=(?:[^"']*["'][^"']*["'])*[^"']*$)/u).map((part) => part.trim());
  const [head = "", ...rest] = parts;
  return rest.reduce<string | undefined>(
    (value, written) => {
      const [, name = "", argument = ""] = /^([\w-]+)\s*(?::\s*(.*))?$/u.exec(written) ?? [];
      const given = argument === "" ? undefined : operand(argument.trim(), at);
      return value === undefined || unseen.test(name) ? value : filters.get(name)?.(value, given);
    },
    operand(head, at),
  );
}

function operand(text: string, { context, captured }: Place): string | undefined {
  const { site, page } = context;
  const literal = /^"([^"]*)"$|^'([^']*)'$/u.exec(text);
  if (literal) return literal[1] ?? literal[2] ?? "";
  const held = captured.get(text);
  if (held !== undefined) return held;
  if (text === "site.baseurl") return site.basePath.replace(/\/$/u, "");
  if (text === "site.url") return (site.baseUrl ?? "").replace(/^(https?:\/\/[^/]*).*$/u, "$1");
  if (text === "page.url") return page.path;
  if (text === "page.title") return page.title;
  if (/^site\.data\b/u.test(text)) return site.dataAt?.(dataKeys(text));
  const [, owner, name = ""] = /^(page|site)\.([\w.-]+)$/u.exec(text) ?? [];
  return owner === undefined ? undefined : textOf(valueAt(owner === "page" ? page.data : site.params, name));
}

/** `site.data.people["kim"].tags[0]` as `people`, `kim`, `tags`, `0`. */
function dataKeys(text: string): string[] {
  const rest = text.slice("site.data".length);
  const keys = [...rest.matchAll(/\.([^\s.[\]]+)|\[(?:"([^"]*)"|'([^']*)'|(-?\d+))\]/guy)];
  const whole = keys.map(([match]) => match).join("");
  return whole === rest ? keys.map(([, name, double, single, index]) => name ?? double ?? single ?? index ?? "") : [];
}

/** Filters that leave what Markdown needs as it is. */
const unseen = /^(?:markdownify|strip|escape|strip_html|xml_escape|uri_escape|url_encode|strip_newlines|safe)$/u;
const rooted = (value: string) => (/^https?:/u.test(value) ? value : `/${value}`.replace(/\/{2,}/gu, "/"));
const filters = new Map<string, (value: string, given: string | undefined) => string | undefined>([
  ["relative_url", rooted],
  ["absolute_url", rooted],
  ["prepend", (value, given) => (given === undefined ? undefined : given + value)],
  ["append", (value, given) => (given === undefined ? undefined : value + given)],
  ["downcase", (value) => value.toLowerCase()],
  ["upcase", (value) => value.toUpperCase()],
]);
