import { sentinel } from "./sentinels.ts";

const lead = String.raw`^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*`;
const openFormula = new RegExp(String.raw`(${lead})\$\$(?!\$)([^\n]*)`, "gmu");
const blockSign = /(\n[ \t>]*)(?=[-+*=_#~`\d])/gu;
const leadAlone = new RegExp(`${lead}$`, "u");

/** Text whose formulas of several lines are no fences where a line of dollar signs holds more than these (`$$a\nb$$`): the parser would lose what stands there, and take all that follows for a formula. */
export function withOpenFormulas(part: string): string {
  let [out, from, past] = ["", 0, 0];
  for (const { index, 0: whole, 1: before = "", 2: beside = "" } of part.matchAll(openFormula)) {
    if (index < past || beside.includes("$$")) continue;
    const isAlone = beside.trim() === "";
    const lineEnd = index + whole.length;
    const close = part.indexOf("$$", lineEnd);
    const inside = part.slice(lineEnd, close === -1 ? lineEnd : close);
    const isClosed = close !== -1 && (isAlone || !/\n[ \t>]*\n/u.test(inside));
    const isOnOwnLine = isClosed && leadAlone.test(inside.slice(inside.lastIndexOf("\n") + 1));
    const isFence = isAlone && isOnOwnLine && /^[ \t]*(?:\n|$)/u.test(part.slice(close + 2, close + 200));
    // What closes one opens no other.
    if (isClosed) past = close + 1;
    if (isFence) continue;
    const start = index + before.length;
    out += part.slice(from, start) + sentinel.joiner;
    from = start;
    if (!isClosed) continue;
    // Its lines begin no lists.
    out += part.slice(start, close).replace(blockSign, `$1${sentinel.joiner}`) + (isOnOwnLine ? sentinel.joiner : "");
    from = close;
  }
  return out + part.slice(from);
}
