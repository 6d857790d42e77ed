import { escapedPattern } from "#model/escape.ts";
import type { PageContext } from "#tools/import/shared/page-context.ts";
import { isMap, textOf } from "#tools/import/shared/values.ts";
import { liquidTag, unquoted } from "./liquid-tags.ts";
import { type Converted, inline, isOf, type Use } from "./shortcode-use.ts";
import { type Tag, withoutTags, type Written } from "./tags.ts";

/** What may be shown: settings, and what `capture` has named so far. */
interface Shown {
  readonly context: PageContext;
  readonly body: string;
  readonly captured: Map<string, string>;
}

/** A body whose Liquid has become Markdown. Code keeps its own save `raw`; what `{{ … }}` shows is put in where it can be known, a value that no reader saw goes, all else stays as code, with a warning. */
export function withoutLiquid(body: string, context: PageContext): string {
  if (!/\{[%{]/u.test(body)) return body;
  const shown = { context, body, captured: new Map<string, string>() };
  return withoutTags({
    body,
    context,
    dialect: {
      opening: "\\{%|\\{\\{",
      closing: (name) => `\\{%-?\\s*end${name}\\s*-?%\\}`,
      read,
      code: (code) => code.replace(/\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/gu, "$1"),
      markdown: (use) => markdown(use, shown),
    },
  });
}

const output = /\{\{-?\s*([^\n]*?)\s*-?\}\}/uy;
const tag = /\{%-?\s*([\w-]+)\s*([\s\S]*?)\s*-?%\}/uy;
const hidden = /\{%-?\s*(?:#[\s\S]*?%\}|(raw|comment)\s*-?%\}(?:([\s\S]*?)\{%-?\s*end\1\s*-?%\})?)/uy;

/** A tag; an output counts as one whose name is its brackets, what `raw` shields as text. */
function read(body: string, start: number): Tag | Written {
  for (const pattern of [output, tag, hidden]) pattern.lastIndex = start;
  const [known, which, inside = ""] = hidden.exec(body) ?? [];
  if (known !== undefined) return { text: which === "raw" ? inside : "", end: start + known.length };
  const isOutput = body.startsWith("{{", start);
  const [written, name = "", rest = ""] = (isOutput ? output : tag).exec(body) ?? [];
  if (written === undefined) return { text: body.slice(start, start + 2), end: start + 2 };
  const at = { start, end: start + written.length, named: new Map<string, string>() };
  if (isOutput) return { ...at, name: "{{", listed: [name], rest: written, isAlone: true };
  const closes = /^end(.+)$/u.exec(name)?.[1];
  // What steers a template may not hold what stands up to its end.
  return { ...at, name, listed: [], rest, closes, isAlone: isOf("steersLiquid", { name }) };
}

function markdown(use: Use, at: Shown): Converted {
  const { name, rest = "", inner } = use;
  if (name === "{{") return outputText(use, at);
  if (name !== "capture") return liquidTag(use);
  const held = unquoted(rest);
  // What only an include would show stands where it was written.
  const isShown = new RegExp(`\\{\\{-?\\s*${escapedPattern(held)}(?![\\w-])`, "u").test(at.body);
  if (!isShown) return { text: inner ?? "", block: !use.inline };
  at.captured.set(held, inner ?? "");
  return inline("");
}

function outputText({ listed: [expression = ""], rest: written = "", start }: Use, at: Shown): Converted {
  const value = shownBy(expression, at);
  const isBlock = value?.includes("\n") && /\|\s*markdownify/u.test(expression);
  if (value !== undefined) return { text: isBlock ? `\n\n${value.trim()}\n\n` : value, block: false };
  const isValue = /^[\p{L}_][\p{L}\p{N}_.[\]"'-]*(?:\s*\|.*)?$/u.test(expression);
  at.context.warn(isValue ? "liquid-value" : "liquid-shown", start, { written });
  return inline(isValue ? "" : `\`${written}\``);
}

/** What `{{ … }}` shows where it can be known: texts, the page's and the site's settings, and filters that make addresses; undefined otherwise. */
function shownBy(expression: string, at: Shown): string | undefined {
  const parts = expression.split(/\|(?=(?:[^"']*["'][^"']*["'])*[^"']*$)/u).map((part) => part.trim());
  const [head = "", ...rest] = parts;
  return rest.reduce<string | undefined>(
    (value, written) => {
      const [, name = "", argument = ""] = /^([\w-]+)\s*(?::\s*(.*))?$/u.exec(written) ?? [];
      const given = argument === "" ? undefined : operand(argument.trim(), at);
      return value === undefined || unseen.test(name)
        ? value
        : (filters.get(name)?.(value, given) ?? at.captured.get(head));
    },
    operand(head, at),
  );
}

function operand(text: string, { context, captured }: Shown): string | undefined {
  const { site, page } = context;
  const literal = /^"([^"]*)"$|^'([^']*)'$/u.exec(text);
  if (literal) return literal[1] ?? literal[2] ?? "";
  const held = captured.get(text);
  if (held !== undefined) return held;
  const { basePath, baseUrl = "", params, data } = site;
  const url = baseUrl.replace(/^(https?:\/\/[^/]*).*$/u, "$1");
  const known = {
    site: { ...params, data, url, baseurl: basePath.replace(/\/$/u, "") },
    page: { ...page.data, url: page.path, title: page.title },
  };
  const value = keysOf(text).reduce<unknown>(below, known);
  return value === "" ? value : textOf(value);
}

/** `site.data.people["kim"].tags[0]` as `site`, `data`, `people`, `kim`, `tags`, `0`. */
function keysOf(text: string): string[] {
  const keys = [...`.${text}`.matchAll(/\.([^\s.[\]]+)|\[(?:"([^"]*)"|'([^']*)'|(-?\d+))\]|[\s\S]/gu)];
  return keys.map(([, name, double, single, index]) => (name ?? double ?? single ?? index ?? "").normalize("NFC"));
}

function below(value: unknown, key: string): unknown {
  if (!Array.isArray(value)) return isMap(value) ? value[key] : undefined;
  if (key === "size") return value.length;
  if (key === "first" || key === "last") return value.at(key === "first" ? 0 : -1);
  return /^-?\d+$/u.test(key) ? value.at(Number(key)) : undefined;
}

/** Filters that leave what Markdown needs as it is. */
const unseen = /^(?:markdownify|strip|escape|strip_html|xml_escape|uri_escape|url_encode|strip_newlines|safe)$/u;
const rooted = (value: string) => (/^https?:/u.test(value) ? value : `/${value}`.replace(/\/{2,}/gu, "/"));
const filters = new Map<string, (value: string, given: string | undefined) => string | undefined>([
  ["url", rooted],
  ["relative_url", rooted],
  ["absolute_url", rooted],
  ["prepend", (value, given) => (given === undefined ? undefined : given + value)],
  ["append", (value, given) => (given === undefined ? undefined : value + given)],
  ["remove", (value, given) => (given === undefined ? undefined : value.replaceAll(given, ""))],
  ["downcase", (value) => value.toLowerCase()],
  ["upcase", (value) => value.toUpperCase()],
]);
