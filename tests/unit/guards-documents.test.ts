import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { deflateRawSync, deflateSync } from "node:zlib";
import { isRefused } from "#tools/prove/disguised.ts";
import { carriedBy, documents } from "#tools/prove/documents.ts";
import { readSite, readStamped } from "#tools/prove/read-site.ts";
import { entryAt, siteOf } from "./guards-site.ts";
import { temporaryFolder } from "./temporary.ts";

const u16 = (value: number) => Buffer.from([value & 255, value >> 8]);
const u32 = (value: number) => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);

/** An entry that only a password opens. */
const locked = Symbol("locked");

/** A ZIP archive of these files, deflated. */
function zip(files: Readonly<Record<string, string | Buffer | typeof locked>>): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content === locked ? photo : content);
    const shared = [
      u16(20),
      u16(content === locked ? 1 : 0),
      u16(8),
      u32(0),
      u32(0),
      u32(packed.length),
      u32(0),
      u16(Buffer.byteLength(name)),
      u16(0),
    ];
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), ...shared, Buffer.from(name), packed]);
    bodies.push(local);
    directory.push(
      Buffer.concat([Buffer.from("PK\x01\x02"), u16(20), ...shared, Buffer.alloc(10), u32(at), Buffer.from(name)]),
    );
    at += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = u16(directory.length);
  const end = [Buffer.from("PK\x05\x06"), Buffer.alloc(4), count, count, u32(size), u32(at), u16(0)];
  return Buffer.concat([...bodies, ...directory, ...end]);
}

/** An old document whose summary names an author and who saved it last. */
function stored(id: string, type: number, names: readonly Buffer[]): Buffer {
  const values = names.map((name) => Buffer.concat([u32(type), u32(name.length / (type === 31 ? 2 : 1)), name]));
  const starts = values.map(
    (_, index) => 8 + 8 * names.length + values.slice(0, index).reduce((sum, { length }) => sum + length, 0),
  );
  const entries = starts.flatMap((start, index) => [u32(index === 0 ? 4 : 8), u32(start)]);
  const set = Buffer.concat([u32(0), u32(names.length), ...entries, ...values]);
  const header = [Buffer.from([0xfe, 0xff]), Buffer.alloc(22), u32(1), Buffer.from(id, "hex"), u32(48)];
  return Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(500), ...header, set]);
}

const wide = (text: string) => Buffer.from(`${text}\0`, "utf16le");
const bigEnd = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16();
const photo = Buffer.concat([
  Buffer.from("\xff\xd8\xff\xe1Exif\0\0MM", "latin1"),
  Buffer.from("8825000400000001", "hex"),
]);
const objects = deflateSync(Buffer.concat([Buffer.from("7 0 <</Author("), bigEnd("김서고"), Buffer.from(")>>")]));

const cases: readonly (readonly [what: string, bytes: Buffer, names: readonly string[], tellsPlace?: true])[] = [
  ["a PDF's author", Buffer.from("%PDF-1.4 <</Author (Kim \\(Seo\\) \\101)>>"), ["Kim (Seo) A"]],
  ["a PDF's Korean author", Buffer.from(`%PDF-1.4 <</Author <${bigEnd("김서고").toString("hex")}>>>`), ["김서고"]],
  [
    "a PDF's packed author",
    Buffer.concat([
      Buffer.from("%PDF-1.7 <</N 1/Type/ObjStm/Filter/FlateDecode>>stream\r\n"),
      objects,
      Buffer.from("\nendstream"),
    ]),
    ["김서고"],
  ],
  [
    "a PDF's XMP",
    Buffer.from("%PDF-1.4 <dc:creator> <rdf:Seq><rdf:li>김서고</rdf:li></rdf:Seq></dc:creator>"),
    ["김서고"],
  ],
  ["a photo in a PDF", Buffer.from("%PDF-1.4 <exif:GPSLatitude>37,33.99N</exif:GPSLatitude>"), [], true],
  ["a PDF that tells nothing", Buffer.from("%PDF-1.4 <</Author ()>>"), []],
  [
    "a Word document",
    zip({
      "docProps/core.xml": "<dc:creator>김서고</dc:creator><cp:lastModifiedBy>이서고</cp:lastModifiedBy>",
      "word/_rels/settings.xml.rels": '<Relationship Target="file:///C:\\Users\\kim\\틀.dotx"/>',
    }),
    ["C:\\Users\\kim\\틀.dotx", "김서고", "이서고"],
  ],
  [
    "remarks and changes in a Word document",
    zip({
      "word/comments.xml": '<w:comment w:id="0" w:author="이서고" w:date="2026-01-01">',
      "word/document.xml": '<w:del w:id="1" w:author="김서고"><w:delText>지운 말</w:delText></w:del>',
    }),
    ["김서고", "이서고"],
  ],
  ["a workbook", zip({ "xl/workbook.xml": '<x15ac:absPath url="C:\\Users\\kim\\집\\"/>' }), ["C:\\Users\\kim\\집\\"]],
  ["HWPX", zip({ "Contents/content.hpf": '<opf:meta name="lastsaveby" content="text">김서고</opf:meta>' }), ["김서고"]],
  ["OpenDocument", zip({ "meta.xml": "<meta:initial-creator>김서고</meta:initial-creator>" }), ["김서고"]],
  ["photos in a ZIP in a ZIP", zip({ "a.zip": zip({ "사진.jpg": photo }) }), [], true],
  ["a photo behind files that cannot be opened", zip({ "a.zip": "", "b.jpg": locked, "사진.jpg": photo }), [], true],
  ["a raw photo", Buffer.concat([Buffer.from("MM\0*"), photo]), [], true],
  ["a raw photo of Fujifilm's", Buffer.concat([Buffer.from("FUJIFILMCCD-RAW "), photo]), [], true],
  ["a ZIP of other things", zip({ "a.txt": "글" }), []],
  ["HWP", stored("60b6a29f6110d411b4c6006097c09d8c", 31, [wide("김서고"), wide("이서고")]), ["김서고", "이서고"]],
  [
    "an old Word document",
    stored("e0859ff2f94f6810ab9108002b27b3d9", 30, [Buffer.from("b1e8bcadb0ed00", "hex")]),
    ["김서고"],
  ],
  ["half a document", stored("60b6a29f6110d411b4c6006097c09d8c", 31, [wide("김")]).subarray(0, 570), []],
];

for (const [what, bytes, names, tellsPlace = false] of cases)
  test(`${what}: ${names.join(", ") || "no name"}`, () => {
    const carried = carriedBy(bytes);
    assert.deepEqual([carried?.names ?? [], carried?.tellsPlace ?? false], [names, tellsPlace]);
  });

test("names in a document are told, a place stops the build; each by its author's file", (context) => {
  const folder = temporaryFolder(context);
  mkdirSync(join(folder, "pictures"));
  writeFileSync(join(folder, "글.pdf"), "%PDF-1.4 <</Author (Kim)>>");
  writeFileSync(join(folder, "pictures/a-1.zip"), zip({ "사진.jpg": photo }));
  const files = readSite(folder);
  const source = { path: "/pictures/a-1.zip", file: "src/content/posts/가/사진.zip" };
  const entries = [entryAt("/posts/가/", { pictures: [source] })];
  const found = documents({ ...siteOf({}, { entries, publicFiles: ["글.pdf"] }), files });
  assert.deepEqual(
    found.map(({ severity, code, file, values }) => [severity, code, file, values["names"]]),
    [
      ["error", "document-place", "src/content/posts/가/사진.zip", undefined],
      ["info", "document-names", "public/글.pdf", "Kim"],
    ],
  );
});

test("whatever kind of photo or document an archive holds is looked into, and nothing else is", () => {
  const photos = "jpg jpeg jfif tif tiff heic heif png webp avif";
  for (const name of photos.split(" ")) assert.equal(carriedBy(zip({ [`a.${name}`]: photo }))?.tellsPlace, true, name);
  assert.notEqual(carriedBy(zip({ "a.js": photo }))?.tellsPlace, true);
  const signed = zip({ "docProps/core.xml": "<dc:creator>김</dc:creator>" });
  const documents = "doc docx xls xlsx ppt pptx odt ods odp hwp hwpx zip epub";
  for (const name of documents.split(" "))
    assert.deepEqual(carriedBy(zip({ [`a.${name}`]: signed }))?.names, ["김"], name);
});

test("an imported file is refused by what is in it, whatever its name says", () => {
  const table: readonly (readonly [path: string, content: string | Uint8Array, refused: boolean])[] = [
    ["files/a.txt", "글", false],
    ["files/a.txt", "<script>alert(1)</script>", true],
    ["files/a.jpg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), false],
    ["files/a.jpg", "<html><script>alert(1)</script></html>", true],
    ["files/a.bin", Uint8Array.of(1, 0, 2), false],
    ["files/a.unknown", "아는 이름이 아닌 글", true],
  ];
  for (const [path, content, refused] of table) assert.equal(isRefused(path, Buffer.from(content)), refused, path);
});

test("a document of another name is known by its bytes", (context) => {
  const folder = temporaryFolder(context);
  writeFileSync(join(folder, "a.docm"), zip({ "docProps/core.xml": "<dc:creator>김서고</dc:creator>" }));
  writeFileSync(join(folder, "b.psd"), Buffer.concat([Buffer.from("8BPS"), photo]));
  const read = readStamped(folder, { isOthers: () => true });
  assert.deepEqual(read.get("a.docm")?.[1].carried, { names: ["김서고"], tellsPlace: false });
  assert.deepEqual(read.get("b.psd")?.[1].carried, { names: [], tellsPlace: true });
});
