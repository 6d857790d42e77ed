import { sentinel } from "./sentinels.ts";

const longest = 1000;
const fileName = /\.[A-Za-z0-9]{1,5}(?:[?#]\S*)?$|^\.{0,2}\//u;
const title = /[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))$/u;

/**
 * Source in which the blanks of an address are part of it: `![하나](그림 하나.png)`, `[글](문서 하나.pdf)`, and the size
 * behind a picture's, `![](그림.png =300x200)`. In code the blanks come back as they were.
 */
export function withKeptBlanks(source: string): string {
  let out = "";
  let from = 0;
  for (let at = source.indexOf("]("); at !== -1; at = source.indexOf("](", at + 2)) {
    const inside = destinationAt(source, at + 2);
    const lead = /^[ \t]*/u.exec(inside)?.[0].length ?? 0;
    const address = inside.slice(lead).trimEnd().replace(title, "").trimEnd();
    if (!/[ \t]/u.test(address) || /["<>]/u.test(address)) continue;
    const isPicture = /!\[[^\]\n]*$/u.test(source.slice(Math.max(0, at - longest), at));
    if (!fileName.test(address) && !(isPicture && / =\d*(?:x\d*)?%?$/u.test(address))) continue;
    const start = at + 2 + lead;
    out += source.slice(from, start) + address.replace(/[ \t]/gu, sentinel.blank);
    from = start + address.length;
  }
  return from === 0 ? source : out + source.slice(from);
}

/** What stands between a link's parentheses, up to the one that closes them; empty where none does on the line. */
function destinationAt(source: string, start: number): string {
  let depth = 0;
  for (let at = start; at < source.length && at < start + longest; at++) {
    const character = source[at];
    if (character === "\n" || character === "<") return "";
    if (character === "(") depth += 1;
    else if (character === ")" && depth-- === 0) return source.slice(start, at);
  }
  return "";
}
