import { readFileSync } from "node:fs";
import { letterIcon } from "#outputs/draw-card.ts";
import { markLetters } from "#outputs/mark.ts";
import { styleColours } from "#outputs/style-colours.ts";
import { site } from "#site.config.ts";
import owner from "#styles/owner.css?raw";
import tokens from "#styles/tokens.css?raw";

/** The owner's accent on light paper, for what is drawn. */
export const accent = styleColours("--seal", owner, tokens)?.light ?? "#333";

/** The mark as SVG: its letters on the owner's accent, or the owner's file. */
export async function drawnMark(): Promise<string> {
  const letters = markLetters(site);
  return letters === "" ? readFileSync(`public${site.mark}`, "utf8") : letterIcon(letters, accent);
}
