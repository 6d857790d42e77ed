/** Pairs of bytes as Latin-1 with the characters they stand for, by CP949. Node's decoder knows EUC-KR alone, and takes the other 8,822 syllables of CP949 for a control character and a letter. */
let pairs: ReadonlyMap<string, string> | undefined;

/** The text of bytes in CP949; undefined where they are something else. */
export function cp949Text(bytes: Uint8Array): string | undefined {
  pairs ??= pairsOfCp949();
  let isKorean = true;
  const text = Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u00FF][\s\S]?/gu, (pair) => {
      const character = pairs?.get(pair);
      isKorean &&= character !== undefined;
      return character ?? "";
    });
  return isKorean ? text : undefined;
}

/** What EUC-KR has stands where EUC-KR has it; the syllables that it lacks fill the pairs before, in their order. */
function pairsOfCp949(): ReadonlyMap<string, string> {
  const eucKr = new TextDecoder("euc-kr");
  /** Windows has these two besides. */
  const found = new Map([
    ["\u00A2\u00E6", "€"],
    ["\u00A2\u00E7", "®"],
  ]);
  const free: string[] = [];
  for (let lead = 0x81; lead < 0xff; lead += 1)
    for (let trail = 0x41; trail < 0xff; trail += 1) {
      const pair = String.fromCharCode(lead, trail);
      const character = lead > 0xa0 && trail > 0xa0 ? eucKr.decode(Buffer.from(pair, "latin1")) : undefined;
      if (character !== undefined && !character.includes("\uFFFD")) found.set(pair, character);
      else if (trail < 0xa1 ? /[A-Za-z\u0081-\u00A0]$/u.test(pair) : lead < 0xa1) free.push(pair);
    }
  const known = new Set(found.values());
  for (let code = 0xac00, next = 0; code <= 0xd7a3; code += 1) {
    const syllable = String.fromCharCode(code);
    if (!known.has(syllable)) found.set(free[next++] ?? "", syllable);
  }
  return found;
}
