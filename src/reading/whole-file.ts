import { readFileSync, writeFileSync } from "node:fs";
import { rename } from "#cache/rename.ts";
import { utf8Text } from "#model/utf8.ts";

/** What names of files end in while they are being written. */
export const unfinished = ".part";

/** Writes a file so that nobody ever reads half of it. */
export function writeWhole(file: string, text: string, encoding: BufferEncoding = "utf8"): void {
  const part = `${file}.${String(process.pid)}${unfinished}`;
  writeFileSync(part, text, encoding);
  rename(part, file);
}

/** The text of a UTF-8 file of ours; throws where there is none. For Hangul Node's own reading of a file as text takes five times as long. */
export function readWhole(file: string): string {
  const bytes = readFileSync(file);
  return utf8Text(bytes) ?? bytes.toString("utf8");
}
