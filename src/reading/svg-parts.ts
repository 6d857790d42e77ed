/** Up to its end, or to where another begins: of many without ends none is read twice. */
const foreign = /<((?:\w+:)?foreignObject)\b(?:[^>]*\/>|(?:(?!<\1\b)[\s\S])*?<\/\1\s*>)/giu;
const acting =
  /<(?:\w+:)?(?:script|foreignObject|iframe|embed|object|handler)\b|\son[a-z]+\s*=|javascript\s*:|data\s*:\s*text\/html|<!ENTITY/iu;

/** An SVG without its foreign parts (HTML that draw.io writes beside the same words as text), undefined where it holds script, event attributes or other markup that acts. */
export function stillSvg(source: string): string | undefined {
  const still = source.includes("foreignObject") ? source.replace(foreign, "") : source;
  return acting.test(still.replace(/&#x?[0-9a-f]+;|\s+/giu, " ")) ? undefined : still;
}

const namespace = /\sxmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
/** Namespaces of which browsers show something (SVG, XLink, XHTML). */
const known = /^http:\/\/www\.w3\.org\/(?:2000\/svg|1999\/xlink|1999\/xhtml)$/u;
const token =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(?<end>\/?)(?<name>[^\s/<>]+)(?:"[^"<]*"|'[^'<]*'|[^"'<>])*?(?<empty>\/?)>/gu;

/** An SVG without what editors write for themselves: comments, metadata, other namespaces' parts (names of files and folders), and the source that draw.io keeps in `content`. */
export function bareSvg(source: string): string {
  const others = [...source.matchAll(namespace)].flatMap(([, prefix = "", uri, same = uri]) =>
    known.test(same ?? "") ? [] : [prefix],
  );
  const prefix = others.length === 0 ? "(?!)" : `(?:${others.join("|").replaceAll(".", "\\.")}):`;
  const isLeft = new RegExp(`^(?:${prefix}|(?:\\w+:)?metadata$)`, "u");
  const left = new RegExp(`\\s(?:${prefix}[\\w.-]+|content)\\s*=\\s*(?:"[^"]*"|'[^']*')`, "gu");
  let [bare, at, depth] = ["", 0, 0];
  for (const { 0: all, index, groups: { end, name, empty } = {} } of source.matchAll(token)) {
    if (depth === 0) bare += source.slice(at, index);
    at = index + all.length;
    const isShown =
      depth === 0 && !all.startsWith("<!--") && !/^<\?(?!xml[\s-])/u.test(all) && !isLeft.test(name ?? "");
    if (isShown) bare += all.replace(left, "");
    else if (name !== undefined && !empty) depth += end ? -1 : 1;
  }
  // One that is not well-formed is told of by the proof.
  return depth === 0 ? bare + source.slice(at) : source;
}
