import { escaped } from "#model/escape.ts";
import type { PropertyValue } from "./tree.ts";

const named: Readonly<Record<string, string>> = { className: "class", htmlFor: "for", httpEquiv: "http-equiv" };

/** An attribute as HTML with a space before it; empty for what is absent or false. */
export function printedAttribute(property: string, value: PropertyValue): string {
  if (value === undefined || value === null || value === false) return "";
  const name = attributeName(property);
  if (value === true || value === "") return value === "" && name === "alt" ? ' alt=""' : ` ${name}`;
  const joined = Array.isArray(value) ? value.join(" ") : String(value);
  return ` ${name}="${escaped(joined)}"`;
}

function attributeName(property: string): string {
  const known = named[property];
  if (known !== undefined) return known;
  if (/^aria[A-Z]/u.test(property)) return `aria-${property.slice(4).toLowerCase()}`;
  if (/^data[A-Z]/u.test(property)) return property.replace(/[A-Z]/gu, (c) => `-${c.toLowerCase()}`);
  return property.toLowerCase();
}
