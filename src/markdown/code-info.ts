/** What a code block's info string asks for. */
export interface CodeInfo {
  readonly language: string;
  readonly title?: string;
  readonly numbered: boolean;
  readonly marked: ReadonlySet<number>;
  readonly inserted: ReadonlySet<number>;
  readonly deleted: ReadonlySet<number>;
  /** Whether each line needs an element of its own. */
  readonly hasLines: boolean;
}

/**
 * Reads an info string: `js title="a.js" {1,3-4} showLineNumbers ins={2} del={5}`, or Hugo's
 * `go {linenos=table,hl_lines=[2,"4-5"]}`, VitePress's `js{1} [a.js]`, HackMD's `js=`.
 */
export function codeInfo(language: string, meta: string): CodeInfo {
  const [, counted] = /^([\w+#.-]+)=(?:\d*|\+)$/u.exec(language) ?? [];
  if (counted !== undefined) return { ...codeInfo(counted, `${meta} showLineNumbers`) };
  const inBraces = /^([^{:]*)[{:](.*)$/u.exec(language);
  const name = (inBraces?.[1] ?? language).toLowerCase();
  const rest = inBraces ? `{${(inBraces[2] ?? "").replace(/^\{/u, "")} ${meta}` : meta;
  const title = /\b(?:title|file|filename)=(?:"([^"]*)"|'([^']*)'|([^\s}]+))/u.exec(rest);
  const hugoNumbers = /\blinenos=(?!false)/iu.test(rest);
  const numbered = hugoNumbers || /\b(?:showLineNumbers|lineNumbers|linenos)\b(?!=)/u.test(rest);
  const marked = linesOf(
    /\bhl_lines=(\[[^\]]*\]|"[^"]*"|[\d-]+)/u.exec(rest)?.[1] ?? /(?:^|\s)\{([\d\s,-]+)\}/u.exec(rest)?.[1],
  );
  const inserted = linesOf(/\bins=\{([^}]*)\}/u.exec(rest)?.[1]);
  const deleted = linesOf(/\bdel=\{([^}]*)\}/u.exec(rest)?.[1]);
  const hasLines = numbered || marked.size + inserted.size + deleted.size > 0;
  const words = title?.[1] ?? title?.[2] ?? title?.[3] ?? /(?:^|\s)\[([^\]\n]+)\](?=\s|$)/u.exec(meta)?.[1];
  return {
    language: name,
    ...(words === undefined ? {} : { title: words }),
    numbered,
    marked,
    inserted,
    deleted,
    hasLines,
  };
}

/** Numbers named by `1,3-5`; ranges longer than 10,000 lines are cut there. */
function linesOf(spec = ""): Set<number> {
  const lines = new Set<number>();
  for (const [, from = "", to = from] of spec.matchAll(/(\d+)(?:\s*-\s*(\d+))?/gu)) {
    const last = Math.min(Number(to), Number(from) + 10_000);
    for (let line = Number(from); line <= last; line++) lines.add(line);
  }
  return lines;
}

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
