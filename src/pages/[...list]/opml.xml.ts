import { pathsOf } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import { opmlOfCategory, opmlOfSite, opmlPath } from "#outputs/feed-lists.ts";
import { answer } from "#outputs/answer.ts";
import { listRoute } from "#site/list-routes.ts";

const lists = ({ site, categories }: Catalogue) => [
  { path: pathsOf(site).home, term: undefined },
  ...categories.map((term) => ({ path: term.path, term })),
];

export const { getStaticPaths, GET } = listRoute(
  "opml",
  ({ catalogue }) => lists(catalogue).map((list) => ({ ...list, file: opmlPath(list.path) })),
  ({ term }, { catalogue }) =>
    answer(term ? opmlOfCategory(term, catalogue) : opmlOfSite(catalogue), "text/x-opml+xml"),
);
