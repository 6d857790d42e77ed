import { nameToEmoji } from "gemoji";
import type { Edit } from "./edits.ts";
import { isInside, type MarkdownMap } from "./markdown-map.ts";

/** Edits that put signs for GitHub's `:smile:` names, as Hugo's `enableEmoji` and Jekyll's jemoji do; unknown names stay. */
export function emojiEdits(body: string, map: MarkdownMap): Edit[] {
  return [...body.matchAll(/:([a-z0-9_+-]+):/gu)].flatMap(({ 0: whole, 1: name = "", index }) => {
    const sign = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
    if (sign === undefined || isInside(map.code, index) || isInside(map.html, index)) return [];
    return [{ start: index, end: index + whole.length, text: sign }];
  });
}
