/** Names of the parts of a JPEG, PNG or WebP that say more than its pixels and colours. */
export function reportedIn(bytes: Buffer): string[] {
  if (bytes.readUInt16BE(0) === 0xffd8)
    return jpegParts(bytes).filter((name) => /^(?:APP(?!0$|2 ICC|14)|COM)/u.test(name));
  if (bytes.toString("latin1", 1, 4) === "PNG")
    return chunks(bytes, 8, { big: true, tail: 4 }).filter((name) => /^(?:eXIf|.[TE]Xt|tIME)$/u.test(name));
  return chunks(bytes, 12, { big: false, tail: 0 }).filter((name) => /^(?:EXIF|XMP )$/u.test(name));
}

function jpegParts(bytes: Buffer): string[] {
  const names: string[] = [];
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== 0xda; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const label = bytes.toString("latin1", at + 4, at + 7);
    if (marker === 0xfe) names.push("COM");
    if (marker >= 0xe0 && marker <= 0xef) names.push(`APP${marker - 0xe0}${marker === 0xe2 ? ` ${label}` : ""}`);
  }
  return names;
}

/** Names of chunks: in PNG the length stands first, in RIFF the name. */
function chunks(bytes: Buffer, from: number, { big, tail }: { big: boolean; tail: number }): string[] {
  const names: string[] = [];
  for (let at = from; at + 8 <= bytes.length;) {
    const length = big ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at + 4);
    names.push(bytes.toString("latin1", big ? at + 4 : at, big ? at + 8 : at + 4));
    at += 8 + length + (big ? tail : length % 2);
  }
  return names;
}
