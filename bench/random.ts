/** Gives numbers in [0, 1). */
export type Random = () => number;

/** Numbers in [0, 1), the same for the same seed on every machine (xorshift32). */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}

/** One of a list, each as likely. */
export function oneOf<Item>(list: readonly Item[], random: Random): Item {
  return list[Math.floor(random() * list.length)] as Item;
}
