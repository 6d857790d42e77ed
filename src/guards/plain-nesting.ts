const words = (list: string) => list.split(" ");

/** Elements that stand in some parents alone. Wherever else they stood, a browser would move, close or drop something. */
const parents = new Map<string, readonly string[]>([
  ["body", ["html"]],
  ...words("meta link title script").map((name) => [name, ["head"]] as const),
  ["li", ["ul", "ol"]],
  ...words("dt dd").map((name) => [name, ["dl"]] as const),
  ...words("caption thead tbody tfoot").map((name) => [name, ["table"]] as const),
  ["tr", ["thead", "tbody", "tfoot"]],
  ...words("td th").map((name) => [name, ["tr"]] as const),
  ...words("rt rp").map((name) => [name, ["ruby"]] as const),
  ...words("g path circle rect line polyline polygon ellipse use").map((name) => [name, ["svg", "g"]] as const),
]);

const headings = words("h1 h2 h3 h4 h5 h6");
/** Elements before which the standard ends an open paragraph. */
const blocks = new Set([
  ...headings,
  ...words("address article aside blockquote details div dl fieldset figcaption figure footer header hgroup hr main"),
  ...words("nav ol p pre search section summary table ul"),
]);
const phrases = new Set([
  ...words("a abbr b bdi bdo br cite code data del dfn em i img input ins kbd label mark picture q ruby s samp small"),
  ...words("source span strong sub sup svg time u var video wbr"),
]);
const voids = new Set(words("br hr img input link meta source wbr"));
/** Parents in which words would begin a body, or be moved before a table. */
const bare = new Set(words("html head table thead tbody tfoot tr"));

/** Whether an element never has an end tag. */
export function isVoid(name: string): boolean {
  return voids.has(name);
}

/** Whether nothing but white space may stand directly in the innermost of the open elements, or after the last. */
export function isBare(open: readonly string[]): boolean {
  return open.length === 0 || bare.has(open.at(-1) ?? "");
}

/**
 * Whether a start tag, the `index`th of its page, adds one element to the innermost of the open ones and does nothing
 * else (HTML standard, "The rules for parsing tokens in HTML content"). May say no where the answer is yes.
 */
export function isAllowedAt(name: string, open: readonly string[], index: number): boolean {
  if (index < 2) return name === (index === 0 ? "html" : "head") && open.length === index;
  const parent = open.at(-1) ?? "";
  const allowed = parents.get(name);
  if (allowed !== undefined) return allowed.includes(parent);
  if (open[1] !== "body" || bare.has(parent) || open.includes("svg")) return false;
  if (name === "a") return !open.includes("a");
  if (phrases.has(name)) return true;
  if (!blocks.has(name) || open.includes("p")) return false;
  return !headings.includes(name) || !open.some((other) => headings.includes(other));
}
