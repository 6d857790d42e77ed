export function escapedText(text: string): string {
  return /[&<>]/u.test(text) ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;") : text;
}

/** Text made safe between tags and in a double-quoted attribute of HTML and XML. */
export function escaped(text: string): string {
  return escapedText(text).replaceAll('"', "&quot;");
}

/** Text that a regular expression takes as it stands; `RegExp.escape` would need Node 24. */
export function escapedPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}

/** A start tag with those of its attributes that have a value; an empty value leaves the name alone. */
export function tag(name: string, attributes: Readonly<Record<string, string | undefined>>): string {
  let printed = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value === "") printed += ` ${key}`;
    else if (value !== undefined) printed += ` ${key}="${escaped(value)}"`;
  }
  return `${printed}>`;
}
