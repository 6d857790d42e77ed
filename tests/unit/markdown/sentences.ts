/** Numbers in [0, 1) that are the same in every run (mulberry32's recurrence). */
function repeatable(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const words = ["강조", "서울", "초개인화", "데이터", "3법", "API", "Markdown", "100", "漢字", "책", "값", "비", "①"];
const pairs = ["()", "“”", "‘’", '""', "「」", "『』", "《》", "[]", "<>", "''", "〈〉"];
const ends = ["%", "!", "?", ".", ",", "…", "℃", "+", "→", "★", ":", ";", "~"];
const particles = [
  "은",
  "는",
  "이",
  "가",
  "을",
  "를",
  "에서",
  "의",
  "으로",
  "란",
  "이라고",
  "부터",
  "그리고",
  "",
  " ",
  ".",
];
/** What opens and, where it is other, what closes. */
const marks = ["**", "**", "**", "*", "***", "~~", "~~** **~~", "**~~ ~~**", "*~~ ~~*"];

/** Makes Korean sentences with emphasis in every neighbourhood that Korean writing has. */
export function sentences(count: number, seed: number): string[] {
  const random = repeatable(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  const wrapped = (inside: string): string => {
    const pair = pick(pairs);
    return `${pair[0] ?? ""}${inside}${pair[1] ?? ""}`;
  };
  const term = (): string => {
    const roll = random();
    if (roll < 0.25) return wrapped(pick(words));
    if (roll < 0.5) return pick(words) + wrapped(pick(words));
    if (roll < 0.65) return pick(words) + pick(ends);
    if (roll < 0.72) return `\`${pick(words)}\``;
    if (roll < 0.8) return `[${pick(words)}](https://a.kr/)`;
    return pick(words);
  };
  const phrase = (): string => {
    const [mark, closing] = pick(marks).split(" ") as [string, string?];
    const before = random() < 0.4 ? pick(words) : random() < 0.2 ? wrapped(pick(words)) : "";
    const inside = random() < 0.12 ? `${term()} *${pick(words)}* ${pick(words)}` : term();
    return `${before}${mark}${inside}${closing ?? mark}${pick(particles)}`;
  };
  return Array.from({ length: count }, () => {
    const parts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => (random() < 0.75 ? phrase() : term()));
    return `${pick(words)} ${parts.join(random() < 0.8 ? " " : "")} ${pick(words)}`;
  });
}
