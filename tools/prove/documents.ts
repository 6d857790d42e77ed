import { inflateSync } from "node:zlib";
import type { Message } from "#messages/message.ts";
import { tried } from "#model/tried.ts";
import { unzipped } from "#reading/archive.ts";
import { photoPlace } from "#reading/film-parts.ts";
import { textIn } from "#reading/source-text.ts";
import { addressOf, type BuiltSite } from "./built-site.ts";

/** What the names end in of documents that programs sign with their users' names, of archives and of cameras' raw photos. */
export const documentName =
  /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|hwpx?|zip|epub|cbz|key|pages|numbers|dng|cr2|nef|arw|orf|raf|rw2|pef|srw)$/iu;

/** What a document carries beside what it shows. */
export interface Carried {
  /** People's names, and those of folders on their computers, each once. */
  readonly names: readonly string[];
  /** Whether a photo in it says where it was taken. */
  readonly tellsPlace: boolean;
}

/** Tells of documents that carry names, which their authors may want, and of places in them, which nobody means to publish. */
export function documents({ files, copied, entries }: BuiltSite): Message[] {
  const carrying = [...files].flatMap(([path, { carried }]) => (carried ? [{ path, ...carried }] : []));
  if (carrying.length === 0) return [];
  const sources = new Map(entries.flatMap(({ pictures }) => pictures.map(({ path, file }) => [path, file] as const)));
  return carrying.flatMap(({ path, names, tellsPlace }): Message[] => {
    const page = addressOf(path);
    const at = { page, file: copied.has(path) ? `public/${path}` : (sources.get(page) ?? path) };
    const values = { names: names.join(", ") };
    return [
      ...(tellsPlace ? [{ severity: "error" as const, code: "document-place" as const, values: {}, ...at }] : []),
      ...(names.length > 0 ? [{ severity: "info" as const, code: "document-names" as const, values, ...at }] : []),
    ];
  });
}

/** What a PDF, a document of an office or of Hangul, an archive or a raw photo carries; undefined where that is nothing, or cannot be read. */
export function carriedBy(bytes: Buffer): Carried | undefined {
  const found = readableParts(bytes);
  const names = new Set(found.flatMap(({ names = [] }) => names.map((name) => name.trim())));
  names.delete("");
  const tellsPlace = found.some(({ photo }) => photo !== undefined && photoPlace.test(photo.toString("latin1")));
  return names.size > 0 || tellsPlace ? { names: [...names].sort(), tellsPlace } : undefined;
}

interface Part {
  readonly names?: readonly string[];
  /** Bytes in which a photo's Exif may stand. */
  readonly photo?: Buffer;
}

/** What can be read: what is damaged or locked says nothing of what stands beside it. */
function readableParts(bytes: Buffer): Part[] {
  const found: Part[] = [];
  tried(() => {
    for (const part of partsOf(bytes)) found.push(part);
  });
  return found;
}

function* partsOf(bytes: Buffer): Generator<Part> {
  const head = bytes.toString("latin1", 0, 4);
  if (head === "%PDF") yield { names: pdfNames(bytes), photo: bytes };
  else if (head === "\xd0\xcf\x11\xe0") yield { names: storedNames(bytes), photo: bytes };
  else if (head === "PK\x03\x04") yield* archived(bytes);
  else yield { photo: bytes };
}

/** Those files of an archive that may name somebody: Office Open XML, OpenDocument, HWPX; and its photos. */
function* archived(bytes: Buffer): Generator<Part> {
  for (const [file, unpack] of unzipped(bytes)) {
    const read = () => tried(unpack) ?? Buffer.alloc(0);
    if (/(?:^|\/)(?:core|app|meta|workbook|comments|document)\.xml$|\.(?:rels|hpf)$/iu.test(file))
      yield { names: xmlNames(read().toString()) };
    else if (/\.(?:jpe?g|jfif|tiff?|hei[cf]|png|webp|avif)$/iu.test(file)) yield { photo: read() };
    else if (documentName.test(file)) yield* readableParts(read());
  }
}

const person =
  /<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator|Manager|opf:meta\b[^<>]*\bname="(?:creator|lastsaveby)")[^<>]*>(?:\s*<rdf:[^<>]*>)*([^<]*)</gu;
const reviser = /\sw:author="([^"]*)"/gu;
const folder = /"(?:file:\/+)?((?:[a-z]:[\\/]|\/Users\/|\/home\/)[^"]*)"/giu;

function xmlNames(xml: string): string[] {
  return [person, reviser, folder].flatMap((pattern) => [...xml.matchAll(pattern)]).map(([, name = ""]) => name);
}

/** The author in a PDF's information, plain or in a packed stream of objects, and in its XMP (ISO 32000, 7.5.7, 14.3). */
function pdfNames(bytes: Buffer): string[] {
  const text = bytes.toString("latin1");
  if (text.includes("/Encrypt")) return [];
  const packed = Array.from(text.matchAll(/\/ObjStm\b[\s\S]{0,200}?stream\r?\n/gu), ({ index, 0: { length } }) => {
    const stream = bytes.subarray(index + length);
    return tried(() => inflateSync(stream, { finishFlush: 2 }).toString("latin1")) ?? "";
  });
  const authors = [text, ...packed].flatMap((one) => [
    ...one.matchAll(/\/Author\s*(?:\((?<plain>(?:\\[\s\S]|[^\\()])*)\)|<(?<hex>[\da-f\s]*)>)/giu),
  ]);
  return [...authors.map(({ groups }) => pdfString(groups)), ...xmlNames(bytes.toString())];
}

function pdfString({ plain, hex = "" }: Readonly<Record<string, string | undefined>> = {}): string {
  const unescaped = plain?.replace(/\\([0-7]{1,3}|[\s\S])/gu, (_, sign: string) =>
    /\d/u.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8)) : sign,
  );
  const bytes =
    unescaped === undefined ? Buffer.from(hex.replace(/\s/gu, ""), "hex") : Buffer.from(unescaped, "latin1");
  return new TextDecoder(bytes.indexOf("\xfe\xff", 0, "latin1") === 0 ? "utf-16be" : "utf-8").decode(bytes);
}

/** Format identifiers of the summary that old Office files and those of Hangul hold (MS-OLEPS; the latter's is Hancom's own). */
const summaries = ["e0859ff2f94f6810ab9108002b27b3d9", "60b6a29f6110d411b4c6006097c09d8c"].map((id) =>
  Buffer.from(id, "hex"),
);
/** Author, and who saved it last. */
const people = new Set([4, 8]);

function storedNames(bytes: Buffer): string[] {
  const at = Math.max(...summaries.map((id) => bytes.indexOf(id)));
  if (at < 0) return [];
  const set = bytes.subarray(at - 28 + bytes.readUInt32LE(at + 16));
  const names: string[] = [];
  for (let left = set.readUInt32LE(4), entry = 8; left > 0; left -= 1, entry += 8) {
    const value = set.readUInt32LE(entry + 4);
    const [type, length] = [set.readUInt32LE(value), set.readUInt32LE(value + 4)];
    const isWide = type === 31;
    const text = set.subarray(value + 8, value + 8 + length * (isWide ? 2 : 1));
    if (people.has(set.readUInt32LE(entry)))
      names.push((isWide ? new TextDecoder("utf-16le").decode(text) : textIn(text).text).replace(/\0.*$/su, ""));
  }
  return names;
}
