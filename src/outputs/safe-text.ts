const outsideXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const badInFeeds = /[\u007F-\u009F\uFFFD]/gu;

/**
 * Text that XML 1.0 (§2.2 Char) can carry and the W3C feed validator passes: control characters, lone surrogates,
 * noncharacters and U+FFFD are deleted, line ends become `\n`.
 */
export function safeText(text: string): string {
  return text.replace(/\r\n?/gu, "\n").replace(outsideXml, "").replace(badInFeeds, "");
}

/** Safe text on one line, for titles, labels and summaries. */
export function safeLine(text: string): string {
  return safeText(text).replace(/\s+/gu, " ").trim();
}

/** Text with the five characters escaped that XML and HTML give a meaning. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
