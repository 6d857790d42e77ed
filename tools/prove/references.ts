/** An address as a page writes it, with the element that holds it. */
export interface Reference {
  readonly kind: "link" | "picture" | "asset";
  /** Decoded from HTML, not from percent codes. */
  readonly address: string;
}

/** Gives one object for all references that are equal: ten thousand pages name the same menu. */
export type Sharing = (kind: Reference["kind"], address: string) => Reference;

/** V8 keeps a whole page in memory for each longer slice of it. */
const shortest = 13;

/** Shares what equal references can share, for as long as the facts of one reading live. */
export function sharing(): Sharing {
  const kinds = { link: new Map(), picture: new Map(), asset: new Map() } satisfies Record<Reference["kind"], unknown>;
  return (kind, address) => {
    const shared: Map<string, Reference> = kinds[kind];
    const known = shared.get(address);
    if (known !== undefined) return known;
    const own = detached(address);
    const reference = { kind, address: own };
    shared.set(own, reference);
    return reference;
  };
}

/** A copy of a piece of a page that stands alone. */
export function detached(piece: string): string {
  return piece.length < shortest ? piece : Buffer.from(piece).toString();
}
