const code = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))|(`+)[\s\S]*?\2/gmu;

/** Markdown in NFC but for its code, fenced or between backticks, which stays as its author wrote it. */
export function composedText(text: string): string {
  if (text.normalize("NFC") === text) return text;
  let at = 0;
  let composed = "";
  for (const found of text.matchAll(code)) {
    composed += text.slice(at, found.index).normalize("NFC") + found[0];
    at = found.index + found[0].length;
  }
  return composed + text.slice(at).normalize("NFC");
}
