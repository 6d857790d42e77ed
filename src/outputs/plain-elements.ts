const words = (list: string) => list.split(" ");
const headings = words("h1 h2 h3 h4 h5 h6");

/** What a start tag needs of the elements around it to add one element to the innermost and do nothing else. */
interface Rule {
  /** The only elements it may stand in. */
  readonly parents?: readonly string[];
  /** Elements that may not be open around it. */
  readonly outside: readonly string[];
}

const anywhere: Rule = { outside: [] };
const inside = (parents: string): Rule => ({ parents: words(parents), outside: [] });
const rules = new Map<string, Rule>([
  ...words(
    "abbr b bdi bdo br cite code data del dfn em i img input ins kbd mark q ruby s samp small span strong sub sup time u var wbr",
  ).map((name) => [name, anywhere] as const),
  ["a", { outside: ["a"] }],
  ...words(
    "address article aside blockquote details div dl figcaption figure footer header hr ol p pre section summary table ul",
  ).map((name) => [name, { outside: ["p"] }] as const),
  ...headings.map((name) => [name, { outside: ["p", ...headings] }] as const),
  ["li", inside("ul ol")],
  ...words("dt dd").map((name) => [name, inside("dl")] as const),
  ...words("rt rp").map((name) => [name, inside("ruby")] as const),
  ...words("caption colgroup thead tbody tfoot").map((name) => [name, inside("table")] as const),
  ["col", inside("colgroup")],
  ["tr", inside("thead tbody tfoot")],
  ...words("td th").map((name) => [name, inside("tr")] as const),
]);
const voids = new Set(words("br col hr img input wbr"));
const bare = new Set(words("table colgroup thead tbody tfoot tr"));
/** Deeper bodies are a parser's work, so that looking through the open elements stays cheap. */
const deepest = 64;

/** Whether an element never has an end tag. */
export function isVoid(name: string): boolean {
  return voids.has(name);
}

/** Whether nothing but white space may stand directly in an element. */
export function isBare(name: string | undefined): boolean {
  return name !== undefined && bare.has(name);
}

/**
 * Whether a start tag in a body adds one element to the innermost of the open ones and does nothing else (HTML standard,
 * "The rules for parsing tokens in HTML content"). Says no of many tags that would do nothing else either.
 */
export function isPlainIn(name: string, open: readonly string[]): boolean {
  const rule = rules.get(name);
  if (rule === undefined || open.length > deepest) return false;
  const parent = open.at(-1);
  if (rule.parents) return parent !== undefined && rule.parents.includes(parent);
  return !isBare(parent) && !rule.outside.some((outer) => open.includes(outer));
}
