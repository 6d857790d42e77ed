import { listDate } from "#korean/dates.ts";
import { url } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import { shortHash } from "#model/digest.ts";
import type { CountedTerm } from "#model/page.ts";
import type { Entry, Picture } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { markLetters } from "./mark.ts";

/** A picture for previews; its size in pixels where we know it. */
export interface ShareImage {
  /** Absolute, percent-encoded. */
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
  readonly alt?: string;
}

/** What a drawn picture for link previews says. */
export interface Card {
  readonly title: string;
  /** Category and day of a post; empty where there are none. */
  readonly note: string;
  readonly site: string;
  /** The letters in the mark; empty where the site has none. */
  readonly letters: string;
  /** A picture shown whole in its place. */
  readonly framed?: Picture;
}

/** Size of every card in pixels, as previews ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

/** The picture a preview shows: the post's own, framed where previews would show its middle alone, else its drawn card; undefined where the settings name one picture for all, or none. */
export function shareImage(entry: Entry, site: Site): ShareImage | undefined {
  const own = ownImage(entry, site);
  const card = site.card === "drawn" ? sharedCard(entry, site, own) : undefined;
  return card ? { url: url(site, cardPath(card)), ...cardSize, alt: own?.alt ?? entry.title } : own;
}

/** The card of an entry whose own picture, if it has one, is too tall or too wide for previews. */
function sharedCard(entry: Entry, site: Site, own = ownImage(entry, site)): Card | undefined {
  if (own === undefined) return entryCard(entry, site);
  const { file, path, width = 1, height = 1 } = own;
  const isOdd = width / height < 1.25 || width / height > 3;
  return file !== undefined && path !== undefined && isOdd
    ? { title: "", note: "", site: "", letters: "", framed: { file, path } }
    : undefined;
}

/** The picture for previews of a page that is no post: its category's card or the site's, or what the settings name for all. */
export function pageImage(term: Pick<CountedTerm, "kind" | "label"> | undefined, site: Site): ShareImage | undefined {
  if (site.card === "") return undefined;
  const title = term?.kind === "category" ? term.label : site.title;
  if (site.card === "drawn") return { url: url(site, cardPath(cardOf(title, "", site))), ...cardSize, alt: title };
  return { url: url(site, site.card), ...cardSize, alt: site.title };
}

/** The cover, else the first picture in the body, only of kinds that KakaoTalk and others draw. */
export function ownImage(entry: Entry, site: Pick<Site, "address">): (ShareImage & Partial<Picture>) | undefined {
  const { remoteImage } = entry;
  if (remoteImage && !/\.(?:svgz?|avif)$/iu.test(new URL(remoteImage.url).pathname)) return remoteImage;
  const pictures: readonly (Picture & { readonly alt?: string })[] = [entry.image ?? [], entry.pictures].flat();
  const own = pictures.find(({ path, width = 0 }) => /\.(?:png|jpe?g|webp|gif)$/iu.test(path) && width >= 200);
  return own && { ...own, url: url(site, own.path) };
}

/** Every card that pages of a site name, by its path. */
export function cards({ site, posts, pages, categories }: Catalogue): ReadonlyMap<string, Card> {
  if (site.card !== "drawn") return new Map();
  const lists = [site.title, ...categories.map(({ label }) => label)].map((title) => cardOf(title, "", site));
  const all = [...lists, ...[...posts, ...pages].flatMap((entry) => sharedCard(entry, site) ?? [])];
  return new Map(all.map((card) => [cardPath(card), card]));
}

/** The card of a post or standing page; of the site where its title cannot be drawn. */
export function entryCard({ title, categories, date }: Entry, site: Site): Card {
  const [category] = categories;
  return cardOf(title, [category, date && listDate(date.day)].filter(Boolean).join(" · "), site);
}

/** The card that says a title and a note; of the site where the title cannot be drawn. */
export function cardOf(title: string, note: string, site: Site): Card {
  const isDrawn = withoutGlyph(title) === "" && cardText(title) !== "";
  const clean = (text: string) => (withoutGlyph(text) === "" ? cardText(text) : "");
  return {
    title: clean(isDrawn ? title : site.title),
    note: isDrawn ? clean(note) : "",
    site: clean(site.title),
    letters: clean(markLetters(site)),
  };
}

/** How often the way of drawing changed so that cards of before should be seen no more. */
const drawing = 2;

/** Where a card is published, by all that it shows, wherever a picture's file lies: KakaoTalk and others keep a picture by its address. */
export function cardPath({ framed, ...words }: Card): string {
  const shown = { ...words, framed: framed?.path };
  return `/cards/${shortHash(JSON.stringify([drawing, shown]))}.${framed ? "jpg" : "png"}`;
}

/** What the face of the cards has no picture for but means nothing without: emoji, their joiners and formatting characters. */
const unseen = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{Cf}|\uFE0E|\uFE0F|\u20E3/gu;
/** Characters that the face of the cards can draw; tests/unit/outputs/cards.test.ts holds it to the face. */
const drawn =
  /[\x20-\x7E\u00A0-\u017E\u2010\u2013-\u2016\u2018-\u201A\u201C-\u201E\u2020-\u2023\u2025\u2026\u2030\u2032\u2033\u203B\u2103\u2116\u2122\u2160-\u2169\u2170-\u2179\u2190-\u2199\u21D2\u21D4\u2212\u2260\u2264\u2265\u2460-\u2473\u25A0\u25A1\u25B2\u25B3\u25CB\u25CF\u2605\u2606\u2665\u3000-\u3003\u3008-\u3011\u301C\u3131-\u318E\u3200-\u321C\u3260-\u327B\uAC00-\uD7A3\uFF01-\uFF5E]/gu;

/** A text as a card shows it: in one line, composed, without emoji. */
export function cardText(text: string): string {
  return text.normalize("NFC").replace(unseen, "").replace(/\s+/gu, " ").trim();
}

/** The characters of a text that no card can show, each once; a card never shows a box in their place. */
export function withoutGlyph(text: string): string {
  return [...new Set(cardText(text).replace(drawn, ""))].join("");
}
