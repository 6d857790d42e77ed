import type { SeriesPlace, Titled } from "#model/post-line.ts";
import type { InterfaceText } from "#text/interface.ts";

/** The older and the newer post, and the series of a post. */
interface Around {
  readonly previous?: Titled | undefined;
  readonly next?: Titled | undefined;
  readonly series?: SeriesPlace | undefined;
}

/** What to read before and after a post: those of its series first, then the older and newer post where they are others. */
export function neighboursOf({ previous, next, series }: Around, text: InterfaceText) {
  const at = series ? series.place - series.first : 0;
  const all = [
    { rel: "prev", label: text.previousPart, post: series?.posts[at - 1] },
    { rel: "next", label: text.nextPart, post: series?.posts[at + 1] },
    { rel: "prev", label: text.previousPost, post: previous },
    { rel: "next", label: text.nextPost, post: next },
  ];
  const byPath = Map.groupBy(all, ({ post }) => post?.path);
  return [...byPath.values()].flatMap(([{ rel, label, post } = {}]) => (post ? [{ rel, label, post }] : []));
}
