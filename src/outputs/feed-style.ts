import type { Site } from "#model/site.ts";
import { outputText } from "#text/outputs.ts";

/** The style sheet that browsers show a feed with: the rules, and what they say above the posts. */
export function feedStyle(rules: string, language: Site["language"]): string {
  const { feedHeading, feedWords } = outputText(language);
  // A CSS string token (CSS Syntax §4.3.5).
  const string = (text: string) =>
    `"${text.replace(/["\\\n]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
  return `${rules}
:is(rss, feed)::before {
  content: ${string(feedHeading)} "\\A" ${string(feedWords)};
}
`;
}
