import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A picture of one pixel, told from others by its colour. */
function png(colour: number): Buffer {
  const bytes = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVQIW2NgAAAAAgABYkBPaAAAAABJRU5ErkJggg==",
    "base64",
  );
  return Buffer.concat([bytes, Buffer.from([colour])]);
}

/**
 * Lays out a packed fixture (`=== path` lines, each followed by that file's text; `@png 3` is a picture, `@hex …` bytes,
 * `\r`-ended texts say `@crlf` first) in a temporary folder.
 */
export function unpacked(name: string): { root: string; remove: () => void } {
  const root = mkdtempSync(path.join(tmpdir(), "seogo-import-"));
  const packed = readFileSync(path.join(import.meta.dirname, "../../fixtures/importing", name), "utf8");
  for (const part of packed.split(/^=== /mu).slice(1)) {
    const end = part.indexOf("\n");
    const file = path.join(root, part.slice(0, end).trim());
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contentOf(part.slice(end + 1)));
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

function contentOf(text: string): string | Buffer {
  const colour = /^@png (\d+)\s*$/u.exec(text)?.[1];
  if (colour !== undefined) return png(Number(colour));
  const hex = /^@hex ([0-9a-f\s]+)$/u.exec(text)?.[1];
  if (hex !== undefined) return Buffer.from(hex.replace(/\s+/gu, ""), "hex");
  if (text.startsWith("@crlf\n")) return text.slice(6).replaceAll("\n", "\r\n");
  if (text.startsWith("@bom\n")) return `\uFEFF${text.slice(5)}`;
  if (text.startsWith("@cp949 ")) return Buffer.from(text.slice(7).replace(/\s+/gu, ""), "hex");
  return text.startsWith("@nfd\n") ? text.slice(5).normalize("NFD") : text;
}
