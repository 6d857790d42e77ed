import { isUtf8, transcode } from "node:buffer";
import { cp949Text } from "./cp949.ts";
import type { FileReport, Finding } from "./file-report.ts";

const beyondPlane0 = Array.from({ length: 16 }, (_, index) => String.fromCharCode(0xd83f + 0x40 * index)).join("");

/**
 * What may not stand in a text: C0 and C1 controls but tab and line feed, DEL, Unicode's noncharacters. By UTF-16 units:
 * `\p{Noncharacter_Code_Point}` would read every text twice as long, and so would one class for both kinds of controls.
 */
export const forbidden = new RegExp(
  `[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F]|[\\u007F-\\u009F\\uFDD0-\\uFDEF\\uFFFE\\uFFFF]|[${beyondPlane0}][\\uDFFE\\uDFFF]`,
);

const everyForbidden = new RegExp(forbidden, "g");

export function withoutControls(text: string): string {
  return text.replace(everyForbidden, "");
}

/** `U+0001` for the first forbidden character of a text. */
export function forbiddenName(text: string): string | undefined {
  const [found] = forbidden.exec(text) ?? [];
  return found && codePointName(found);
}

/** `U+200B` for a character. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** 1-based line and column (UTF-16 units) of an offset in a text with LF line ends. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  let [line, start] = [1, 0];
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", start)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

/** The text of UTF-8 bytes, a byte order mark kept; undefined where they are something else. By way of UTF-16, which for Hangul is quicker than a decoder that stops at errors. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  return isUtf8(bytes) ? transcode(bytes, "utf8", "utf16le").toString("utf16le") : undefined;
}

/** A file's bytes as text with LF line ends and without BOM; undefined (and an error in the report) where they are no UTF-8 or too many. */
export function decodeSource(bytes: Uint8Array, maxBytes: number, report: FileReport): string | undefined {
  if (bytes.length > maxBytes) {
    report.error({ code: "file-too-large", field: "body", values: { bytes: bytes.length, maxBytes } });
    return undefined;
  }
  const text = utf8Text(bytes)?.replace(/^\uFEFF/u, "");
  if (text !== undefined) return text.includes("\r") ? text.replace(/\r\n?/gu, "\n") : text;
  report.error({ ...encodingFinding(bytes), field: "body", line: firstBadLine(bytes) });
  return undefined;
}

/** What bytes say: in UTF-8 (a byte order mark kept), in UTF-16 with its mark, or in Korean CP949; `broken` where U+FFFD stands for what is none of these. */
export function textIn(bytes: Uint8Array): { text: string; encoding: "utf-8" | "utf-16" | "cp949" | "broken" } {
  const text = utf8Text(bytes);
  if (text !== undefined) return { text, encoding: "utf-8" };
  const mark = Buffer.from(bytes.subarray(0, 2)).toString("hex");
  if (mark === "fffe" || mark === "feff")
    return { text: new TextDecoder(mark === "fffe" ? "utf-16le" : "utf-16be").decode(bytes), encoding: "utf-16" };
  const korean = cp949Text(bytes);
  if (korean !== undefined && /\p{Script=Hangul}/u.test(korean)) return { text: korean, encoding: "cp949" };
  return { text: new TextDecoder("utf-8").decode(bytes), encoding: "broken" };
}

function encodingFinding(bytes: Uint8Array): Pick<Finding, "code" | "values"> {
  const { encoding: from } = textIn(bytes);
  if (from === "broken") return { code: "encoding-unknown", values: {} };
  return { code: "encoding-not-utf8", values: { encoding: from === "cp949" ? "CP949(EUC-KR)" : "UTF-16", from } };
}

function firstBadLine(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8").decode(bytes);
  return placeOf(text, Math.max(0, text.indexOf("\uFFFD"))).line;
}

/** What a text of JSON says, or else the line (1-based) at which `JSON.parse` stops. */
export function jsonIn(written: string): { readonly value: unknown } | { readonly line: number } {
  // Blanks on both sides make V8 show ten signs on either side of what it does not take, where it tells no line.
  const text = `${" ".repeat(10)}${written.trimEnd()}${" ".repeat(40)}`;
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const [, line] = /\(line (\d+)/u.exec(String(error)) ?? [];
    const [, around] = /, \.\.\."([\s\S]*)"\.\.\. is not/u.exec(String(error)) ?? [];
    if (line) return { line: Number(line) };
    return { line: placeOf(text, around === undefined ? text.length - 40 : text.indexOf(around) + 10).line };
  }
}
