import { booleanWord } from "#model/boolean-word.ts";
import type { Instant } from "#model/instant.ts";
import { titleIn } from "#markdown/headings.ts";
import { onceEach } from "#model/once.ts";
import { isTimeZone } from "#model/site.ts";
import { offsetAt, readDate } from "#reading/dates.ts";

/** A map of front matter, settings or data. */
export type Data = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as a map; an empty one for what is none. */
export function mapOf(value: unknown): Data {
  return isMap(value) ? value : {};
}

/** The value of the first of these keys that is written and not empty, letter case aside; `a.b` goes into maps. */
export function valueAt(data: Data, ...names: readonly string[]): unknown {
  const within = (at: unknown, key: string) => (isMap(at) ? ofKey(at, key) : undefined);
  const values = names.map((name) => name.split(".").reduce<unknown>(within, data));
  return values.find((value) => value !== undefined && value !== null && value !== "");
}

function ofKey(data: Data, name: string): unknown {
  if (name in data) return data[name];
  const key = Object.keys(data).findLast((written) => written.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : data[key];
}

/** The text under the first of these keys that holds text, a number or a boolean; trimmed, never empty. */
export function textAt(data: Data, ...names: readonly string[]): string | undefined {
  return names.map((name) => textOf(valueAt(data, name))).find((text) => text !== undefined);
}

/** A scalar as trimmed text; undefined for maps, lists and nothing. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return undefined;
  const text = String(value).trim();
  return text === "" ? undefined : text;
}

/** A Go or YAML 1.1 boolean (`true`, `yes`, `on`, `1`); undefined for anything else. */
export function booleanAt(data: Data, ...names: readonly string[]): boolean | undefined {
  return booleanWord(textAt(data, ...names)?.toLowerCase() ?? "");
}

/** Whether a page's fields or a site's settings say that formulas are shown, by the names that themes give it; undefined where they say nothing. */
export function mathAt(data: Data): boolean | undefined {
  const names = "math katex mathjax usemath use_math usekatex mathjax3 page.math plugins.katex plugins.mathjax";
  const said = [...names.split(" "), "math.katex", "math.mathjax"].flatMap((name) => [
    booleanAt(data, name),
    booleanAt(data, `${name}.enable`),
  ]);
  return said.includes(true) || (said.includes(false) ? false : undefined);
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
    const text = textOf(item) ?? (isMap(item) ? textAt(item, "name", "label", "title", "id") : undefined) ?? "";
    return (split && !Array.isArray(value) ? text.split(split) : [text]).map((part) => part.trim().normalize("NFC"));
  });
  return [...new Set(texts)].filter((text) => text !== "");
}

export const heading = /^\s*(?:# +(.+?)(?: +#+)?|([^\s#>|`~-].*?)[ \t]*\n=+)[ \t]*(?:\n|$)/u;

/** The words of the heading that a body begins with, which are its title where none is written. */
export function headingOf(body: string): string | undefined {
  const [line] = heading.exec(body) ?? [];
  return line && titleIn(line);
}

/** A date as its author meant it; `timeDropped` where the time could not be one (`21:04:76`) and only the day was kept. */
export type WrittenDate = Instant & { readonly timeDropped: boolean };

/** Reads a date as our own posts' are read, without anything odd behind its day or time; one without zone is in `timeZone`. Undefined for what is no day. */
export function writtenDate(value: unknown, timeZone: string): WrittenDate | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value).trim();
  const zone = zoneNamed(timeZone);
  for (let written = text; written !== ""; written = written.replace(/\s*\S+$/u, "")) {
    const found = instantIn(written, zone);
    if (found !== undefined) return found;
  }
  return instantIn(/^\d{4}\D{0,3}\d{1,2}\D{0,3}\d{1,2}/u.exec(text)?.[0] ?? "", zone);
}

function instantIn(written: string, zone: string): WrittenDate | undefined {
  const read = readDate(written, zone);
  return read.kind === "instant" ? { ...read.instant, timeDropped: read.timeIgnored } : undefined;
}

/** The same instant as clocks in a zone show it: for machine-written UTC (`…Z`), whose author's day is another. */
export function inZone(date: WrittenDate, timeZone: string): WrittenDate {
  if (!date.hasTime || !date.iso.endsWith("+00:00")) return date;
  const wall = new Date(date.epochMs + offsetAt(zoneNamed(timeZone), date.epochMs));
  return writtenDate(wall.toISOString().slice(0, 19), timeZone) ?? date;
}

/** The name of a time zone; Korea's where it is none. */
const zoneNamed = onceEach((name: string) => (isTimeZone(name) ? name : "Asia/Seoul"));
