import type { Entry } from "#model/post.ts";
import { placeIn, type SeriesTerm } from "#model/post-line.ts";
import type { InterfaceText } from "#text/interface.ts";

type Titled = Pick<Entry, "path" | "title">;

/** The older and the newer post, and the series of a post. */
interface Around {
  readonly previous?: Titled | undefined;
  readonly next?: Titled | undefined;
  readonly series?: SeriesTerm | undefined;
}

/** What to read before and after a post: those of its series first, then the older and newer post where they are others. */
export function neighboursOf({ previous, next, series }: Around, entry: Titled, text: InterfaceText) {
  const place = series ? placeIn(series, entry) : 0;
  const all = [
    { rel: "prev", label: text.previousPart, post: series?.posts[place - 1] },
    { rel: "next", label: text.nextPart, post: series?.posts[place + 1] },
    { rel: "prev", label: text.previousPost, post: previous },
    { rel: "next", label: text.nextPost, post: next },
  ];
  const byPath = Map.groupBy(all, ({ post }) => post?.path);
  byPath.delete(undefined);
  return [...byPath.values()].flatMap(([{ rel, label, post } = {}]) => (post ? [{ rel, label, post }] : []));
}
