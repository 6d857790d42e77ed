import type { Features } from "satteri";
import { interfaceWords } from "#text/markdown.ts";

/** The parser's features for one source; those that cost or mislead are on only where the source calls for them. */
export function featuresFor(source: string, options: { language: "ko" | "en"; math: boolean }): Features {
  const words = interfaceWords(options.language);
  const footnotes = { label: words.footnotes, backLabel: words.backToText, clobberPrefix: "" };
  return {
    gfm: source.includes("[^") ? { footnotes } : { footnotes: false },
    frontmatter: false,
    smartPunctuation: false,
    headingAttributes: source.includes("{"),
    definitionList: source.includes(":") && /^[ \t>]*:[ \t]/m.test(source),
    wikilinks: source.includes("[["),
    math:
      source.includes("$") && (options.math || source.includes("$$")) ? { singleDollarTextMath: options.math } : false,
  };
}
