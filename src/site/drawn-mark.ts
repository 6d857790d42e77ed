import { readFileSync } from "node:fs";
import { letterIcon } from "#outputs/draw-card.ts";
import { markOf } from "#outputs/mark.ts";
import { styleColours } from "#outputs/style-colours.ts";
import { site } from "#site.config.ts";
import owner from "#styles/owner.css?raw";
import tokens from "#styles/tokens.css?raw";

const mark = markOf(site);

/** The owner's accent on light paper, for what is drawn. */
export const accent = styleColours("--seal", owner, tokens)?.light ?? "#333";

/** The letters of the mark; undefined where it has none. */
export const letters = mark && "letters" in mark ? mark.letters : undefined;

/** The mark as SVG: its letters on the owner's accent, or the owner's file. */
export async function drawnMark(): Promise<string> {
  if (mark && "path" in mark) return readFileSync(`public${mark.path}`, "utf8");
  return letterIcon(letters ?? "", accent);
}
