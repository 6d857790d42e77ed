/** A pattern over paths (`*`, `**`, `?`, letter case aside) as a regular expression; a slash at its start says nothing. */
export function globbed(pattern: string): RegExp {
  const parts = pattern.replace(/^\//u, "").split(/(\*{1,2}|\?)/u);
  const signs: Readonly<Record<string, string>> = { "**": ".*", "*": "[^/]*", "?": "[^/]" };
  return new RegExp(`^${parts.map((part) => signs[part] ?? RegExp.escape(part)).join("")}$`, "iu");
}
