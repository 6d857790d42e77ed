import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import opentype, { type Font, type Path } from "opentype.js";
import sharp from "sharp";
import { once } from "#model/once.ts";
import { type Card, cardSize } from "./share-image.ts";

const paper = "#faf7f0";
const ink = "#1c1916";
const muted = "#6b645a";
/** Left and right of the title (pixels). */
const margin = 96;
const sizes = [88, 76, 66, 56, 48];
const mostLines = 3;

/** Gowun Batang Bold (OFL, beside this file), read when the first card is drawn; from the root, since `astro build` alone moves this module. */
const face = once(async (): Promise<Font> => {
  const file = await readFile("src/outputs/cards/gowun-batang-bold.ttf.br");
  const bytes = await promisify(brotliDecompress)(file);
  return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
});

/** An icon of one to four letters on a ground, as SVG of outlines alone: it looks the same wherever it is shown. */
export async function letterIcon(letters: string, ground: string): Promise<string> {
  const drawn = mark(letters, { font: await face(), accent: ground, side: 32, x: 0, y: 0 });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">${drawn}</svg>\n`;
}

/** A card of 1200 × 630 pixels, as a PNG, or as a JPEG that shows a picture whole; what it says stands in its middle 1200 × 600, which KakaoTalk shows. */
export async function drawCard(card: Card, accent: string): Promise<Uint8Array> {
  if (card.framed) {
    const whole = sharp(card.framed.file).autoOrient();
    return whole
      .resize({ ...cardSize, fit: "contain", background: paper })
      .flatten({ background: paper })
      .jpeg()
      .toBuffer();
  }
  const svg = cardSvg(card, accent, await face());
  // Sixteen colours show it and take a third of the bytes; a better search for them takes five times as long.
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 16, effort: 1, dither: 0 }).toBuffer();
}

function cardSvg(card: Card, accent: string, font: Font): string {
  const { width, height } = cardSize;
  const { size, lines } = titleLines(card.title, font, width - 2 * margin);
  const leading = size * 1.36;
  const first = height / 2 - 24 - ((lines.length - 1) * leading) / 2 + size * 0.36;
  const path = (
    text: string,
    [x, y]: readonly [number, number],
    { size: fontSize, fill }: { size: number; fill: string },
  ) => `<path fill="${fill}" d="${outlineOf(font.getPath(text, x, y, fontSize), 1)}"/>`;
  const foot = height - 88;
  const side = 44;
  const named = card.letters === "" ? margin : margin + side + 18;
  const note = cut(card.note, width / 2 - margin, widthIn(font, 28));
  const noted = width - margin - font.getAdvanceWidth(note, 28);
  const site = cut(card.site, noted - named - side, widthIn(font, 30));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<path fill="${paper}" d="M0 0h${width}v${height}H0z"/><path fill="${accent}" d="M0 0h14v${height}H0z"/>`,
    ...lines.map((line, index) => path(line, [margin, first + index * leading], { size, fill: ink })),
    mark(card.letters, { font, accent, side, x: margin, y: foot - 33 }),
    card.title === card.site ? "" : path(site, [named, foot], { size: 30, fill: ink }),
    path(note, [noted, foot], { size: 28, fill: muted }),
    "</svg>",
  ].join("");
}

/** The width of a text in pixels. */
const widthIn = (font: Font, size: number) => (text: string) => font.getAdvanceWidth(text, size);

interface Place {
  readonly font: Font;
  readonly accent: string;
  /** Side of the mark's square in pixels. */
  readonly side: number;
  /** Its left and its top. */
  readonly x: number;
  readonly y: number;
}

function mark(letters: string, { font, accent, side, x, y }: Place): string {
  if (letters === "") return "";
  const all = [...letters];
  const rows = all.length < 3 ? [letters] : [all.slice(0, 2).join(""), all.slice(2).join("")];
  const size = side * (all.length === 1 ? 0.68 : 0.39);
  const outlines = rows.map((row, index) => {
    const left = x + (side - font.getAdvanceWidth(row, size)) / 2;
    const base = y + side / 2 + size * (0.36 + 1.05 * (index - (rows.length - 1) / 2));
    return outlineOf(font.getPath(row, left, base, size), 2);
  });
  return `<path fill="${accent}" d="M${x} ${y}h${side}v${side}h-${side}z"/><path fill="${paper}" d="${outlines.join("")}"/>`;
}

/** A path as SVG says it, rounded to so many places; opentype.js itself writes NaN for `8e-15`, where a drawing then ends. */
export function outlineOf(path: Path, places: number): string {
  const rounded = (at: number) => Number(at.toFixed(places));
  const commands = path.commands.map(({ type, ...at }) => type + Object.values(at).map(rounded).join(" "));
  // The face draws a line of no length at the start of each contour.
  return commands.join("").replace(/(?<![-\d.])(-?[\d.]+ -?[\d.]+)L\1(?![\d.])/gu, "$1");
}

/** The title in the largest size in which it takes no more than three lines; cut with … where none is small enough. */
function titleLines(title: string, font: Font, room: number): { size: number; lines: readonly string[] } {
  for (const size of sizes) {
    const lines = balancedLines(title, room, widthIn(font, size));
    if (lines.length <= mostLines) return { size, lines };
  }
  const size = sizes.at(-1) ?? 48;
  const lines = balancedLines(title, room, widthIn(font, size)).slice(0, mostLines);
  return { size, lines: lines.with(-1, `${lines.at(-1)?.slice(0, -1) ?? ""}…`) };
}

/** Breaks a text between words into the fewest lines that fit `room`, as even as may be; a word too long for a line is broken too. */
export function balancedLines(text: string, room: number, widthOf: (text: string) => number): string[] {
  const fits = (widest: number) => (part: string) => widthOf(part) <= widest;
  const words = text.split(" ").flatMap((word) => (fits(room)(word) ? [word] : filled([...word], "", fits(room))));
  const lines = (widest: number) => filled(words, " ", fits(widest));
  const fewest = lines(room).length;
  let [narrow, wide] = [room / fewest / 2, room];
  while (wide - narrow > room / 256) {
    const middle = (narrow + wide) / 2;
    if (lines(middle).length === fewest) wide = middle;
    else narrow = middle;
  }
  return lines(wide);
}

/** As much of a text as fits `room`, with … where that is not all of it. */
function cut(text: string, room: number, widthOf: (text: string) => number): string {
  const [first = "", ...rest] = filled([...text], "", (part) => widthOf(part) <= room);
  return rest.length === 0 ? first : `${first.slice(0, -1).trimEnd()}…`;
}

/** Parts joined as long as what they make fits; one that does not fit by itself stands alone. */
function filled(parts: readonly string[], glue: string, fits: (part: string) => boolean): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = `${lines.at(-1) ?? ""}${glue}${part}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}
