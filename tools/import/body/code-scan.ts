/** What a scan hands out, in order. */
interface Scan {
  /** Text as it stands; signs that open nothing too. */
  readonly text: (from: number, to: number) => void;
  /** A fenced block or a code span. */
  readonly code: (from: number, to: number) => void;
  /** A tag outside code; says where to go on. */
  readonly tag: (at: number) => number;
}

/** Goes through a body from code to code and from tag to tag; `tags` is the source of a pattern for what opens a tag, in `{`. */
export function scan(body: string, tags: string, on: Scan): void {
  const lead = "(?:[ \\t>]|[-*+][ \\t]|\\d{1,9}[.)][ \\t])*";
  const signs = new RegExp(`^(${lead})(\`{3,}|~{3,})[^\\n]*$|\`+|${tags}|\\\\\``, "gmu");
  let at = 0;
  while (at < body.length) {
    signs.lastIndex = at;
    const found = signs.exec(body);
    on.text(at, found?.index ?? body.length);
    if (!found) return;
    const [sign, before = "", fence] = found;
    at = found.index;
    if (sign.startsWith("{")) {
      at = on.tag(at);
      continue;
    }
    const marks = at + before.length;
    const ticks = /^`+/u.exec(fence ?? sign)?.[0];
    const block = fence === undefined ? undefined : fenceEnd(body, { marks, fence, end: at + sign.length });
    const end = block ?? (ticks === undefined ? undefined : spanEnd(body, marks, ticks));
    const next = end ?? marks + (fence ?? sign).length;
    on[end === undefined ? "text" : "code"](at, next);
    at = next;
  }
}

/** The end of a fenced block whose marks stand on the line that ends at `end`; undefined for a line that opens none. */
function fenceEnd(body: string, line: { marks: number; fence: string; end: number }): number | undefined {
  const { marks, fence, end } = line;
  if (fence.startsWith("`") && body.slice(marks + fence.length, end).includes("`")) return undefined;
  const closing = new RegExp(`^[ \\t>]*${fence[0] ?? ""}{${String(fence.length)},}[ \\t]*$`, "gmu");
  closing.lastIndex = end + 1;
  return closing.test(body) ? closing.lastIndex : body.length;
}

/** The end of a code span inside its paragraph. */
function spanEnd(body: string, start: number, ticks: string): number | undefined {
  const blank = /\n[ \t]*\n/gu;
  blank.lastIndex = start;
  const paragraph = body.slice(start + ticks.length, blank.exec(body)?.index ?? body.length);
  const found = new RegExp(`(?<!\`)${ticks}(?!\`)`, "u").exec(paragraph);
  return found ? start + ticks.length + found.index + ticks.length : undefined;
}

/** Where the last tag stands that a pattern finds, by the name in its first group: what nothing closes is not looked for again and again. */
export function lastByName(body: string, pattern: RegExp): ReadonlyMap<string, number> {
  return new Map([...body.matchAll(pattern)].map(({ 1: name = "", index }) => [name, index]));
}
