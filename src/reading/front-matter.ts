/** A source file cut into its front matter and its body. */
export interface Parts {
  readonly format: "yaml" | "toml" | "json" | "none";
  /** The front matter without its fences. */
  readonly raw: string;
  /** 1-based line of the file on which `raw` begins. */
  readonly rawLine: number;
  readonly body: string;
  /** 1-based line of the file on which `body` begins. */
  readonly bodyLine: number;
  /** True where the opening fence has no closing one. */
  readonly unclosed: boolean;
}

const fences = { "---": "yaml", "+++": "toml" } as const;

/** Cuts text (LF line ends) as Hugo does: `---` YAML, `+++` TOML, `{` JSON; blank lines may stand before. */
export function splitFrontMatter(text: string): Parts {
  const blank = /^(?:[ \t]*\n)*/u.exec(text)?.[0].length ?? 0;
  const opening = /^(---|\+\+\+)[ \t]*(?:\n|$)/u.exec(text.slice(blank, blank + 200));
  const fence = opening?.[1] as keyof typeof fences | undefined;
  if (opening && fence) return fenced({ text, start: blank + opening[0].length, fence });
  if (/^\{\s*(?:"|\}|\n)/u.test(text.slice(blank, blank + 200))) return json(text, blank);
  return { format: "none", raw: "", rawLine: 1, body: text, bodyLine: 1, unclosed: false };
}

function fenced(at: { text: string; start: number; fence: keyof typeof fences }): Parts {
  const { text, start, fence } = at;
  const closing = new RegExp(`^${fence === "---" ? "---" : "\\+\\+\\+"}[ \\t]*$`, "mu").exec(text.slice(start));
  const end = closing ? start + closing.index : undefined;
  return parted(text, fences[fence], { start, end, gap: (closing?.[0].length ?? 0) + 1 });
}

function json(text: string, start: number): Parts {
  const end = objectEnd(text, start);
  return parted(text, "json", { start, end, gap: /^[ \t]*\n?/u.exec(text.slice(end))?.[0].length ?? 0 });
}

/** The parts where the front matter stands from `start` to `end`, if it ends, and the body begins `gap` behind that. */
function parted(
  text: string,
  format: Parts["format"],
  { start, end, gap }: { start: number; end: number | undefined; gap: number },
): Parts {
  const [raw, rawLine] = [text.slice(start, end), lineOf(text, start)];
  if (end === undefined) return { format, raw, rawLine, body: "", bodyLine: rawLine, unclosed: true };
  return { format, raw, rawLine, body: text.slice(end + gap), bodyLine: lineOf(text, end + gap), unclosed: false };
}

function objectEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gsu)) {
    if (token === "{") depth += 1;
    if (token === "}") depth -= 1;
    if (depth === 0) return start + index + 1;
  }
  return undefined;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
