/** What is made when it is first asked for, and kept. */
export function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A function whose value for each thing or text is made once, unless it is undefined. */
export function onceEach<Thing extends object | string, Value>(make: (thing: Thing) => Value): (thing: Thing) => Value {
  const [ofTexts, ofThings] = [new Map<unknown, Value>(), new WeakMap<never, Value>()];
  return (thing) => {
    const made: { get(of: unknown): Value | undefined; set(of: unknown, value: Value): unknown } =
      typeof thing === "string" ? ofTexts : ofThings;
    const known = made.get(thing);
    if (known !== undefined) return known;
    const value = make(thing);
    made.set(thing, value);
    return value;
  };
}
