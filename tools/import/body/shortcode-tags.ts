/** Arguments of a shortcode. */
export interface Arguments {
  readonly listed: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

/** A piece of a body: text, or a shortcode's tag. */
export type Token =
  | { readonly kind: "text"; readonly text: string; readonly start: number }
  | (Tag & { readonly kind: "open" | "close" });

/** A tag as written. */
interface Tag {
  readonly name: string;
  readonly args: Arguments;
  readonly start: number;
  readonly end: number;
  readonly selfClosing: boolean;
}

const argument = /\s*(?:([\w:.@-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s"`=]+?)(?=\s|\/?\s*[>%]\}\}))/suy;
const opening = /\{\{([<%])\s*(\/?)\s*([\p{L}\w][\p{L}\w./-]*?)(?=\s|\/?\s*[>%]\}\})/suy;

/** Reads the shortcode's tag at an offset; undefined where none stands. */
export function tagAt(text: string, start: number): (Tag & { kind: "open" | "close" }) | undefined {
  opening.lastIndex = start;
  const match = opening.exec(text);
  if (!match) return undefined;
  const [whole, bracket, slash, name = ""] = match;
  const listed: string[] = [];
  const named = new Map<string, string>();
  const closing = bracket === "<" ? /\s*(\/?)\s*>\}\}/suy : /\s*(\/?)\s*%\}\}/suy;
  let at = start + whole.length;
  for (;;) {
    closing.lastIndex = at;
    const end = closing.exec(text);
    if (end) {
      const kind = slash === "/" ? "close" : "open";
      return { kind, name, args: { listed, named }, start, end: at + end[0].length, selfClosing: end[1] === "/" };
    }
    argument.lastIndex = at;
    const found = argument.exec(text);
    if (!found || found[0] === "") return undefined;
    const value = found[2]?.replace(/\\(["\\])/gu, "$1") ?? found[3] ?? found[4] ?? "";
    if (found[1] === undefined) listed.push(value);
    else named.set(found[1].toLowerCase(), value);
    at += found[0].length;
  }
}

/** An escaped tag (`{{</* x *​/>}}`) at an offset: what Hugo shows for it, and its end. */
export function escapedTagAt(text: string, start: number): { shown: string; end: number } | undefined {
  const match = /\{\{([<%])\/\*(.*?)\*\/([>%])\}\}/suy;
  match.lastIndex = start;
  const found = match.exec(text);
  return found
    ? { shown: `{{${found[1] ?? ""}${found[2] ?? ""}${found[3] ?? ""}}}`, end: start + found[0].length }
    : undefined;
}

/** What becomes of a tag that stands in code, by its offset in the body. */
export type CodeTag = (tag: Tag & { readonly kind: "open" | "close" }, written: string) => string;

/** Code whose escaped tags stand as Hugo shows them; `start` is its offset in the body. */
export function codeTags(text: string, start: number, inCode: CodeTag): string {
  return text.replace(
    /\{\{([<%])\/\*(.*?)\*\/([>%])\}\}|\{\{[<%]\s*\/?\s*[\p{L}\w](?:[^{}]|\{(?!\{)|\}(?!\}))*?[>%]\}\}/gsu,
    (written: string, ...rest: (string | number | undefined)[]) => {
      const [left, shown, right, at] = rest;
      if (left !== undefined) return `{{${String(left)}${String(shown)}${String(right)}}}`;
      const tag = tagAt(text, Number(at));
      return tag === undefined || tag.end !== Number(at) + written.length
        ? written
        : inCode({ ...tag, start: start + tag.start }, written);
    },
  );
}
