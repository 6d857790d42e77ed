import { type Catalogue, catalogueOf } from "#model/catalogue.ts";
import type { Instant } from "#model/instant.ts";
import type { Entry } from "#model/post.ts";
import { defineSite, type Site } from "#model/site.ts";

/** A site with every setting that outputs ask about. */
export const site: Site = defineSite({
  address: "https://seogo.example/",
  title: "서고",
  description: "한국어 글의 책장",
  author: { name: "홍길동", fediverse: "@hong@서버.example", profiles: ["https://서버.example/@hong"] },
  license: { name: "CC BY-SA 4.0", url: "https://creativecommons.org/licenses/by-sa/4.0/deed.ko" },
  verification: { naver: "n1", google: "g1", bing: "b1", daum: "d1:비밀" },
});

/** Noon of a day in Seoul, or midnight where only the day is known. */
export function instant(day: string, time?: string): Instant {
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
    terms: [],
    words: [],
    digest: "0",
    extra: {},
    ...fields,
  };
}

/** What a library would make of these posts. */
export function catalogue(entries: readonly Entry[], settings: Site = site): Catalogue {
  return catalogueOf(entries, { site: settings, now: Date.parse("2026-11-22T00:00:00Z") });
}
