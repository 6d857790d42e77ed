import assert from "node:assert/strict";
import { test } from "node:test";
import sharp, { type Sharp } from "sharp";
import { publishedSizes } from "#model/picture-sizes.ts";
import { bareBytes, webpBytes } from "#reading/picture-encoder.ts";
import { reportedIn } from "../../site/picture-facts.ts";
import { between, box, moving, riff, segment, still, chunk, words } from "./picture-parts.ts";

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

for (const format of ["jpeg", "png"] as const)
  test(`a ${format} that lies on its side is made anew, upright`, async () => {
    const lying = await still().withMetadata({ orientation: 6 }).toFormat(format).toBuffer();
    const { width, height, orientation } = await sharp(await bareBytes(lying)).metadata();
    assert.deepEqual([width, height, orientation], [64, 32, undefined]);
  });

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
