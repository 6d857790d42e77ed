import { categoryPath, seriesPath, tagPath } from "#model/address.ts";
import { archiveOf } from "#model/archive.ts";
import type { Catalogue, Shelf } from "#model/catalogue.ts";
import { descriptionsOf } from "#model/descriptions.ts";
import type { Moment } from "#model/moment.ts";
import { newestFirst } from "#model/order.ts";
import type { Entry } from "#model/post.ts";
import { defineSite, type Site } from "#model/site.ts";
import { urlize } from "#model/urlize.ts";

/** A site with every setting that outputs ask about. */
export const site: Site = defineSite({
  address: "https://seogo.example/",
  title: "서고",
  description: "한국어 글의 책장",
  author: { name: "홍길동", fediverse: "@hong@서버.example", profiles: ["https://서버.example/@hong"] },
  verification: { naver: "n1", google: "g1", bing: "b1", daum: "d1:비밀" },
});

/** Noon of a day in Seoul, or midnight where only the day is known. */
export function moment(day: string, time?: string): Moment {
  const iso = `${day}T${time ?? "00:00:00"}+09:00`;
  return { day, iso, epochMs: Date.parse(iso), hasTime: time !== undefined };
}

/** A post with the fields a test cares for. */
export function post(slug: string, fields: Partial<Entry> = {}): Entry {
  return {
    kind: "post",
    id: slug,
    file: `src/content/posts/${slug}.md`,
    format: "md",
    path: `/posts/${slug}/`,
    aliases: [],
    title: slug,
    draft: false,
    featured: false,
    type: "post",
    summary: `${slug}에 대한 글`,
    categories: [],
    tags: [],
    headings: [],
    pictures: [],
    minutes: 1,
    letters: 100,
    terms: [],
    digest: "0",
    extra: {},
    ...fields,
  };
}

/** What a library would make of these posts. */
export function catalogue(posts: readonly Entry[], settings: Site = site, pages: readonly Entry[] = []): Catalogue {
  const sorted = [...posts].sort(newestFirst);
  const shelves = (kind: Shelf["kind"], labels: (entry: Entry) => readonly string[], path: (slug: string) => string) =>
    [...new Set(sorted.flatMap(labels))].map((label): Shelf => {
      const slug = urlize(label) || "x";
      return { kind, label, slug, path: path(slug), posts: sorted.filter((entry) => labels(entry).includes(label)) };
    });
  return {
    site: settings,
    now: Date.parse("2026-11-22T00:00:00Z"),
    posts: sorted,
    pages,
    categories: shelves("category", (entry) => entry.categories, categoryPath),
    tags: shelves("tag", (entry) => entry.tags, tagPath),
    series: shelves("series", (entry) => (entry.series ? [entry.series] : []), seriesPath),
    archive: archiveOf(sorted),
    descriptions: descriptionsOf([...sorted, ...pages], [settings.description]),
  };
}
