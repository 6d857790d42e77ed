/** A box of a file in boxes: where it begins, where its content does, where it ends. */
interface Box {
  readonly from: number;
  readonly content: number;
  readonly to: number;
  readonly name: string;
}

/** Boxes that show something (ISO 14496-12, JPEG XL part 2); at the top of a file any other is a program's own. */
const shown = /^(?:ftyp|styp|moov|moof|mdat|mfra|sidx|ssix|prft|emsg|JXL |jxll|jxlc|jxlp|jxli|jbrd)$/u;
/** Boxes without which there is nothing to show. */
const showing = /^(?:moov|mdat|jxlc|jxlp)$/u;
/** Boxes whose boxes may tell something. */
const holding = /^(?:moov|trak|mdia|moof|traf)$/u;
/** Boxes that begin with when they were made and changed, behind four bytes of version and flags. */
const dated = /^(?:mvhd|tkhd|mdhd)$/u;
const telling = /^(?:udta|meta|uuid|free|skip|Xtra|PICT)$/u;

/** A film, a sound, an AVIF or a JPEG XL with zeros for words, places, thumbnails, notes and the times of its making; no box moves, a sound keeps the names that players show. The same bytes where there are none. */
export function blankBoxes(bytes: Buffer): Buffer {
  const spans = tellingBoxes(bytes).filter(({ content, to }) => bytes.subarray(content, to).some((byte) => byte !== 0));
  if (spans.length === 0) return bytes;
  const bare = Buffer.from(bytes);
  for (const { from, content, to } of spans) {
    bare.fill(0, content, to);
    if (content > from) bare.write("free", from + 4, "latin1");
  }
  return bare;
}

function tellingBoxes(bytes: Buffer): Box[] {
  const brand = bytes.toString("latin1", 8, 12);
  const [isPicture, isSound] = [/^(?:av|mi|ms|he)/u.test(brand), /^M4[AB]/u.test(brand)];
  const top = [...boxes(bytes, 0, bytes.length)];
  if (!top.some(({ name }) => showing.test(name))) return [];
  const within = ({ name, content, to }: Box): Box[] =>
    holding.test(name) ? [...boxes(bytes, content, to)].flatMap((box) => judged(box, telling.test(box.name))) : [];
  const judged = (box: Box, tells: boolean): Box[] => {
    if (dated.test(box.name)) {
      const content = Math.min(box.content + 4, box.to);
      return [{ ...box, from: content, content, to: Math.min(content + (bytes[box.content] === 1 ? 16 : 8), box.to) }];
    }
    if (!tells) return within(box);
    // Its names for players are `meta` in there; a place stands beside that.
    if (isSound && box.name === "udta")
      return [...boxes(bytes, box.content, box.to)].filter(({ name }) => name !== "meta" && name !== "chpl");
    return [box];
  };
  return top.flatMap((box) => judged(box, !shown.test(box.name) && !(isPicture && box.name === "meta")));
}

/** The boxes between two places; what is none counts as one without a name, to the end. */
function* boxes(bytes: Buffer, from: number, end: number): Generator<Box> {
  for (let at = from; at < end;) {
    const size = at + 8 <= end ? bytes.readUInt32BE(at) : -1;
    const isLong = size === 1 && at + 16 <= end;
    const length = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : size === 0 ? end - at : size;
    const isBox = length >= 8 && at + length <= end;
    const to = isBox ? at + length : end;
    yield {
      from: at,
      content: isBox ? at + (isLong ? 16 : 8) : at,
      to,
      name: isBox ? bytes.toString("latin1", at + 4, at + 8) : "",
    };
    at = to;
  }
}

/** Where a file of films or sounds keeps its words: at its beginning or its end. */
const mostWords = 4 * 2 ** 20;
/** A place as ISO 6709 writes it, or a track in which cameras note places. */
const place = /[+-]\d{2,3}\.\d{3,}[+-]\d{2,3}\.\d{3,}|stsd[\s\S]{12}(?:gpmd|camm|djmd|mebx[\s\S]{0,999}?ISO6709)/u;

/** Exif's pointer to a place (tag 0x8825, one long), in either order of bytes, and its place as XMP has it. */
export const photoPlace = /\x88\x25\0\x04\0\0\0\x01|\x25\x88\x04\0\x01\0\0\0|exif:GPSL(?:at|ong)itude/u;

/** Whether a film or a sound, or the photo on its cover, still says where it was taken once `blankBoxes` has been at it. */
export function tellsPlace(bytes: Buffer): boolean {
  const bare = blankBoxes(bytes);
  const parts = [bare.subarray(0, mostWords), bare.subarray(-mostWords)].map((part) => part.toString("latin1"));
  return parts.some((part) => place.test(part) || photoPlace.test(part));
}
