import type { APIRoute } from "astro";
import { letterMark, markFiles, markOf } from "#outputs/mark.ts";
import { styleColours } from "#outputs/style-colours.ts";
import { site } from "#site.config.ts";
import { answer } from "#site/feed-paths.ts";
import owner from "#styles/owner.css?raw";
import tokens from "#styles/tokens.css?raw";

const mark = markOf(site);
const letters = mark && "letters" in mark ? mark.letters : undefined;

export const getStaticPaths = () =>
  letters === undefined ? [] : [{ params: { mark: markFiles.letters.slice(1, -".svg".length) }, props: { letters } }];

export const GET: APIRoute<{ letters: string }> = ({ props }) => {
  const ground = styleColours("--stamp", owner) ?? styleColours("--seal", owner, tokens);
  return answer(letterMark(props.letters, ground?.light ?? "#333"), "image/svg+xml");
};
