import type { Heading } from "#model/post.ts";
import { escaped, escapedText } from "#model/escape.ts";

interface Chapter {
  readonly heading: Heading;
  readonly sections: Heading[];
}

/** The items of a table of contents as HTML: headings of the highest level with those one level below. */
export function contentsItems(headings: readonly Heading[]): string {
  return chapters(headings)
    .map(({ heading, sections }) => {
      const below = sections.map((section) => `<li>${link(section)}</li>`).join("");
      return `<li>${link(heading)}${below === "" ? "" : `<ol>${below}</ol>`}</li>`;
    })
    .join("");
}

/** Deeper headings are left to the text. */
function chapters(all: readonly Heading[]): Chapter[] {
  const top = Math.min(...all.map(({ depth }) => depth));
  const made: Chapter[] = [];
  for (const heading of all) {
    if (heading.depth === top) made.push({ heading, sections: [] });
    else if (heading.depth === top + 1) made.at(-1)?.sections.push(heading);
  }
  return made;
}

function link(heading: Heading): string {
  return `<a href="${escaped(`#${heading.id}`)}">${escapedText(heading.text)}</a>`;
}
