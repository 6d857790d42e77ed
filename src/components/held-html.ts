import { escapedText } from "#model/escape.ts";
import { heldTogether } from "#korean/line-ends.ts";

/** Holds a line by a generated word joiner (base.css): nothing is added to the text that readers copy or search. */
const joint = '<span class="j"></span>';

const inline = new Set(
  "a abbr b bdi cite del dfn em i ins kbd mark q ruby s samp small span strong sub sup time u var".split(" "),
);

/** A formula in a line with the particle or stop after it: no joiner holds these, as browsers may break around a formula. */
const formula = /<math(?![^>]*display="block")[^>]*>(?:(?!<\/math>)[\s\S])*<\/math>(?:[\uAC00-\uD7A3]+|[.,)])/gu;

/** HTML whose running text is held together at line ends; code, formulas and drawings stay as they are. */
export function heldHtml(html: string): string {
  const source = html.includes("<math") ? html.replace(formula, '<span class="n">$&</span>') : html;
  /* What is copied as it stands (code, drawings), or any tag. */
  const markup = /<(pre|code|math|svg|rt|rp)\b[^>]*>[\s\S]*?<\/\1>|<\/?([a-z][a-z0-9]*)[^>]*>/iuy;
  let held = "";
  let copied = 0;
  let before = "";
  for (let at = 0; at < source.length;) {
    const next = source.indexOf("<", at);
    const end = next < 0 ? source.length : next;
    if (at < end) {
      const text = source.slice(at, end);
      const together = heldTogether(text, joint, before);
      if (together !== text) {
        held += source.slice(copied, at) + together;
        copied = end;
      }
      before = text;
      at = end;
      continue;
    }
    markup.lastIndex = at;
    const [part = "<", kept, tag] = markup.exec(source) ?? [];
    if (kept !== undefined) before = part.replace(/<[^>]*>/gu, "");
    else if (tag === undefined || !inline.has(tag.toLowerCase())) before = "";
    at += part.length;
  }
  return held + source.slice(copied);
}

/** Plain text as HTML that is held together at line ends. */
export function heldText(text: string): string {
  return heldTogether(escapedText(text), joint);
}
