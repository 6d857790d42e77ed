import type { Heading } from "#model/post.ts";
import { escaped, escapedText } from "#model/escape.ts";

/** The items of a table of contents as HTML: headings of the highest level with those one level below; deeper ones are left to the text. */
export function contentsItems(headings: readonly Heading[]): string {
  const top = Math.min(...headings.map(({ depth }) => depth));
  const chapters: { heading: Heading; sections: Heading[] }[] = [];
  for (const heading of headings) {
    if (heading.depth === top) chapters.push({ heading, sections: [] });
    else if (heading.depth === top + 1) chapters.at(-1)?.sections.push(heading);
  }
  const item = ({ id, text }: Heading, below = "") =>
    `<li><a href="${escaped(`#${id}`)}">${escapedText(text)}</a>${below && `<ol>${below}</ol>`}</li>`;
  return chapters
    .map(({ heading, sections }) => item(heading, sections.map((section) => item(section)).join("")))
    .join("");
}
