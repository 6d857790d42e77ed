import { isMap } from "./front-matter.ts";

/** A map of front matter, settings or data. */
export type Data = Readonly<Record<string, unknown>>;

/** The value of the first of these keys that is written and not empty, letter case aside; `a.b` goes into maps. */
export function valueAt(data: Data, ...names: readonly string[]): unknown {
  for (const name of names) {
    const value = name.split(".").reduce<unknown>((at, key) => (isMap(at) ? ofKey(at, key) : undefined), data);
    if (value !== undefined && value !== null && value !== "") return value;
  }
  return undefined;
}

function ofKey(data: Data, name: string): unknown {
  if (name in data) return data[name];
  const key = Object.keys(data).findLast((written) => written.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : data[key];
}

/** The text under the first of these keys that holds text, a number or a boolean; trimmed, never empty. */
export function textAt(data: Data, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = textOf(valueAt(data, name));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A scalar as trimmed text; undefined for maps, lists and nothing. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return undefined;
  const text = String(value).trim();
  return text === "" ? undefined : text;
}

/** A Go or YAML 1.1 boolean (`true`, `yes`, `on`, `1`); undefined for anything else. */
export function booleanAt(data: Data, ...names: readonly string[]): boolean | undefined {
  const text = textAt(data, ...names)?.toLowerCase();
  if (text === undefined) return undefined;
  if (/^(?:true|yes|on|y|1)$/u.test(text)) return true;
  return /^(?:false|no|off|n|0)$/u.test(text) ? false : undefined;
}

/** A number under one of these keys, written as number or as text. */
export function numberAt(data: Data, ...names: readonly string[]): number | undefined {
  const text = textAt(data, ...names);
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** A list of texts from a list, a scalar or a map's `name`s; `split` cuts a scalar. Empty ones go, equal ones once. */
export function listOf(value: unknown, split: RegExp | undefined = undefined): string[] {
  const items = Array.isArray(value) ? value.flat(2) : [value];
  const texts = items.flatMap((item: unknown) => {
    const text = textOf(item) ?? (isMap(item) ? textAt(item, "name", "title", "id") : undefined) ?? "";
    return (split && !Array.isArray(value) ? text.split(split) : [text]).map((part) => part.trim().normalize("NFC"));
  });
  return [...new Set(texts)].filter((text) => text !== "");
}

/** The text of the heading that a body begins with, which is its title where none is written. */
export function headingOf(body: string): string | undefined {
  return /^\s*# +(.+?)(?: +#+)?[ \t]*(?:\n|$)/u.exec(body)?.[1];
}
