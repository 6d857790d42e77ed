import type { FileMessage } from "#messages/message.ts";
import type { Code } from "#text/messages.ts";
import type { Draft } from "./draft.ts";

/** What the MDX parser says, by the code of what we say. */
const mdxCodes: readonly (readonly [said: RegExp, code: Code])[] = [
  [/Expected a closing tag for `<(.+?)>`/u, "mdx-unclosed"],
  [/Unexpected closing tag `<\/(.+?)>`/u, "mdx-unopened"],
  [/create a comment/u, "mdx-comment"],
  [/after `<`|before name/u, "mdx-angle"],
  [/parse expression|closing brace/u, "mdx-braces"],
];

/** How deep elements may lie in each other: what walks a tree calls itself, and runs out of room at some thousands. */
const maxDepth = 500;

const opening = /<[a-z]|(?<=^|[\s>])(?:[>*+-]|\d+[.)]) /giu;
const tag = /<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>/giu;
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/iu;

/** The error of a body whose elements lie too deep in each other; undefined for any other. */
export function depthProblem(html: string, draft: Draft, source: string): FileMessage | undefined {
  if ((source.match(opening)?.length ?? 0) <= maxDepth) return undefined;
  let depth = 0;
  for (const [, slash, name = ""] of html.matchAll(tag)) {
    if (!empty.test(name)) depth += slash === "/" ? -1 : 1;
    if (depth > maxDepth) return tooDeep(draft, source);
  }
  return undefined;
}

function tooDeep(draft: Draft, source: string): FileMessage {
  const depths = source.split("\n").map((line) => line.match(opening)?.length ?? 0);
  const line = draft.bodyLine + depths.indexOf(Math.max(...depths));
  const at = { file: draft.file, line, column: 1, field: "body" };
  return { severity: "error", ...at, code: "too-deep", values: { limit: maxDepth } };
}

/** Why a body could not be made HTML, at its line. */
export function bodyProblem(error: unknown, draft: Draft, source: string): FileMessage {
  if (error instanceof RangeError) return tooDeep(draft, source);
  const said = error instanceof Error ? error.message : String(error);
  const [, line = "1", column = "1", message = ""] = /^(?:(\d+):(\d+): )?(.*)$/su.exec(said) ?? [];
  const place = { line: Number(line) + draft.bodyLine - 1, column: Number(column), field: "body" };
  const at = { severity: "error" as const, file: draft.file, ...place };
  if (draft.format !== "mdx") return { ...at, code: "body-failed", values: { message } };
  const [pattern, code] = mdxCodes.find(([known]) => known.test(message)) ?? [/$/u, "mdx-unreadable" as const];
  const corrected = asText(source.split("\n")[Number(line) - 1] ?? "", Number(column), code);
  const values = { tag: pattern.exec(message)?.[1] ?? "", message };
  return { ...at, code, values, ...(corrected !== undefined && { corrected }) };
}

/** The line with the mark that makes a brace or an angle text: the last before the column that has none, or else the first after it. */
function asText(line: string, column: number, code: Code): string | undefined {
  const mark = { "mdx-braces": /(?<!\\)\{/gu, "mdx-angle": /(?<!\\)</gu }[code as string];
  const places = mark ? Array.from(line.matchAll(mark), ({ index }) => index) : [];
  const at = places.findLast((place) => place < column) ?? places[0];
  return at === undefined ? undefined : `${line.slice(0, at)}\\${line.slice(at)}`.trim();
}
