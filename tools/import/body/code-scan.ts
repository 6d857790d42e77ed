/** Where a fence's signs end in its line. */
export function fenceStart(line: string, fence: string): number {
  return line.indexOf(fence) + fence.length;
}

/** The end of a fenced block that opens on the line at `start`; undefined for a line that opens none. */
export function fenceEnd(body: string, start: number, line: { sign: string; fence: string }): number | undefined {
  const { sign, fence } = line;
  const info = sign.slice(fenceStart(sign, fence));
  if (fence.startsWith("`") && info.includes("`")) return undefined;
  const closing = new RegExp(`^[ \\t>]*${fence[0] ?? ""}{${String(fence.length)},}[ \\t]*$`, "mu");
  const rest = start + sign.length + 1;
  const found = closing.exec(body.slice(rest));
  return found ? rest + found.index + found[0].length : body.length;
}

/** The end of a code span inside its paragraph. */
export function spanEnd(body: string, start: number, ticks: string): number | undefined {
  const blank = /\n[ \t]*\n/gu;
  blank.lastIndex = start;
  const paragraph = body.slice(start + ticks.length, blank.exec(body)?.index ?? body.length);
  const found = new RegExp(`(?<!\`)${ticks}(?!\`)`, "u").exec(paragraph);
  return found ? start + ticks.length + found.index + ticks.length : undefined;
}
