/** Attributes that say something without our style sheet and that the W3C feed validator passes. */
const kept = new Set(
  "abbr align alt cite colspan controls datetime dir headers height href hreflang lang loop muted open poster reversed rowspan scope span src start title type value width".split(
    " ",
  ),
);
const addresses = new Set(["href", "src", "cite", "poster"]);
const schemes = /^(?:https?|mailto|tel|ftp|xmpp):/iu;

/** The value with which feeds carry an attribute, addresses made absolute; undefined where they leave it out. */
export function carriedValue(name: string, value: string, pageUrl: string): string | undefined {
  if (!kept.has(name)) return undefined;
  return addresses.has(name) ? absoluteAddress(value, pageUrl) : value;
}

/** An address made absolute, with only characters that RFC 3986 allows; undefined where it is none that readers should follow. */
export function absoluteAddress(address: string, pageUrl: string): string | undefined {
  const target = URL.parse(address.trim(), pageUrl);
  if (target === null || !schemes.test(target.protocol)) return undefined;
  return target.href.replace(/[^!#-;=?-Z_a-z~]/gu, (character) => encodeURIComponent(character));
}

/** Whether a `class` is that of a link that only repeats a heading's own address. */
export function marksHeading(classes: string): boolean {
  return classes.split(/\s+/u).includes("anchor");
}

/** Whether a `class` is that of a figure that holds a drawing and its source. */
export function isDrawing(classes: string): boolean {
  return classes.split(/\s+/u).includes("drawing");
}

/** What stands for an `<input>` where no boxes are shown: whether a task is done. */
export function taskMark(attributes: readonly { readonly name: string; readonly value: string }[]): string {
  if (!attributes.some(({ name, value }) => name === "type" && value === "checkbox")) return "";
  return attributes.some(({ name }) => name === "checked") ? "☑" : "☐";
}
