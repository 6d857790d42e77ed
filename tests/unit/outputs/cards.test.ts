import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import opentype from "opentype.js";
import sharp from "sharp";
import {
  type Card,
  cardOf,
  cardPath,
  cardText,
  entryCard,
  ownImage,
  shareImage,
  withoutGlyph,
} from "#outputs/share-image.ts";
import { balancedLines, drawCard, outlineOf } from "#outputs/draw-card.ts";
import { defineSite } from "#model/site.ts";
import { temporaryFolder } from "../temporary.ts";
import { post } from "./catalogue.ts";

const site = defineSite({ title: "느린 개발 이야기", mark: "느개" });
const card: Card = {
  title: "은행이 된 메신저, 시장이 된 한 사람",
  note: "지식 쌓기 · 2020. 7. 12.",
  site: site.title,
  letters: "느개",
};

const lines: readonly (readonly [text: string, room: number, lines: readonly string[]])[] = [
  ["왜 책장을 새로 짜는가", 20, ["왜 책장을 새로 짜는가"]],
  ["은행이 된 메신저, 시장이 된 한 사람", 14, ["은행이 된 메신저,", "시장이 된 한 사람"]],
  ["하나 둘 셋 넷", 5, ["하나 둘", "셋 넷"]],
  ["가나다라마바사아자차", 4, ["가나다라", "마바사아", "자차"]],
  ["", 4, [""]],
];
for (const [text, room, expected] of lines) {
  test(`${JSON.stringify(text)} breaks between words, evenly, in ${String(room)}`, () => {
    assert.deepEqual(
      balancedLines(text, room, (part) => [...part].length - part.split(" ").length / 2),
      expected,
    );
  });
}

test("the face has every character that a card may show", () => {
  const file = brotliDecompressSync(readFileSync("src/outputs/cards/gowun-batang-bold.ttf.br"));
  const face = opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
  const missing: string[] = [];
  for (let code = 0x20; code < 0x30000; code += 1) {
    const character = String.fromCodePoint(code);
    if (code >= 0xd800 && code < 0xe000) continue;
    const shown = cardText(`가${character}가`).replaceAll("가", "").trim();
    if (shown === "" || withoutGlyph(shown) !== "") continue;
    if ([...shown].some((one) => face.charToGlyphIndex(one) === 0)) missing.push(character);
  }
  assert.deepEqual(missing, []);
});

test("outlines are rounded whatever fraction a coordinate has, and a card shows the last letter of each text", async () => {
  const path = new opentype.Path();
  path.moveTo(3 + 2 ** -50, -(2 ** -40));
  path.lineTo(3, 0);
  path.lineTo(3, 0.3);
  path.quadraticCurveTo(0.96, 1e-9, 12.3456, -12.3456);
  path.closePath();
  assert.equal(outlineOf(path, 1), "M3 0L3 0.3Q1 0 12.3 -12.3Z");
  const { data, info } = await sharp(Buffer.from(await drawCard({ ...card, note: "" }, "#0f766e")))
    .extract({ left: 340, top: 505, width: 30, height: 45 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const dark = data.filter((value, index) => index % info.channels === 0 && value < 60).length;
  assert.ok(dark > 40, `the site's name ends before its last letter: ${String(dark)} dark pixels`);
});

test("a long name of the blog ends before the note, and a long note at the middle", async () => {
  const long = "아주 긴 이름을 가진 블로그이며 무엇을 쓰는지도 이름에 모두 적은 개인 기술 블로그";
  const png = await drawCard({ ...card, site: long, note: long }, "#0f766e");
  const { data, info } = await sharp(Buffer.from(png))
    .extract({ left: 0, top: 505, width: 1200, height: 50 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const columns = Array.from({ length: info.width }, (_, x) =>
    data.some((value, at) => at % info.width === x && value < 160),
  );
  // No ink between the two, nor in the margin.
  assert.deepEqual([columns.slice(585, 600), columns.slice(1110)].flat().filter(Boolean), []);
  assert.ok(columns.slice(520, 585).some(Boolean) && columns.slice(600, 660).some(Boolean));
});

test("emoji are left out, and a title that the face cannot draw gives the site's card", () => {
  assert.equal(cardText("봄 🌸👩‍🚀 나들이 ❤️"), "봄 나들이");
  assert.equal(withoutGlyph("論語를 읽다"), "論語");
  assert.deepEqual(entryCard(post("글", { title: "論語를 읽다" }), site), cardOf(site.title, "", site));
  assert.equal(entryCard(post("글", { title: "봄 🌸" }), site).title, "봄");
  assert.equal(cardOf("論語를 읽다", "일기", site).note, "");
  assert.deepEqual(cardOf("하루의 기록", "일기 🌸", site), { ...card, title: "하루의 기록", note: "일기" });
});

test("the address of a card changes with all that it says, and only with that", () => {
  const path = cardPath(card);
  assert.match(path, /^\/cards\/[0-9a-f]{8}\.png$/u);
  assert.equal(cardPath({ ...card }), path);
  for (const name of ["title", "note", "site", "letters"] as const) {
    assert.notEqual(cardPath({ ...card, [name]: `${card[name]}가` }), path, name);
  }
});

test("a card is 1200 × 630, the same at every drawing, under 40 KB, and shows its title and accent", async () => {
  const long = {
    ...card,
    title: "아주 긴 제목을 가진 글 하나가 있어서 세 줄로도 모자라 글자를 줄이고 또 줄여도 넘치는 제목 ".repeat(3),
  };
  for (const one of [card, { ...card, letters: "", note: "" }, long]) {
    const png = Buffer.from(await drawCard(one, "#0f766e"));
    assert.deepEqual(Buffer.from(await drawCard(one, "#0f766e")), png);
    const { width, height, format } = await sharp(png).metadata();
    assert.deepEqual([width, height, format], [1200, 630, "png"]);
    assert.ok(png.length < 40_000, String(png.length));
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    // A palette may be a level off, which nobody sees.
    const off = [0x0f, 0x76, 0x6e].map((level, index) => Math.abs(level - (data[index] ?? 0)));
    assert.ok(Math.max(...off) <= 2, String(off));
    const dark = data.filter((value, index) => index % info.channels === 0 && value < 60).length;
    assert.ok(dark > 5000, String(dark));
  }
});

test("the card of the site says its name once", async () => {
  const own = { ...card, title: site.title };
  const [once, bare] = await Promise.all([own, { ...own, site: "" }].map((one) => drawCard(one, "#0f766e")));
  assert.ok(once && bare && Buffer.from(once).equals(bare));
});

test("what previews show is no icon and no drawing", () => {
  const picture = (name: string, width: number) => ({ file: name, path: `/pictures/${name}`, width, height: 90 });
  const pictures = [picture("icon.png", 199), picture("drawing.svg", 900), picture("photo.webp", 200)];
  assert.equal(ownImage(post("가", { pictures }), site)?.url, "https://seogo.example/pictures/photo.webp");
  assert.equal(ownImage(post("가", { pictures: pictures.slice(0, 2) }), site), undefined);
});

test("a picture of which previews would show the middle alone is framed, others are shown as they are", async (context) => {
  const file = join(temporaryFolder(context), "초상.png");
  await sharp({ create: { width: 300, height: 600, channels: 3, background: "#ff0000" } })
    .png()
    .toFile(file);
  const shared = (width: number, height: number) => {
    const pictures = [{ file, path: `/pictures/a-${String(width)}.png`, width, height }];
    return shareImage(post("가", { pictures }), site)?.url.replace(/^.*example/u, "");
  };
  assert.equal(shared(800, 600), "/pictures/a-800.png");
  for (const [width, height] of [
    [300, 600],
    [600, 600],
    [1500, 400],
  ] as const)
    assert.match(shared(width, height) ?? "", /^\/cards\/\w+\.jpg$/u);
  const [composed, apart] = ["초상.png", "초상.png".normalize("NFD")].map((name) =>
    cardPath({ ...card, framed: { file: name, path: "/a.png" } }),
  );
  assert.equal(composed, apart);
  const drawn = sharp(await drawCard({ ...card, framed: { file, path: "/a.png" } }, "#0f766e"));
  const { data, info } = await drawn.raw().toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height], [1200, 630]);
  const isRed = (x: number, y: number) => (data[(y * 1200 + x) * 3 + 1] ?? 0) < 60;
  assert.deepEqual([isRed(600, 4), isRed(600, 625), isRed(100, 300)], [true, true, false]);
});
