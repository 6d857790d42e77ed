import ArchivePage from "#layouts/ArchivePage.astro";
import ArticlePage from "#layouts/ArticlePage.astro";
import FindPage from "#layouts/FindPage.astro";
import HomePage from "#layouts/HomePage.astro";
import ListPage from "#layouts/ListPage.astro";
import SearchPage from "#layouts/SearchPage.astro";
import StandingPage from "#layouts/StandingPage.astro";
import SubscribePage from "#layouts/SubscribePage.astro";
import TermsPage from "#layouts/TermsPage.astro";
import type { Address } from "#model/addresses.ts";
import type { PageProps } from "#outputs/head.ts";
import { pageOf } from "#outputs/page-words.ts";
import { digestOfProps } from "./changed.ts";
import type { Library } from "./library.ts";
import { allProps, archiveProps, entryProps, findProps, homeProps, listProps, tagsProps } from "./page-props.ts";

/** Makes what the layout of the page at an address is given beside what all layouts are. */
type Maker<Props> = (library: Library, address: Address) => Props;

/** A layout, and what makes its props; a page that `isWhole` shows the whole of something, and is made in every build. */
function shown<Props extends object>(
  Layout: (props: Props & PageProps) => unknown,
  props: Maker<Props>,
  { isWhole = false } = {},
) {
  return { Layout: Layout as (props: object) => unknown, props: props as Maker<object>, isWhole };
}

const list = shown(ListPage, listProps);
const archive = shown(ArchivePage, archiveProps);
const whole = { isWhole: true };

const layouts: Readonly<Record<Address["kind"], ReturnType<typeof shown>>> = {
  article: shown(ArticlePage, entryProps),
  standing: shown(StandingPage, entryProps),
  home: shown(HomePage, homeProps),
  posts: list,
  category: list,
  tag: list,
  series: list,
  author: list,
  word: list,
  all: shown(ListPage, allProps),
  find: shown(FindPage, findProps),
  archive,
  "archive-year": archive,
  categories: shown(TermsPage, ({ catalogue }) => ({ groups: [{ terms: catalogue.categories }] }), whole),
  tags: shown(TermsPage, tagsProps, whole),
  "series-index": shown(TermsPage, ({ catalogue }) => ({ groups: [{ terms: catalogue.series }] }), whole),
  search: shown(SearchPage, () => ({}), whole),
  subscribe: shown(SubscribePage, ({ catalogue }) => ({ catalogue }), whole),
};

/** The layout of the page at an address, and all that it is given but an entry's body. */
export function pageAt(library: Library, address: Address) {
  const { Layout, props } = layouts[address.kind];
  const made = withPage(library, address, props);
  return { Layout, props: { ...made, head: library.head(made.page) } };
}

/** The digest of what a page shows; none where that is unknown: what an MDX file or the owner's part of the home page asks for, all terms at once. */
export function keyOf(library: Library, address: Address): string | undefined {
  const { kind, number, entry } = address;
  const { props, isWhole } = layouts[kind];
  const isUnknown = isWhole || entry?.format === "mdx" || (kind === "home" && number === 1);
  return isUnknown ? undefined : digestOfProps(withPage(library, address, props));
}

/** The page comes first: it holds the entry whole, which is then digested once. */
function withPage(library: Library, address: Address, props: Maker<object>) {
  return { page: pageOf(address, library.catalogue), shared: library.shared, ...props(library, address) };
}
