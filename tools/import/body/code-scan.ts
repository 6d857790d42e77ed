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
  const signs = new RegExp(`^${lead}(\`{3,}|~{3,})[^\\n]*$|\`+|${tags}|\\\\\``, "gmu");
  let at = 0;
  while (at < body.length) {
    signs.lastIndex = at;
    const found = signs.exec(body);
    on.text(at, found?.index ?? body.length);
    if (!found) return;
    at = found.index;
    const [sign, fence] = found;
    const inTicks = sign.startsWith("`") ? spanEnd(body, at, sign) : undefined;
    const end = fence === undefined ? inTicks : fenceEnd(body, at, { sign, fence });
    const next = end ?? at + (fence === undefined ? sign.length : fenceStart(sign, fence));
    if (end === undefined && sign.startsWith("{")) at = on.tag(at);
    else {
      on[end === undefined ? "text" : "code"](at, next);
      at = next;
    }
  }
}

/** Where a fence's signs end in its line. */
function fenceStart(line: string, fence: string): number {
  return line.indexOf(fence) + fence.length;
}

/** The end of a fenced block that opens on the line at `start`; undefined for a line that opens none. */
function fenceEnd(body: string, start: number, line: { sign: string; fence: string }): number | undefined {
  const { sign, fence } = line;
  const info = sign.slice(fenceStart(sign, fence));
  if (fence.startsWith("`") && info.includes("`")) return undefined;
  const closing = new RegExp(`^[ \\t>]*${fence[0] ?? ""}{${String(fence.length)},}[ \\t]*$`, "mu");
  const rest = start + sign.length + 1;
  const found = closing.exec(body.slice(rest));
  return found ? rest + found.index + found[0].length : body.length;
}

/** The end of a code span inside its paragraph. */
function spanEnd(body: string, start: number, ticks: string): number | undefined {
  const blank = /\n[ \t]*\n/gu;
  blank.lastIndex = start;
  const paragraph = body.slice(start + ticks.length, blank.exec(body)?.index ?? body.length);
  const found = new RegExp(`(?<!\`)${ticks}(?!\`)`, "u").exec(paragraph);
  return found ? start + ticks.length + found.index + ticks.length : undefined;
}
