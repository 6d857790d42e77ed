import type { Arguments, Token } from "./shortcode-tags.ts";

/** A body as text and shortcodes; one that is closed holds what stood between. */
export type ShortcodeNode = { readonly kind: "text"; readonly text: string; readonly start: number } | Call;

/** A use of a shortcode. */
export interface Call {
  readonly kind: "call";
  readonly name: string;
  readonly args: Arguments;
  /** Offset in the body as it was. */
  readonly start: number;
  readonly inner?: readonly ShortcodeNode[];
}

/** Nests tokens; tags that nothing closes stand alone, and closing tags that close nothing are handed to `unopened`. */
export function shortcodeTree(
  tokens: readonly Token[],
  unopened: (start: number, name: string) => void,
): ShortcodeNode[] {
  const nodes: ShortcodeNode[] = [];
  const open: { name: string; index: number }[] = [];
  for (const token of tokens) {
    if (token.kind === "text") nodes.push(token);
    else if (token.kind === "open") {
      if (!token.selfClosing) open.push({ name: token.name, index: nodes.length });
      nodes.push({ kind: "call", name: token.name, args: token.args, start: token.start });
    } else {
      const level = open.findLastIndex(({ name }) => name === token.name);
      const found = open[level];
      if (found === undefined) unopened(token.start, token.name);
      else {
        const inner = nodes.splice(found.index + 1);
        const call = nodes.pop();
        if (call?.kind === "call") nodes.push({ ...call, inner });
        open.length = level;
      }
    }
  }
  return nodes;
}
