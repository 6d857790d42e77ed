import type { CodeInfo } from "./code-info.ts";

const mark =
  /[ \t]*(?:\/\/|#|--|;|%|<!--|\/\*)[ \t]*\[!code[ \t]+(\+\+|--|hl|highlight|focus|warning|error)(?::(\d{1,3}))?\][ \t]*(?:-->|\*\/)?[ \t]*$/u;

/** Code without VitePress's marks behind its lines (`// [!code ++]`), and the lines that they mark. */
export function withCodeMarks(source: string, info: CodeInfo): { source: string; info: CodeInfo } {
  if (!source.includes("[!code ")) return { source, info };
  const marked = new Set(info.marked);
  const inserted = new Set(info.inserted);
  const deleted = new Set(info.deleted);
  const lines = source.split("\n").map((line, index) => {
    const [whole, kind, count = "1"] = mark.exec(line) ?? [];
    if (whole === undefined) return line;
    const lines = kind === "++" ? inserted : kind === "--" ? deleted : marked;
    for (let at = 1; at <= Number(count); at++) lines.add(index + at);
    return line.slice(0, -whole.length);
  });
  const hasLines = info.hasLines || marked.size + inserted.size + deleted.size > 0;
  return { source: lines.join("\n"), info: { ...info, marked, inserted, deleted, hasLines } };
}
