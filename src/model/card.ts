import { listDate } from "#korean/dates.ts";
import type { Catalogue } from "./catalogue.ts";
import type { CountedTerm } from "./page.ts";
import type { Entry } from "./post.ts";
import { shortHash } from "./digest.ts";
import type { Site } from "./site.ts";

/** What a drawn picture for link previews says. */
export interface Card {
  readonly title: string;
  /** Category and day of a post; empty where there are none. */
  readonly note: string;
  readonly site: string;
  /** The letters in the mark; empty where the site has none. */
  readonly letters: string;
}

/** Size of every card in pixels, as previews ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

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

function letters(site: Pick<Site, "mark">): string {
  return site.mark === false || site.mark.startsWith("/") ? "" : site.mark;
}

function cardOf(title: string, note: string, site: Site): Card {
  const shown =
    withoutGlyph(title) === "" && cardText(title) !== "" ? { title, note } : { title: site.title, note: "" };
  const clean = (text: string) => (withoutGlyph(text) === "" ? cardText(text) : "");
  return { title: clean(shown.title), note: clean(shown.note), site: clean(site.title), letters: clean(letters(site)) };
}

/** The card of a post or standing page; of the site where its title cannot be drawn. */
export function entryCard({ title, categories, date }: Entry, site: Site): Card {
  const [category] = categories;
  return cardOf(title, [category, date && listDate(date.day)].filter(Boolean).join(" · "), site);
}

/** The card of a category, tag or series, or of the site where the page is none. */
export function listCard(term: Pick<CountedTerm, "label"> | undefined, site: Site): Card {
  return term === undefined ? cardOf(site.title, "", site) : cardOf(term.label, "", site);
}

/** Where a card is published, by all that it says: KakaoTalk and others keep a picture by its address. */
export function cardPath(card: Card): string {
  return `/cards/${shortHash(JSON.stringify(card))}.png`;
}

/** Every card that pages of a site name, each once; `needs` tells which posts have no picture of their own. */
export function cardsOf({ site, posts, pages, categories }: Catalogue, needs: (entry: Entry) => boolean): Card[] {
  if (site.card !== "drawn") return [];
  const entries = [...posts, ...pages].filter(needs).map((entry) => entryCard(entry, site));
  const lists = [undefined, ...categories].map((term) => listCard(term, site));
  return [...new Map([...lists, ...entries].map((card) => [cardPath(card), card])).values()];
}
