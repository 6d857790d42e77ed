import { heldTogether } from "#korean/line-ends.ts";

/** Holds a line by a generated word joiner (base.css): nothing is added to the text that readers copy or search. */
const joint = '<span class="j"></span>';

/** What is copied as it stands (code, drawings), any tag, or a run of text. */
const parts = /<(pre|code|math|svg|rt|rp)\b[^>]*>[\s\S]*?<\/\1>|<\/?([a-z][a-z0-9]*)[^>]*>|[^<]+|</giu;
const inline = new Set(
  "a abbr b bdi cite del dfn em i ins kbd mark q ruby s samp small span strong sub sup time u var".split(" "),
);

/** A formula in a line with the particle or stop after it: no joiner holds these, as browsers may break around a formula. */
const formula = /<math(?![^>]*display="block")[^>]*>(?:(?!<\/math>)[\s\S])*<\/math>(?:[\uAC00-\uD7A3]+|[.,)])/gu;

/** HTML whose running text is held together at line ends; code, formulas and drawings stay as they are. */
export function heldHtml(html: string): string {
  let before = "";
  return html
    .replace(formula, '<span class="n">$&</span>')
    .replace(parts, (part: string, kept: string | undefined, tag: string | undefined) => {
      if (kept !== undefined) {
        before = part.replace(/<[^>]*>/gu, "");
        return part;
      }
      if (tag !== undefined) {
        if (!inline.has(tag.toLowerCase())) before = "";
        return part;
      }
      const held = heldTogether(part, joint, before);
      before = part;
      return held;
    });
}

/** Plain text as HTML that is held together at line ends. */
export function heldText(text: string): string {
  return heldTogether(text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"), joint);
}
