/** Groups of two things or more that have the same key, each in its order; what has no key stands alone. */
export function equals<Thing>(things: Iterable<Thing>, keyOf: (thing: Thing) => string | undefined): Thing[][] {
  const first = new Map<string, Thing>();
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === undefined) continue;
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, thing);
      continue;
    }
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [known, thing]);
    else group.push(thing);
  }
  return [...groups.values()];
}
