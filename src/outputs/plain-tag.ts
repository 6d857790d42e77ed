/** A start tag that the standard's tokenizer reads in one way only: attributes in lower case, values in double quotes. */
export interface PlainTag {
  readonly name: string;
  /** Values decoded; one without a value has the empty one. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Where its `<` stands. */
  readonly start: number;
  /** Where the text after it begins. */
  readonly end: number;
}

const attributePattern = / ([a-z][a-z-]*)(?:="([^"]*)")?/uy;
const otherReference = /&(?!(?:amp|lt|gt|quot);)/u;

/** The start tag whose `<` stands at `start`, its name unchecked; undefined where its attributes are written another way. */
export function plainTag(html: string, start: number): PlainTag | undefined {
  const close = html.indexOf(">", start);
  if (close < 0) return undefined;
  const written = html.slice(start + 1, close);
  const blank = written.indexOf(" ");
  if (blank < 0) return { name: written, attributes: [], start, end: close + 1 };
  const attributes: [string, string][] = [];
  let at = start + 1 + blank;
  for (let found = attributeAt(html, at); found; found = attributeAt(html, at)) {
    const [whole, name = "", value = ""] = found;
    if (attributes.some(([other]) => other === name) || otherReference.test(value)) return undefined;
    attributes.push([name, decoded(value)]);
    at += whole.length;
  }
  return html[at] === ">" ? { name: written.slice(0, blank), attributes, start, end: at + 1 } : undefined;
}

function attributeAt(html: string, at: number): RegExpExecArray | null {
  attributePattern.lastIndex = at;
  return attributePattern.exec(html);
}

function decoded(value: string): string {
  if (!value.includes("&")) return value;
  return value.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
