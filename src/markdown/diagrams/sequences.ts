import { pointsIn, written } from "./boxes.ts";
import { move } from "./groups.ts";
import { unseen } from "./flowcharts.ts";
import type { Properties, TreeNode } from "#markdown/tree.ts";

/** A blank that stays at the ends of a name, some 7 pixels wide there. */
export const blank = "\u2800";
/** A blank within a name that its drawer ends at blanks. */
export const space = "\u3164";

/** A sequence as its drawer reads it: numbers where it asks for them, a cross before the words of messages that are lost (`-x`), a message before the notes that come first, and room below notes of several lines. */
export function readableSequence(source: string): string {
  let number = /^[ \t]*autonumber\b/mu.test(source) ? 0 : Number.NaN;
  return source
    .replace(/^[ \t]*[^\s:"][^\n:"]*?-x[^\n:>)]*:/gmu, "$& ✕")
    .replace(/^[ \t]*[^\s:"][^\n:"]*?--?[>x)][^\n:]*:[ \t]*/gmu, (start) => {
      number += 1;
      return Number.isNaN(number) ? start : `${start}${String(number)}. `;
    })
    .replace(
      /^((?:(?!.*-[->x)]).*\n)*)([ \t]*note[ \t]+(?:over|left of|right of)[ \t]+([^\s,:]+))/iu,
      `$1$3->>$3: ${unseen}\n$2`,
    )
    .replace(/^([ \t]*note[^\n:]*:).*<br.*$/gimu, (note, start: string) =>
      [note, ...(note.match(/<br/giu) ?? []).map(() => `${start} ${unseen}`)].join("\n"),
    );
}

/** Draws a sequence, and again with wider names where a message is longer than its line. */
export function sequenceMarkup(source: string, draw: (source: string) => string): string {
  const first = draw(source);
  const actors = [...first.matchAll(/<g class="actor" data-id="([^"]*)" data-label="([^"]*)" data-type="([^"]*)"/gu)];
  const order = actors.map(([, id]) => id);
  const widths = actors.map(() => 0);
  for (const [, from, to, words = ""] of first.matchAll(
    / data-from="([^"]*)" data-to="([^"]*)" data-label="([^"]*)"/gu,
  )) {
    const [start = 0, end = 0] = [order.indexOf(from), order.indexOf(to)].toSorted((a, b) => a - b);
    if (start === widths.length - 1) continue;
    const room = start === end ? widthOf(words) + 50 : (widthOf(words) + 16) / (end - start);
    for (let at = start; at <= Math.max(end, start + 1); at += 1) widths[at] = Math.max(widths[at] ?? 0, room - 40);
  }
  const names = actors.map(([, id = "", label = "", kind = ""], at) => {
    const lacking = (widths[at] ?? 0) - nameWidth(label);
    const side = blank.repeat(Math.max(0, Math.ceil(lacking / 15)));
    return `${kind} ${id} as ${side}${label.replaceAll("\n", "<br>")}${side}`;
  });
  const [head = "", ...lines] = source.split("\n");
  const isWide = names.some((name) => name.includes(blank));
  return isWide ? draw([head, ...names, ...lines].join("\n")) : first;
}

/** How many letters, such as Hangul, are as wide as two. */
export const wideLetters = (words: string) => words.match(/[\u1100-\u115f\u2e80-\ud7ff\uf900-\uff60]/gu)?.length ?? 0;

/** Pixels of the box around a name. */
const nameWidth = (label: string) => widthOf(label) * 1.2 + 32;

/** Pixels that words take, in letters of messages. */
function widthOf(words: string): number {
  return Math.max(...words.split("\n").map((line) => 6 * (line.length + wideLetters(line))));
}

const lineHeight = 14.3;
/** Words that lie on lines are seen before them. */
const halo = { stroke: "var(--bg)", strokeWidth: 4, strokeLinejoin: "round", paintOrder: "stroke" };

/** Mends a drawn sequence in place: lines of life lie under frames and words, notes are as high as their words, which lie on no line, and a person's name is clear of the first message. */
export function mendSequence(svg: TreeNode): void {
  const { lives = [], others = [] } = Object.groupBy(svg.children ?? [], (node) =>
    kindOf(node) === "lifeline" ? "lives" : "others",
  );
  svg.children = [...lives, ...others];
  for (const node of others) {
    const { properties = {}, children = [] } = node;
    if (properties["dataType"] === "actor") properties["transform"] = "translate(0, -24)";
    const name = kindOf(node) === "actor" ? children.find(({ tagName }) => tagName === "rect")?.properties : undefined;
    if (name) narrow(name, Math.max(80, nameWidth(String(properties["dataLabel"]))));
    for (const text of children.filter(({ tagName }) => tagName === "text")) {
      const lines = (text.children ?? []).filter((line) => line.properties?.["x"] !== undefined).length;
      const more = lineHeight * Math.max(0, lines - 1);
      const sheet = children.find(({ tagName }) => tagName === "polygon")?.properties;
      if (sheet) lengthen(sheet, more);
      if (sheet || properties["dataSelf"] === "false") move(text, 0, sheet ? more / 2 : -more / 2);
      if (!sheet && text.properties?.["fill"] === "var(--_text-muted)") Object.assign(text.properties, halo);
    }
  }
}

const kindOf = ({ properties = {} }: TreeNode) => String([properties["className"]].flat()[0]);

function narrow(box: Properties, most: number): void {
  const [left, width] = [Number(box["x"]), Number(box["width"])];
  box["width"] = Math.min(width, most);
  box["x"] = left + (width - Math.min(width, most)) / 2;
}

function lengthen(sheet: Properties, by: number): void {
  const points = pointsIn(sheet["points"]);
  const bottom = Math.max(...points.map(([, y]) => y));
  sheet["points"] = written(points.map(([x, y]) => [x, y === bottom ? y + by : y]));
}
