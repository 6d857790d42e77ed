/** Text made safe between tags in HTML and XML. */
export function escapedText(text: string): string {
  return /[&<>]/u.test(text) ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;") : text;
}

/** Text made safe between tags and in a double-quoted attribute of HTML and XML. */
export function escaped(text: string): string {
  return escapedText(text).replaceAll('"', "&quot;");
}
