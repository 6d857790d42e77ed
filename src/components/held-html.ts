import { escapedText } from "#model/escape.ts";
import { tried } from "#model/tried.ts";
import { heldTogether } from "#korean/line-ends.ts";

/** Holds a line by a generated word joiner (base.css): nothing is added to the text that readers copy or search. */
const joint = '<span class="j"></span>';

const inline = new Set(
  "a abbr b bdi cite del dfn em i ins kbd mark q ruby s samp small span strong sub sup time u var".split(" "),
);

/** A formula in a line with the particle or stop after it: no joiner holds these, as browsers may break around a formula. */
const formula = /<math(?![^>]*display="block")[^>]*>(?:(?!<\/math>)[\s\S])*<\/math>(?:[\uAC00-\uD7A3]+|[.,)])/gu;

/** What is copied as it stands (code, drawings), any tag, or text. */
const pieces = /<(pre|code|math|svg|rt|rp)\b[^>]*>[\s\S]*?<\/\1>|<\/?([a-z][a-z0-9]*)[^>]*>|<|[^<]+/giu;

/** The hyphens that begin an option, `--to`: browsers break a line after each. */
const option = /(?<![\w-])--?(?=\w)/gu;

/** A link that shows an address. */
const bare = /<a href="([^"]+)">((?:https?:\/\/|www\.)[^<]+)<\/a>/giu;

/** Links that show their own address, marked so that paper does not say it twice (print.css). */
function markBare(link: string, href: string, shown: string): string {
  const isOwn = [href, tried(() => decodeURI(href))].some((own) => own === shown || own === `http://${shown}`);
  return isOwn ? link.replace("<a", '<a class="bare"') : link;
}

/** HTML whose running text is held together at line ends, and the names of options in code in a line; blocks of code, formulas and drawings stay as they are. */
export function heldHtml(html: string): string {
  const marked = html.replace(bare, markBare);
  const source = marked.includes("<math") ? marked.replace(formula, '<span class="n">$&</span>') : marked;
  let before = "";
  return source.replace(pieces, (piece: string, kept?: string, tag?: string) => {
    if (!piece.startsWith("<")) {
      const held = heldTogether(piece, joint, before);
      before = piece;
      return held;
    }
    if (kept !== undefined) before = piece.replace(/<[^>]*>/gu, "");
    else if (tag === undefined || !inline.has(tag.toLowerCase())) before = "";
    return kept === "code" ? piece.replace(option, (hyphens) => hyphens.replaceAll("-", `-${joint}`)) : piece;
  });
}

/** Plain text as HTML that is held together at line ends. */
export function heldText(text: string): string {
  return heldTogether(escapedText(text), joint);
}
