import { readFileSync } from "node:fs";
import { letterIcon } from "#outputs/cards/draw-card.ts";
import { markOf } from "#outputs/mark.ts";
import { styleColours } from "#outputs/style-colours.ts";
import { site } from "#site.config.ts";
import owner from "#styles/owner.css?raw";
import tokens from "#styles/tokens.css?raw";

const mark = markOf(site);

/** The letters of the mark; undefined where it has none. */
export const letters = mark && "letters" in mark ? mark.letters : undefined;

/** The mark as SVG: its letters on the owner's accent, or the owner's file. */
export async function drawnMark(): Promise<string> {
  if (mark && "path" in mark) return readFileSync(`public${mark.path}`, "utf8");
  const ground = styleColours("--seal", owner, tokens);
  return letterIcon(letters ?? "", ground?.light ?? "#333");
}
