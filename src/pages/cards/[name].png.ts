import type { APIRoute } from "astro";
import { type Card, cardPath } from "#model/card.ts";
import { drawCard } from "#outputs/cards/draw-card.ts";
import { cards } from "#outputs/share-image.ts";
import { styleColours } from "#outputs/style-colours.ts";
import { openLibraries } from "#site/library.ts";
import { changed } from "#site/static-paths.ts";
import owner from "#styles/owner.css?raw";
import tokens from "#styles/tokens.css?raw";

const accent = styleColours("--seal", owner, tokens)?.light ?? "#333";

/** The pictures for link previews of posts and lists that have none of their own. */
export const getStaticPaths = async () => {
  const named = (await openLibraries()).flatMap(({ catalogue }) => cards(catalogue));
  const byPath = new Map(named.map((card) => [cardPath(card), card]));
  const all = [...byPath].map(([path, card]) => {
    return {
      params: { name: path.slice("/cards/".length, -".png".length) },
      props: { card },
      file: path.slice(1),
      key: () => `${path} ${accent}`,
    };
  });
  return changed("cards", all);
};

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(new Uint8Array(await drawCard(props.card, accent)));
