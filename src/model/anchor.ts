import { lowerCased } from "./urlize.ts";

/** A maker of heading ids by Hugo's rules (`autoid.go`, type github), in NFC, ends trimmed: blank and `-` become `-`, letters, digits and `_` stay in lower case, the rest goes, empty is `heading`, repeats get `-1`, `-2` … against all seen. */
export function anchors() {
  const seen = new Set<string>();
  const repeats = new Map<string, number>();
  return {
    /** The id Hugo gives a heading, from its words or its raw Markdown source without the leading `#`s. */
    idOf(source: string) {
      const base = anchorize(source);
      let id = base;
      let repeat = repeats.get(base) ?? 0;
      while (seen.has(id)) id = `${base}-${String(++repeat)}`;
      repeats.set(base, repeat);
      seen.add(id);
      return id;
    },
    /** Counts an id the author wrote (`{#id}`), so that no heading gets it again. */
    take(id: string) {
      seen.add(id.normalize("NFC"));
    },
  };
}

function anchorize(source: string): string {
  const visible = source
    .normalize("NFC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .trim();
  const kept = visible.replaceAll(" ", "-").replace(/[^\p{L}\p{Nd}_-]/gu, "");
  const id = lowerCased(kept);
  return id === "" ? "heading" : id;
}
