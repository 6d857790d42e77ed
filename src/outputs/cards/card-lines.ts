/** Breaks a text between words into the fewest lines that fit `room`, as even as may be; a word too long for a line is broken too. */
export function balancedLines(text: string, room: number, widthOf: (text: string) => number): string[] {
  const words = text.split(" ").flatMap((word) => pieces(word, room, widthOf));
  const fewest = filled(words, room, widthOf).length;
  let [narrow, wide] = [room / fewest / 2, room];
  while (wide - narrow > room / 256) {
    const middle = (narrow + wide) / 2;
    if (filled(words, middle, widthOf).length === fewest) wide = middle;
    else narrow = middle;
  }
  return filled(words, wide, widthOf);
}

function filled(words: readonly string[], room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && widthOf(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, room: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word) <= room) return [word];
  const parts = [""];
  for (const character of word) {
    const longer = `${parts.at(-1) ?? ""}${character}`;
    if (widthOf(longer) <= room) parts[parts.length - 1] = longer;
    else parts.push(character);
  }
  return parts;
}
