/** How alike two short texts are, from 0 to 1: the share of letter pairs they have in common (Dice), after NFKD and lower case. */
export function likeness(a: string, b: string): number {
  const [first, second] = [pairs(a), pairs(b)];
  const total = first.length + second.length;
  if (total === 0) return 0;
  const rest = [...second];
  const common = first.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / total;
}

function pairs(text: string): string[] {
  const letters = [...text.normalize("NFKD").toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ""}${letter}`);
}
