import { escaped } from "#model/escape.ts";

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
