import { withoutGlyph } from "#model/card.ts";
import type { Message } from "#messages/message.ts";
import { ownImage } from "#outputs/share-image.ts";
import type { BuiltSite } from "./built-site.ts";

/** Tells of posts whose title has characters that the face of the cards cannot draw: they get the site's card. */
export function cards({ entryAt, address, drawnCards }: BuiltSite): Message[] {
  if (!drawnCards) return [];
  return [...entryAt.values()].flatMap((entry): Message[] => {
    const letters = withoutGlyph(entry.title);
    if (letters === "" || ownImage(entry, { address }) !== undefined) return [];
    return [{ severity: "info", code: "card-letters", values: { letters }, file: entry.file }];
  });
}
