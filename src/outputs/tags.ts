/** A start tag with those of its attributes that have a value; an empty value leaves the name alone. */
export function tag(name: string, attributes: Readonly<Record<string, string | undefined>>): string {
  let printed = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value === "") printed += ` ${key}`;
    else if (value !== undefined) printed += ` ${key}="${quoted(value)}"`;
  }
  return `${printed}>`;
}

/** Text between tags. */
export function text(value: string): string {
  if (!/[&<>"']/u.test(value)) return value;
  return quoted(value).replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("'", "&#39;");
}

/** The value of an attribute, between double quotes. */
export function quoted(value: string): string {
  if (!value.includes("&") && !value.includes('"')) return value;
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
