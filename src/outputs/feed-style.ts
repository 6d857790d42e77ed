import { outputText } from "#text/outputs.ts";

/** The style sheet that browsers show a feed with: the rules, and what they say above the posts. */
export function feedStyle(rules: string, language: "ko" | "en"): string {
  const { feedHeading, feedWords } = outputText(language);
  return `${rules}
rss::before,
feed::before {
  content: ${cssString(feedHeading)} "\\A" ${cssString(feedWords)};
}
`;
}

/** A CSS string token (CSS Syntax §4.3.5). */
function cssString(text: string): string {
  return `"${text.replace(/["\\\n]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}
