import type { BodyContext } from "#tools/import/shared/blog.ts";
import { textOf, valueAt } from "#tools/import/shared/values.ts";

/** What `{{ … }}` shows where it can be known: texts, the page's and the site's settings, and filters that make addresses; undefined otherwise. */
export function liquidValue(
  expression: string,
  context: BodyContext,
  captured: ReadonlyMap<string, string>,
): string | undefined {
  const [head = "", ...filters] = expression
    .split(/\|(?=(?:[^"']*["'][^"']*["'])*[^"']*$)/u)
    .map((part) => part.trim());
  let value = operand(head, context, captured);
  for (const filter of filters) {
    if (value === undefined) return undefined;
    value = filtered(value, filter, (text) => operand(text, context, captured));
  }
  return value;
}

function operand(text: string, context: BodyContext, captured: ReadonlyMap<string, string>): string | undefined {
  const literal = /^"([^"]*)"$|^'([^']*)'$/u.exec(text);
  if (literal) return literal[1] ?? literal[2] ?? "";
  const held = captured.get(text);
  if (held !== undefined) return held;
  if (text === "site.baseurl") return context.site.basePath.replace(/\/$/u, "");
  if (text === "site.url") return (context.site.baseUrl ?? "").replace(/^(https?:\/\/[^/]*).*$/u, "$1");
  if (text === "page.url") return context.page.path;
  if (text === "page.title") return context.page.title;
  if (/^site\.data\b/u.test(text)) return context.site.dataAt?.(dataKeys(text));
  const [, owner, name = ""] = /^(page|site)\.([\w.-]+)$/u.exec(text) ?? [];
  if (owner === "page") return textOf(valueAt(context.page.data, name));
  return owner === "site" ? textOf(valueAt(context.site.params, name)) : undefined;
}

/** `site.data.people["kim"].tags[0]` as `people`, `kim`, `tags`, `0`. */
function dataKeys(text: string): string[] {
  const rest = text.slice("site.data".length);
  const keys = [...rest.matchAll(/\.([^\s.[\]]+)|\[(?:"([^"]*)"|'([^']*)'|(-?\d+))\]/guy)];
  const whole = keys.map(([match]) => match).join("");
  return whole === rest ? keys.map(([, name, double, single, index]) => name ?? double ?? single ?? index ?? "") : [];
}

function filtered(
  value: string,
  filter: string,
  valueOfText: (text: string) => string | undefined,
): string | undefined {
  const [, name = "", argument = ""] = /^([\w-]+)\s*(?::\s*(.*))?$/u.exec(filter) ?? [];
  const given = argument === "" ? undefined : valueOfText(argument.trim());
  if (same.test(name)) return value;
  switch (name) {
    case "relative_url":
    case "absolute_url":
      return /^https?:/u.test(value) ? value : `/${value}`.replace(/\/{2,}/gu, "/");
    case "prepend":
      return given === undefined ? undefined : given + value;
    case "append":
      return given === undefined ? undefined : value + given;
    case "downcase":
      return value.toLowerCase();
    case "upcase":
      return value.toUpperCase();
    default:
      return undefined;
  }
}

/** Filters that leave what Markdown needs as it is. */
const same = /^(?:markdownify|strip|escape|strip_html|xml_escape|uri_escape|url_encode|strip_newlines|safe)$/u;
