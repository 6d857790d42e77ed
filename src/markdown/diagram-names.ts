const word = "[\\p{L}\\p{N}\\p{M}_]+(?:-[\\p{L}\\p{N}\\p{M}_]+)*";
const shape = "\\[[^\\]\\n]{0,200}\\]+|\\([^)\\n]{0,200}\\)+|\\{[^}\\n]{0,200}\\}+|>[^\\]\\n]{0,200}\\]";
const edgeWords = "(?<![-=.<])(?:--|==|-\\.)[ \\t]{1,9}[^\\n]{0,200}?[ \\t](?=--|==|\\.-)";
/** Quoted words, words of an edge (`|예|`, `-- 예 -->`), a class; else a node's name with the shape behind it. */
const pieces = new RegExp(`"[^"\\n]*"|\\|[^|\\n]*\\||${edgeWords}|:::\\S+|(${word})(${shape})?`, "gu");
/** No drawing holds more; a longer source is somebody's attack or mistake. */
const mostCharacters = 20_000;
const isPlain = (name: string) => /^[\w-]+$/u.test(name);

/** Whether a source is of nodes and arrows. */
export function isFlowchart(source: string): boolean {
  return /^\s*(?:graph|flowchart)\b/u.test(source);
}

/** A flowchart whose nodes have names in ASCII, the only ones its drawer knows: `초고 --> 공개` keeps its words as labels. */
export function withPlainNames(source: string): string {
  const [head = "", ...lines] = source.split("\n");
  if (source.length > mostCharacters) return source;
  if (!isFlowchart(head) || isPlain(source.replace(/[^\p{L}]/gu, ""))) return source;
  const names = new Map<string, string>();
  const labelled = namesWithShapes(lines);
  const plain = (name: string) => {
    const known = names.get(name) ?? `name_${String(names.size + 1)}`;
    names.set(name, known);
    return known;
  };
  const node = (name: string) => {
    const isFirst = !names.has(name) && !labelled.has(name);
    return isFirst ? `${plain(name)}[${name}]` : plain(name);
  };
  const drawn = lines.map((line) => {
    const [, group, title = "", label] = /^(\s*subgraph\s+)([^[\n]+?)\s*(\[.*\])?\s*$/u.exec(line) ?? [];
    if (group !== undefined)
      return isPlain(title) ? line : `${group}${plain(title)} ${label ?? `[${title.replace(/^"|"$/gu, "")}]`}`;
    const named = /^\s*(?:class|style|click)\s/u.test(line) ? plain : node;
    return line.replace(pieces, (whole, name: string | undefined, form: string | undefined) => {
      if (name === undefined || isPlain(name)) return whole;
      return form === undefined ? named(name) : plain(name) + form;
    });
  });
  return [head, ...drawn].join("\n");
}

function namesWithShapes(lines: readonly string[]): ReadonlySet<string> {
  const found = lines.flatMap((line) => [...line.matchAll(pieces)]);
  return new Set(found.flatMap(([, name, form]) => (name !== undefined && form !== undefined ? [name] : [])));
}
