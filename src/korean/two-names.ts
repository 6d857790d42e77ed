const written =
  /(?<![가-힣])([가-힣]{2,12}) ?\(([A-Za-z][A-Za-z0-9 .+#-]{1,29})\)|([A-Za-z][A-Za-z0-9.+#-]{1,29}) ?\(([가-힣]{2,12})\)/gu;

/** Consonants by how they sound alike in both scripts: a voiced one and its voiceless counterpart are one. */
const initials = "kknttlmppss-jjjktph";
const finals = " ,k,k,k,n,n,n,t,l,k,m,p,l,l,p,l,m,p,p,t,t,n,t,t,k,t,p,".split(",");
const latin: readonly (readonly [RegExp, string])[] = [
  [/ch|ge$|dg/gu, "j"],
  [/sh|th|c(?=[eiy])/gu, "s"],
  [/ph|[bfv]/gu, "p"],
  [/x/gu, "ks"],
  [/ng/gu, "n"],
  [/[cqg]/gu, "k"],
  [/d/gu, "t"],
  [/z/gu, "j"],
  [/r(?=[aeiouy])/gu, "l"],
  [/[^kntlmpsjh]/gu, ""],
];
/** How much of the longer of two names must sound alike. */
const alike = 0.7;

/** The names that a text writes in both scripts, one in parentheses (`핀테크(FinTech)`), where they sound alike; each pair once. */
export function twoNames(text: string): (readonly [hangul: string, latin: string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const [, first, second, third, fourth] of text.normalize("NFC").matchAll(written)) {
    const [hangul = "", name = ""] = [first ?? fourth, second ?? third];
    if (soundAlike(hangul, name.trim())) pairs.set(`${hangul} ${name}`, [hangul, name.trim()]);
  }
  return [...pairs.values()];
}

function soundAlike(hangul: string, name: string): boolean {
  const [one, other] = [hangulConsonants(hangul), latinConsonants(name)];
  const longer = Math.max(one.length, other.length);
  return Math.min(one.length, other.length) > 1 && one[0] === other[0] && common(one, other) / longer >= alike;
}

function hangulConsonants(word: string): string {
  const sounds = Array.from(word, (syllable) => {
    const code = syllable.charCodeAt(0) - 0xac00;
    return `${initials[Math.floor(code / 588)] ?? ""}${finals[code % 28] ?? ""}`;
  });
  return once(sounds.join("").replace(/[- ]/gu, ""));
}

function latinConsonants(name: string): string {
  return once(latin.reduce((sounds, [letters, sound]) => sounds.replace(letters, sound), name.toLowerCase()));
}

function once(sounds: string): string {
  return sounds.replace(/(.)\1+/gu, "$1");
}

/** The length of the longest common subsequence. */
function common(one: string, other: string): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const sound of one) {
    const next = [0];
    for (let at = 0; at < other.length; at += 1)
      next.push(sound === other[at] ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}
