/** What is made when it is first asked for, and kept. */
export function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A function whose value for each thing is made once. */
export function onceEach<Thing extends object, Value>(make: (thing: Thing) => Value): (thing: Thing) => Value {
  const made = new WeakMap<Thing, Value>();
  return (thing) => {
    const value = made.get(thing) ?? make(thing);
    made.set(thing, value);
    return value;
  };
}
