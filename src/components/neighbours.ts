import type { Entry } from "#model/post.ts";
import { placeIn, type SeriesTerm } from "#model/post-line.ts";
import type { InterfaceText } from "#text/interface.ts";

type Titled = Pick<Entry, "path" | "title">;

interface Neighbour {
  readonly rel: "prev" | "next";
  readonly label: string;
  readonly post: Titled;
}

/** What to read before and after a post: those of its series first, then the older and newer post where they are others. */
export function neighboursOf(
  {
    previous,
    next,
    series,
  }: Partial<Readonly<Record<"previous" | "next", Titled | undefined>>> & { readonly series?: SeriesTerm | undefined },
  entry: Titled,
  text: InterfaceText,
): Neighbour[] {
  const place = series ? placeIn(series, entry) : 0;
  const all: { rel: "prev" | "next"; label: string; post: Titled | undefined }[] = [
    { rel: "prev", label: text.previousPart, post: series?.posts[place - 1] },
    { rel: "next", label: text.nextPart, post: series?.posts[place + 1] },
    { rel: "prev", label: text.previousPost, post: previous },
    { rel: "next", label: text.nextPost, post: next },
  ];
  const shown = new Set<string>();
  return all.flatMap(({ rel, label, post }) => {
    if (!post || shown.has(post.path)) return [];
    shown.add(post.path);
    return [{ rel, label, post }];
  });
}
