/** Path segments as a file's path of ours: NFC, without signs that disks or addresses refuse, never beginning in `_` or `.`. */
export function safeId(segments: readonly string[]): string {
  return segments.map(safeSegment).join("/");
}

function safeSegment(segment: string): string {
  const clean = segment
    .normalize("NFC")
    .replace(/[<>:"|?*\\/#%]+/gu, "")
    .replace(/^[\s_.]+|[\s.]+$/gu, "");
  return clean === "" || clean === "index" ? `${clean}-` : clean;
}
