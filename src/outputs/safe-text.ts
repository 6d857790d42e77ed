const outsideXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** All of those but surrogates without their other half. One class for all controls would take twice as long. */
const suspect = /[\0-\x08\x0B-\x1F]|[\x7F-\x9F\uFFFE\uFFFF]/;
const laterControls = /[\u007F-\u009F]/gu;

/**
 * Text that XML 1.0 (§2.2 Char) can carry and the W3C feed validator passes: control characters, lone surrogates and
 * noncharacters are deleted, line ends become `\n`.
 */
export function safeText(text: string): string {
  if (!suspect.test(text) && text.isWellFormed()) return text;
  return text.replace(/\r\n?/gu, "\n").replace(outsideXml, "").replace(laterControls, "");
}

/** Safe text on one line, for titles, labels and summaries; U+FFFD, which validators take for damage, is deleted. */
export function safeLine(text: string): string {
  return safeText(text).replaceAll("\uFFFD", "").replace(/\s+/gu, " ").trim();
}
