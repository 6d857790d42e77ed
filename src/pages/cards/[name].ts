import type { APIRoute } from "astro";
import { drawCard } from "#outputs/draw-card.ts";
import { type Card, cards } from "#outputs/share-image.ts";
import { accent } from "#site/drawn-mark.ts";
import { openLibraries } from "#site/library.ts";
import { changed } from "#site/changed.ts";

/** The pictures for link previews of posts and lists that have none of their own, or one of which previews would show a part. */
export const getStaticPaths = async () => {
  const named = (await openLibraries()).flatMap(({ catalogue }) => [...cards(catalogue)]);
  const all = [...new Map(named)].map(([path, card]) => ({
    params: { name: path.slice("/cards/".length) },
    props: { card },
    file: path.slice(1),
    key: () => `${path} ${accent}`,
  }));
  return changed("cards", all);
};

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(new Uint8Array(await drawCard(props.card, accent)));
