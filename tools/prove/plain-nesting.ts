import { isTellingElement } from "./element-facts.ts";

const words = (list: string) => list.split(" ");

/** Elements that stand in some parents alone. Wherever else they stood, a browser would move, close or drop something. */
const parents = new Map<string, readonly string[]>([
  ...words("head body").map((name) => [name, ["html"]] as const),
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

/** An open element within those it stands in. Equal stacks of a page are one object, so that each question is asked once. */
export interface Level {
  readonly name: string;
  readonly endTag: string;
  readonly outer: Level | undefined;
  /** Whether nothing but white space may stand directly in it. */
  readonly isBare: boolean;
  /** Whether it is part of a picture, where alone a slash ends an element. */
  readonly isForeign: boolean;
  /** Whether it never has an end tag. */
  readonly isVoid: boolean;
  /** Whether it is `html`, `head` or `body`, each of which begins once. */
  readonly isFrame: boolean;
  /** Whether it may tell the guards something, whatever its attributes. */
  readonly isTelling: boolean;
  /** What elements begun in it open; undefined where a browser would not read them so plainly. */
  readonly inner: Map<string, Level | undefined>;
}

/** Where no element is open yet. */
export function bottom(): Level {
  return levelOf("", undefined);
}

/** The level that an element opens or, where it is empty, would open; undefined where it may not stand there. */
export function entered(outer: Level, name: string): Level | undefined {
  const known = outer.inner.get(name);
  if (known !== undefined || outer.inner.has(name)) return known;
  const level = isAllowedIn(name, outer) ? levelOf(name, outer) : undefined;
  outer.inner.set(name, level);
  return level;
}

function levelOf(name: string, outer: Level | undefined): Level {
  return {
    name,
    endTag: `</${name}>`,
    outer,
    isBare: outer === undefined || bare.has(name),
    isForeign: name === "svg" || outer?.isForeign === true,
    isVoid: voids.has(name),
    isFrame: name === "html" || name === "head" || name === "body",
    isTelling: isTellingElement(name),
    inner: new Map(),
  };
}

/**
 * Whether a start tag adds one element to the innermost of the open ones and does nothing else (HTML standard, "The
 * rules for parsing tokens in HTML content"), if `html`, `head` and `body` each begin once and in this order. May say no
 * where the answer is yes.
 */
function isAllowedIn(name: string, outer: Level): boolean {
  if (outer.outer === undefined) return name === "html";
  const allowed = parents.get(name);
  if (allowed !== undefined) return allowed.includes(outer.name);
  const open = namesOf(outer);
  if (open[1] !== "body" || bare.has(outer.name) || outer.isForeign) return false;
  if (name === "a") return !open.includes("a");
  if (phrases.has(name)) return true;
  if (!blocks.has(name) || open.includes("p")) return false;
  return !headings.includes(name) || !open.some((other) => headings.includes(other));
}

/** From the outermost. */
function namesOf(level: Level): string[] {
  return level.outer === undefined ? [] : [...namesOf(level.outer), level.name];
}
