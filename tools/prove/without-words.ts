import { isUtf8 } from "node:buffer";

const declaration = '<?xml version="1.0"';
/** What words must not hold, or hold in more ways than these: XML 1.0, productions 2, 14 and 68, in UTF-8's bytes. */
const unplain = /[\0-\x08\x0b\x0c\x0e-\x1f]|&(?!(?:amp|lt|gt|quot|apos|#3[49]);)|\]\]>|<!|\xef\xbf[\xbe\xbf]/u;

/**
 * An XML file without the words between its tags: as well-formed as the whole, and mostly a tenth of it. Where it is not
 * well-formed, only the whole can tell why. Undefined for a file whose words must be read to be judged.
 */
export function withoutWords(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  // In UTF-8 no other character has a byte of those that markup is made of.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const root = text.search(/<[^?]/u);
  if (root < 0 || !text.startsWith(declaration) || text.includes("<?", root) || unplain.test(text)) return undefined;
  const kept: string[] = [];
  let from = 0;
  for (let next = root; next >= 0; from = next) {
    const end = text.indexOf(">", next) + 1;
    next = end === 0 ? -1 : text.indexOf("<", end);
    // After the root's end words are a fault.
    kept.push(text.slice(from, next < 0 ? undefined : end));
  }
  return Buffer.from(kept.join(""), "latin1").toString();
}
