const code = String.raw`^ {0,3}(\x60{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[\x60~]*[ \t]*$|$(?![\s\S]))|(\x60+)(?!\x60)[^\n]*?[^\x60\n]\2(?!\x60)`;
const notes = new RegExp(String.raw`${code}|(?<![\w%\\])%%(?!%)[\s\S]*?%%|^%%[ \t]*$[\s\S]*`, "gmu");

/** A body without the notes that Obsidian keeps from readers (`%%…%%`; one that nothing closes goes to the end), on the same lines. */
export function withoutNotes(body: string): string {
  if (!body.includes("%%")) return body;
  return body.replace(notes, (whole: string) => (whole.startsWith("%%") ? whole.replace(/[^\n]+/gu, "") : whole));
}
