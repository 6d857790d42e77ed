import assert from "node:assert/strict";
import { test } from "node:test";
import sharp, { type Sharp } from "sharp";
import { publishedSizes } from "#model/picture-sizes.ts";
import { bareBytes, webpBytes } from "#reading/picture-encoder.ts";
import { tellsPlace } from "#reading/film-parts.ts";
import { bareSvg } from "#reading/svg-parts.ts";
import { reportedIn } from "../../site/picture-facts.ts";

const sizes: readonly (readonly [width: number, height: number, published: ReturnType<typeof publishedSizes>])[] = [
  [3024, 4032, { width: 1296, height: 1728, widths: [320, 640, 960] }],
  [640, 480, { width: 640, height: 480, widths: [320] }],
  [320, 9, { width: 320, height: 9, widths: [] }],
  [2, 1, { width: 2, height: 1, widths: [] }],
  [9000, 2, { width: 1296, height: 1, widths: [320, 640, 960] }],
  [1000, 20_000, undefined],
];

for (const [width, height, published] of sizes)
  test(`${width} × ${height} is published as ${published ? `${published.width} × ${published.height}` : "it is"}`, () => {
    assert.deepEqual(publishedSizes({ width, height }), published);
  });

const told = { IFD0: { Make: "Example" }, IFD3: { GPSLatitude: "37/1 33/1 59/1" } };
const frames = Buffer.concat([Buffer.alloc(3072, 40), Buffer.alloc(3072, 200)]);
const moving = () => sharp(frames, { raw: { width: 32, height: 64, channels: 3, pageHeight: 32 } });
const still = () => sharp(frames, { raw: { width: 32, height: 64, channels: 3 } });
const pixels = (bytes: Buffer) => sharp(bytes, { animated: true }).raw().toBuffer();

const kinds: readonly (readonly [name: string, made: (withReported: (image: Sharp) => Sharp) => Promise<Buffer>])[] = [
  ["a moving WebP", (withReported) => withReported(moving().webp({ lossless: true, delay: [100, 100] })).toBuffer()],
  ["a PNG", (withReported) => withReported(still().png()).toBuffer()],
  ["a WebP", (withReported) => withReported(still().webp({ lossless: true })).toBuffer()],
];

for (const [name, made] of kinds)
  test(`${name} keeps its pixels and frames, and nothing of its maker`, async () => {
    const written = await made((image) => image.withExif(told));
    assert.notDeepEqual(reportedIn(written), []);
    const bare = await bareBytes(written);
    assert.deepEqual(reportedIn(bare), []);
    assert.ok((await pixels(bare)).equals(await pixels(written)));
    const clean = await made((image) => image);
    assert.ok((await bareBytes(clean)).equals(clean));
  });

test("a WebP of the right width that says nothing is published as it is, one that does is not", async () => {
  const grain = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const rough = sharp({ create: { width: 32, height: 32, channels: 3, background: "#888", noise: grain } });
  const small = await rough.clone().webp({ quality: 5 }).toBuffer();
  assert.ok((await webpBytes(small, 32)).equals(small));
  assert.deepEqual(
    reportedIn(await webpBytes(await rough.clone().withExif(told).webp({ quality: 5 }).toBuffer(), 32)),
    [],
  );
});

for (const format of ["jpeg", "avif", "tiff", "gif"] as const)
  test(`a ${format} stays one, without its maker`, async () => {
    const bare = await bareBytes(await still().withExif(told).toFormat(format).toBuffer());
    const { format: kept, exif } = await sharp(bare).metadata();
    assert.deepEqual([kept, exif], [format === "avif" ? "heif" : format, undefined]);
  });

test("colours of a wide gamut come as sRGB, without a profile", async () => {
  const wide = await still().withIccProfile("p3").jpeg({ quality: 100 }).toBuffer();
  const { icc } = await sharp(wide).metadata();
  assert.ok(icc);
  const { space, hasProfile } = await sharp(await webpBytes(wide, 32)).metadata();
  assert.deepEqual([space, hasProfile], ["srgb", false]);
});

const secret = "곳 37.56653";
const words = Buffer.from(secret);
const number = (bytes: number, write: (buffer: Buffer) => void) => {
  const buffer = Buffer.alloc(bytes);
  write(buffer);
  return buffer;
};
const between = (bytes: Buffer, at: number, part: Buffer) =>
  Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
const segment = (marker: number) =>
  Buffer.concat([Uint8Array.of(0xff, marker), number(2, (to) => to.writeUInt16BE(words.length + 2)), words]);
const chunk = (type: string) =>
  Buffer.concat([number(4, (to) => to.writeUInt32BE(words.length)), Buffer.from(type), words, Buffer.alloc(4)]);
const riff = (bytes: Buffer, type: string) => {
  const all = Buffer.concat([bytes, Buffer.from(type), number(4, (to) => to.writeUInt32LE(words.length)), words]);
  all.writeUInt32LE(all.length - 8, 4);
  return all;
};
const block = (...label: number[]) =>
  Buffer.concat([Uint8Array.of(0x21, ...label, words.length), words, Buffer.alloc(1)]);
const afterColours = (gif: Buffer) => 13 + 3 * 2 ** (((gif[10] ?? 0) & 7) + 1);

/** Places for words that no metadata of sharp's tells. */
const placesOf: Readonly<Record<"jpeg" | "png" | "webp" | "gif", (bytes: Buffer) => Buffer[]>> = {
  jpeg: (bytes) => [0xfe, 0xe1, 0xe2, 0xe3, 0xeb, 0xec, 0xed].map((marker) => between(bytes, 2, segment(marker))),
  png: (bytes) => ["tEXt", "caBX", "mkBT", "prVW"].map((type) => between(bytes, 33, chunk(type))),
  webp: (bytes) => [riff(bytes, "ABCD"), riff(bytes, "XMP ")],
  gif: (bytes) => [between(bytes, afterColours(bytes), block(0xfe)), between(bytes, afterColours(bytes), block(0x01))],
};

for (const [format, places] of Object.entries(placesOf))
  test(`a ${format} tells nothing in any other part of it, nor after its end, and loses no pixel by that`, async () => {
    const clean = await (format === "png" || format === "jpeg" ? still() : moving())
      .toFormat(format as "png")
      .toBuffer();
    const written = [...places(clean), Buffer.concat([clean, words]), Buffer.concat([clean, chunk("IDAT")])];
    for (const one of written) assert.ok((await bareBytes(one)).equals(clean));
    assert.ok(written.every((one) => one.includes(words)));
  });

test("a photo that lies on its side is made anew, upright", async () => {
  const lying = await still().withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const { width, height, orientation } = await sharp(await bareBytes(lying)).metadata();
  assert.deepEqual([width, height, orientation], [64, 32, undefined]);
});

const box = (type: string, ...parts: Buffer[]) => {
  const content = Buffer.concat(parts);
  return Buffer.concat([number(4, (to) => to.writeUInt32BE(8 + content.length)), Buffer.from(type, "latin1"), content]);
};
const ftyp = (brand: string) => box("ftyp", Buffer.from(`${brand}\0\0\0\0`));
const pixelBox = Buffer.from("pixels and sounds");

test("an AVIF tells nothing in boxes of programs' own, and loses no pixel by that", async () => {
  const clean = await still().avif().toBuffer();
  for (const part of [box("free", words), box("uuid", Buffer.alloc(16, 7), words), box("abcd", words), words]) {
    const bare = await bareBytes(Buffer.concat([clean, part]));
    assert.ok(!bare.includes(words));
    assert.ok((await pixels(bare)).equals(await pixels(clean)));
  }
  assert.ok((await bareBytes(clean)).equals(clean));
});

test("a TIFF tells nothing between its fields, and keeps its pages and their depth", async () => {
  const deep = await still().toColourspace("rgb16").tiff().toBuffer();
  for (const clean of [deep, await moving().tiff({ compression: "none" }).toBuffer()]) {
    const bare = await bareBytes(Buffer.concat([clean, words]));
    const { pages, depth } = await sharp(bare, { animated: true }).metadata();
    const before = await sharp(clean, { animated: true }).metadata();
    assert.deepEqual([pages, depth], [before.pages, before.depth]);
    assert.ok(!bare.includes(words) && (await pixels(bare)).equals(await pixels(clean)));
  }
});

const film = (brand: string, ...others: Buffer[]) => {
  // When it was made and changed stands behind the version, in twice as many bytes in version 1.
  const times = (version: number, size: number) =>
    Buffer.concat([Buffer.from([version, 0, 0, 7]), Buffer.alloc(size, "시각"), Buffer.alloc(80, 1)]);
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
    assert.deepEqual([bare.includes(words), bare.includes("제목"), bare.includes("시각")], [false, keepsTitle, false]);
    const kept = (all: Buffer) => all.toString("latin1").match(/[mt][vkd]hd[\0\x01]\0\0\x07|\x01{80}/gu)?.length;
    assert.equal(kept(bare), kept(bytes));
    assert.deepEqual([bare.length, bare.indexOf(pixelBox)], [bytes.length, bytes.indexOf(pixelBox)]);
    assert.equal(await bareBytes(bare), bare);
  });

test("a film or a sound that still says where it, or the photo on its cover, was taken is told apart", () => {
  const sample = (format: string) => box("stsd", Buffer.alloc(12), Buffer.from(format));
  for (const said of ["+37.5665+126.9780/", "-33.8568+151.2153+010/"])
    assert.ok(tellsPlace(Buffer.concat([Buffer.from("\x1a\x45\xdf\xa3", "latin1"), Buffer.from(`LOCATION ${said}`)])));
  assert.ok(tellsPlace(Buffer.concat([ftyp("mp41"), box("moov", sample("gpmd")), box("mdat", pixelBox)])));
  const cover = Buffer.from("ffd8ffe1457869660000882500040000000100", "hex");
  assert.ok(tellsPlace(Buffer.concat([Buffer.from("ID3\x03\0APIC", "latin1"), cover])));
  assert.ok(tellsPlace(Buffer.concat([ftyp("M4A "), box("moov", box("udta", box("meta", cover))), box("mdat")])));
  const silent = [
    ftyp("mp41"),
    box("moov", sample("avc1"), box("udta", Buffer.from("+37.5665+126.9780/"))),
    box("mdat"),
  ];
  assert.ok(!tellsPlace(Buffer.concat(silent)));
});

const drawing = `<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">
<title>제목</title><style>path { fill: red }</style><g id="a"><path d="M0 0h9v9z"/></g><use xlink:href="#a"/>
</svg>`;
const edited = drawing
  .replace(
    "<title>",
    `<!-- ${secret} --><metadata><rdf:RDF><a>${secret}</a></rdf:RDF></metadata><?adobe ${secret}?><title>`,
  )
  .replace("<g id", `<sodipodi:namedview id="v"><sodipodi:namedview a=">"/>${secret}</sodipodi:namedview><g id`)
  .replace("<path d", `<path inkscape:export-filename="/home/${secret}/그림.png" d`)
  .replace(
    " width",
    ` xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" content="&lt;mxfile ${secret}&gt;" width`,
  );

test("a drawing loses what its editor wrote for itself, and nothing that shows", async () => {
  assert.equal(edited.split(secret).length, 7);
  const bare = bareSvg(edited).replace(/ xmlns:(?:inkscape|sodipodi|rdf)="[^"]*"/gu, "");
  assert.equal(bare, drawing);
  assert.equal(bareSvg(drawing), drawing);
  assert.ok((await bareBytes(Buffer.from(edited))).equals(Buffer.from(bareSvg(edited))));
  const unended = drawing.replace("</svg>", "<metadata>");
  assert.equal(bareSvg(unended), unended);
});

test("a photo in a drawing loses its maker too, unless it lies on its side", async () => {
  const around = (bytes: Buffer) =>
    drawing.replace("<use", `<image href="data:image/jpeg;base64,${bytes.toString("base64")}"/><use`);
  const photo = await still().jpeg().toBuffer();
  assert.equal(bareSvg(around(between(photo, 2, segment(0xed)))), around(photo));
  const lying = await still().withMetadata({ orientation: 6 }).jpeg().toBuffer();
  assert.equal(bareSvg(around(lying)), around(lying));
});

test("a drawing of beginnings without ends is read in one pass", () => {
  for (const part of ["<a ", "<!--", "<![CDATA[", "<?a ", "<a b='", " xmlns:a="]) {
    const source = `<svg xmlns:x="u">${part.repeat(100_000)}`;
    assert.ok(source.startsWith(bareSvg(source)), part);
  }
});
