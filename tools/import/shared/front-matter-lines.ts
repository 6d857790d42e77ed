/**
 * Front matter that no parser takes, read line by line: `key: value` or `key = value` at the line's start, lists below a
 * key or in brackets; everything else is kept as text. Never fails.
 */
export function dataByLines(text: string): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  let open = "";
  for (const line of text.split("\n")) {
    const [, key, value = ""] = /^["']?([\p{L}\w][\p{L}\w .-]*?)["']?\s*[:=](?:\s+|$|(?=["'[]))(.*)$/u.exec(line) ?? [];
    const item = /^\s*-\s+(.*)$/u.exec(line)?.[1];
    if (key !== undefined) {
      open = key;
      data[key] = value.trim() === "" || value.trim() === "[" ? undefined : scalarOrList(value.trim());
    } else if (open !== "" && line.trim() !== "" && !/^\s*#/u.test(line) && line.trim() !== "]")
      data[open] = extended(data[open], item ?? line.trim(), item !== undefined);
  }
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

function extended(before: unknown, text: string, isItem: boolean): unknown {
  const value = unquoted(text.replace(/,$/u, ""));
  if (Array.isArray(before)) return [...(before as unknown[]), value];
  if (before === undefined) return [value];
  return isItem ? [before, value] : `${String(before)} ${value}`;
}

function scalarOrList(text: string): unknown {
  const inside = /^\[(.*)\]$/u.exec(text)?.[1];
  return inside === undefined
    ? unquoted(text)
    : inside
        .split(",")
        .map((item) => unquoted(item.trim()))
        .filter((item) => item !== "");
}

function unquoted(text: string): string {
  return (/^"(.*)"$/u.exec(text)?.[1] ?? /^'(.*)'$/u.exec(text)?.[1] ?? text).trim();
}
