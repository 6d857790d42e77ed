import assert from "node:assert/strict";
import { test } from "node:test";
import { bareBytes } from "#reading/picture-encoder.ts";
import { tellsPlace } from "#reading/film-parts.ts";
import { box, ftyp, pixelBox, words } from "./picture-parts.ts";

const film = (brand: string, ...others: Buffer[]) => {
  // When it was made and changed stands behind the version, in twice as many bytes in version 1.
  const times = (version: number, size: number) =>
    Buffer.concat([Buffer.from([version, 0, 0, 7]), Buffer.alloc(size, "각"), Buffer.alloc(80, 1)]);
  const track = box(
    "trak",
    box("tkhd", times(0, 8)),
    box("udta", box("name", words)),
    box("mdia", box("mdhd", times(1, 16))),
  );
  const names = box("udta", box("©xyz", words), box("meta", Buffer.from("제목")));
  return Buffer.concat([
    ftyp(brand),
    box("moov", box("mvhd", times(0, 8)), track, names, box("meta", words)),
    box("mdat", pixelBox),
    ...others,
  ]);
};

for (const [name, bytes, keepsTitle] of [
  ["film", film("isom", box("uuid", words), box("sefd", words), words), false],
  ["film of a length to its end", Buffer.concat([film("qt  "), Buffer.alloc(4), Buffer.from("free"), words]), false],
  ["sound", film("M4A ", box("free", words)), true],
  [
    "JPEG XL",
    Buffer.concat([
      box("JXL ", Buffer.from("\r\n\x87\n", "latin1")),
      ftyp("jxl "),
      box("jxlc", pixelBox),
      box("Exif", words),
    ]),
    false,
  ],
] as const)
  test(`a ${name} loses its words and places, and no box of it moves`, async () => {
    assert.ok(bytes.includes(words));
    const bare = await bareBytes(bytes);
    assert.deepEqual([bare.includes(words), bare.includes("제목"), bare.includes("각")], [false, keepsTitle, false]);
    const kept = (all: Buffer) => all.toString("latin1").match(/[mt][vkd]hd[\0\x01]\0\0\x07|\x01{80}/gu)?.length;
    assert.equal(kept(bare), kept(bytes));
    assert.deepEqual([bare.length, bare.indexOf(pixelBox)], [bytes.length, bytes.indexOf(pixelBox)]);
    assert.equal(await bareBytes(bare), bare);
  });

test("a film or a sound that still says where it, or the photo on its cover, was taken is told apart", () => {
  const sample = (format: string) => box("stsd", Buffer.alloc(12), Buffer.from(format));
  for (const said of ["+37.5665+126.9780/", "-33.8568+151.2153+010/"])
    assert.ok(tellsPlace(Buffer.concat([Buffer.from("\x1a\x45\xdf\xa3", "latin1"), Buffer.from(`LOCATION ${said}`)])));
  for (const format of ["gpmd", "camm", "djmd", "mebx location.ISO6709"])
    assert.ok(tellsPlace(Buffer.concat([ftyp("mp41"), box("moov", sample(format)), box("mdat", pixelBox)])), format);
  const cover = Buffer.from("ffd8ffe1457869660000882500040000000100", "hex");
  assert.ok(tellsPlace(Buffer.concat([Buffer.from("ID3\x03\0APIC", "latin1"), cover])));
  assert.ok(tellsPlace(Buffer.concat([ftyp("M4A "), box("moov", box("udta", box("meta", cover))), box("mdat")])));
  assert.ok(tellsPlace(Buffer.from('ID3\x03\0APIC<rdf:Description exif:GPSLatitude="37,33.99N"/>', "latin1")));
  const silent = [
    ftyp("mp41"),
    box("moov", sample("avc1"), box("udta", Buffer.from("+37.5665+126.9780/"))),
    box("mdat"),
  ];
  assert.ok(!tellsPlace(Buffer.concat(silent)));
});
